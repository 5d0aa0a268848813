import type { Virtualizer } from '@tanstack/react-virtual';
import { expect, it, vi } from 'vitest';
import { scrollOnceBegun } from './use-row-virtualizer';

it('leaves a page where it is when rows begin, and scrolls it from then on, to where it is believed to be too', () => {
  const scrollTo = vi.fn();
  const rows = {
    scrollElement: { scrollTo },
    scrollOffset: 5050,
    options: { horizontal: false },
  } as unknown as Virtualizer<Window, Element>;
  scrollOnceBegun(5050, {}, rows);
  expect(scrollTo).not.toHaveBeenCalled();
  // A correction that was held back while a finger moved is counted before it is written.
  scrollOnceBegun(5050, {}, rows);
  scrollOnceBegun(5050, { adjustments: 100 }, rows);
  expect(scrollTo.mock.calls.map(([{ top }]) => top)).toEqual([5050, 5150]);
});
