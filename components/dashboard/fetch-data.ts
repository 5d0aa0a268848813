import { unpack } from '@/lib/text/packed';

const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 30_000;

/** What a reader is told while the page cannot answer; it works without: by its links, as without scripts. */
const MESSAGE =
  'The connection was lost before this page could answer at once. Links still work; it tries again by itself.';

/** A pause, cut short where the browser says that it is connected again. */
function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, milliseconds);
    function done() {
      clearTimeout(timer);
      window.removeEventListener('online', done);
      resolve();
    }
    window.addEventListener('online', done);
  });
}

/** Shows the message outside of what React is about to take over, and gives the way to take it away. */
function tell(): () => void {
  const note = document.createElement('p');
  note.setAttribute('role', 'status');
  note.className = 'page-note';
  note.textContent = MESSAGE;
  document.body.append(note);
  return () => note.remove();
}

async function once(at: string): Promise<string | null> {
  const response = await fetch(at).catch(() => null);
  return response?.ok ? await response.text().catch(() => null) : null;
}

/** Packed data from an address, asked for until they come. Meanwhile a message says so, and the page stays as it was sent. */
export async function fetchData<T>(at: string): Promise<T> {
  let untell: (() => void) | null = null;
  for (let wait = FIRST_PAUSE; ; wait = Math.min(LONGEST_PAUSE, 2 * wait)) {
    const text = await once(at);
    if (text !== null) {
      untell?.();
      return unpack<T>(text);
    }
    untell ??= tell();
    await pause(wait);
  }
}
