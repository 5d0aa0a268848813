/** What tells an element from others of its kind, in a drawing of the server and in one of the browser. */
const NAMES = ['name', 'data-key', 'aria-label'] as const;

/** Where a link leads, however its address is written; one that cannot be read is told as it stands. */
function leadsTo(one: Element): string | null {
  const href = one.getAttribute('href');
  if (href === null) return null;
  try {
    return new URL(href, document.baseURI).href;
  } catch {
    return href;
  }
}

function isAlike(one: Element, other: Element): boolean {
  return (
    leadsTo(one) === leadsTo(other) &&
    NAMES.every((name) => one.getAttribute(name) === other.getAttribute(name))
  );
}

/** What can have the focus, in the order of the page; a hidden field never can. */
const FOCUSABLE = 'a[href], button, input:not([type="hidden"]), [tabindex]';

/** For so many frames the one before is looked for, about a second. */
const MOST_FRAMES = 60;

/**
 * For a reader whose focus is in a part of the page that is about to be drawn anew: gives the way to put it back, on the element that is called and
 * leads as the one before, or else on the first that can have it, until the one before is there, too: rows of a table come some frames later. Does
 * nothing where the focus is elsewhere.
 */
export function focusKeeper(part: HTMLElement): () => void {
  const focused = document.activeElement;
  const around = part.parentElement;
  if (focused === null || around === null || !part.contains(focused)) return () => {};
  const tag = focused.tagName.toLowerCase();
  return () => {
    if (document.activeElement !== document.body) return;
    const alike = () => [...around.querySelectorAll<HTMLElement>(tag)].find((one) => isAlike(one, focused));
    const found = alike();
    const first = found ?? around.querySelector<HTMLElement>(FOCUSABLE);
    first?.focus({ preventScroll: true });
    const look = (frames: number) => {
      if (frames === 0 || document.activeElement !== (first ?? document.body)) return;
      const late = alike();
      if (late === undefined) requestAnimationFrame(() => look(frames - 1));
      else late.focus({ preventScroll: true });
    };
    if (found === undefined) requestAnimationFrame(() => look(MOST_FRAMES));
  };
}
