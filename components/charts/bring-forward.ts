import type { FocusEvent, PointerEvent } from 'react';

/** Where the marks of a group lie, in a drawing of ours and in one of Recharts. */
const MARKS = '[data-group], [data-line], [class*="group-line-"]';

function groupOf(mark: Element): string | undefined {
  const { group, line } = (mark as HTMLElement | SVGElement).dataset;
  return group ?? line ?? /group-line-(\d+)/.exec(mark.getAttribute('class') ?? '')?.[1];
}

/** Lets the marks of all groups but one recede; null brings all of them back. */
function recede(section: Element | null, group: string | null): void {
  for (const mark of section?.querySelectorAll(MARKS) ?? []) {
    mark.toggleAttribute('data-behind', group !== null && groupOf(mark) !== group);
  }
}

function entered({ target, currentTarget }: PointerEvent | FocusEvent): void {
  const entry = target instanceof Element ? target.closest('[data-forward]') : null;
  recede(currentTarget.closest('section'), entry?.getAttribute('data-forward') ?? null);
}

function left({ currentTarget }: PointerEvent | FocusEvent): void {
  recede(currentTarget.closest('section'), null);
}

/** Handlers of a legend: the group that pointer or focus is at stands out in the chart of the same section. */
export const BRING_FORWARD = {
  onPointerOver: entered,
  onPointerLeave: left,
  onFocus: entered,
  onBlur: left,
} as const;
