import { useSyncExternalStore } from 'react';

export { notFound } from 'next/dist/client/components/not-found';

const CHANGED = 'test:address';
const followed = new WeakSet<History>();

/** Has the window told of each step of its history, as Next has itself told; once, for files of tests have a window each. */
function follow({ history }: Window): void {
  if (followed.has(history)) return;
  followed.add(history);
  for (const method of ['pushState', 'replaceState'] as const) {
    const original = history[method].bind(history);
    history[method] = (...args) => {
      original(...args);
      window.dispatchEvent(new Event(CHANGED));
    };
  }
}

function subscribe(listener: () => void): () => void {
  for (const event of ['popstate', CHANGED]) window.addEventListener(event, listener);
  return () => {
    for (const event of ['popstate', CHANGED]) window.removeEventListener(event, listener);
  };
}

/** Stands in for the hook of next/navigation in unit tests (`vitest.config.ts`): it follows the address bar, which a server has not. */
export function useSearchParams(): URLSearchParams {
  if (typeof window !== 'undefined') follow(window);
  const read = () => window.location.search;
  return new URLSearchParams(
    useSyncExternalStore(subscribe, read, () => (typeof window === 'undefined' ? '' : read())),
  );
}
