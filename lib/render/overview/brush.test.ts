import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BINS } from '../../time/bin';
import { type Day, type DaySpan, formatDay, parseDay } from '../../time/day';
import { type BrushDrag, type BrushSpace, brushTo, nearestEdge, stepEdge } from './brush';

const day = (text: string) => parseDay(text) as Day;
const span = (text: string): DaySpan => {
  const [from = '', to = ''] = text.split('/');
  return { from: day(from), to: day(to) };
};
const written = ({ from, to }: DaySpan) => `${formatDay(from)}/${formatDay(to)}`;
const SPACE: BrushSpace = { bin: 'month', limits: span('2017-01-01/2024-06-30') };

describe('the brush', () => {
  it('snaps to the nearest boundary between bins, inside the limits', () => {
    expect(formatDay(nearestEdge(day('2019-03-10'), SPACE))).toBe('2019-03-01');
    expect(formatDay(nearestEdge(day('2019-03-20'), SPACE))).toBe('2019-04-01');
    expect(formatDay(nearestEdge(day('2031-01-01'), SPACE))).toBe('2024-07-01');
  });

  it('makes a new window in either direction, at least a bin long', () => {
    const drag: BrushDrag = { kind: 'new', anchor: day('2019-03-02') };
    expect(written(brushTo(drag, day('2019-06-03'), SPACE))).toBe('2019-03-01/2019-05-31');
    expect(written(brushTo(drag, day('2018-12-30'), SPACE))).toBe('2019-01-01/2019-02-28');
    expect(written(brushTo(drag, day('2019-03-04'), SPACE))).toBe('2019-03-01/2019-03-31');
  });

  it('moves a window by whole bins and stops at the limits with its length', () => {
    const drag: BrushDrag = { kind: 'move', grab: day('2019-02-10'), window: span('2019-01-01/2019-03-31') };
    expect(written(brushTo(drag, day('2019-04-12'), SPACE))).toBe('2019-03-01/2019-05-31');
    expect(written(brushTo(drag, day('2001-01-01'), SPACE))).toBe('2017-01-01/2017-03-31');
    expect(written(brushTo(drag, day('2030-01-01'), SPACE))).toBe('2024-04-02/2024-06-30');
  });

  it('moves one end and leaves the other', () => {
    const window = span('2019-01-01/2019-03-31');
    expect(written(brushTo({ kind: 'start', window }, day('2018-05-30'), SPACE))).toBe(
      '2018-06-01/2019-03-31',
    );
    expect(written(brushTo({ kind: 'end', window }, day('2020-01-02'), SPACE))).toBe('2019-01-01/2019-12-31');
    expect(written(brushTo({ kind: 'start', window }, day('2022-01-01'), SPACE))).toBe(
      '2019-03-31/2019-03-31',
    );
  });

  it('steps an end to the next boundary, from within a bin too', () => {
    const window = span('2019-01-15/2019-03-31');
    expect(written(stepEdge(window, 'start', 1, SPACE))).toBe('2019-02-01/2019-03-31');
    expect(written(stepEdge(window, 'start', -1, SPACE))).toBe('2019-01-01/2019-03-31');
    expect(written(stepEdge(window, 'end', 1, SPACE))).toBe('2019-01-15/2019-04-30');
    expect(written(stepEdge(window, 'end', -10, SPACE))).toBe('2019-01-15/2019-01-15');
  });

  it('always gives a window inside the limits that does not end before it begins', () => {
    const at = fc.integer({ min: day('2010-01-01'), max: day('2030-01-01') });
    const kind = fc.constantFrom('new', 'move', 'start', 'end');
    fc.assert(
      fc.property(at, at, at, at, kind, fc.constantFrom(...BINS), (a, b, c, d, which, bin) => {
        const { from, to } = SPACE.limits;
        const clamp = (n: number) => Math.min(to, Math.max(from, n)) as Day;
        const window = { from: clamp(Math.min(a, b)), to: clamp(Math.max(a, b)) };
        const drag = { kind: which, anchor: c, grab: c, window } as BrushDrag;
        const next = brushTo(drag, d, { bin, limits: SPACE.limits });
        expect(next.from).toBeLessThanOrEqual(next.to);
        expect(next.from).toBeGreaterThanOrEqual(from);
        expect(next.to).toBeLessThanOrEqual(to);
      }),
    );
  });
});
