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

/**
 * For a reader whose focus is in a part of the page that is about to be drawn anew: gives the way to put it back, on the element that is called and
 * leads as the one before, or else on the first that can have it. Does nothing where the focus is elsewhere.
 */
export function focusKeeper(part: HTMLElement): () => void {
  const focused = document.activeElement;
  const around = part.parentElement;
  if (focused === null || around === null || !part.contains(focused)) return () => {};
  const tag = focused.tagName.toLowerCase();
  return () => {
    if (document.activeElement !== document.body) return;
    const alike = [...around.querySelectorAll<HTMLElement>(tag)].find((one) => isAlike(one, focused));
    (alike ?? around.querySelector<HTMLElement>('a[href], button, input, [tabindex]'))?.focus({
      preventScroll: true,
    });
  };
}
