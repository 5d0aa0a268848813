import { describe, expect, it } from 'vitest';
import type { CellValue } from '../../query/result';
import type { Day } from '../../time/day';
import { cssPaint } from '../scene/paint';
import type { ComparedSide } from './compared';
import { sideSpark } from './side-spark';

/** A side of ten days, one bin each, whose figures are these; null where nobody searched. */
function sideOf(figures: readonly (number | null)[]): ComparedSide {
  const bins = figures.map((_, at) => ({ from: at as Day, to: at as Day }));
  const values = figures.map((best) => (best === null ? null : ({ best } as CellValue)));
  return {
    window: { from: 0 as Day, to: 9 as Day },
    bins,
    values,
    colour: '--group-1',
  } as unknown as ComparedSide;
}

function baseOf(figures: readonly (number | null)[]): unknown {
  const spark = sideSpark(sideOf(figures), { width: 100, height: 22 }, 4, cssPaint);
  return spark.children?.[0]?.attrs.d;
}

describe('the base line of a sparkline', () => {
  it('is one line over the days that were searched, zeros too, and stops where nobody did', () => {
    expect(baseOf([1, 0, 4, 0, 0, 0, 0, 0, 0, 2])).toBe('M0,21.5H100');
    expect(baseOf([1, 0, null, null, 4, null, 0, 0, 0, null])).toBe('M0,21.5H20M40,21.5H50M60,21.5H90');
    expect(baseOf([null, null, null, null, null, null, null, null, null, null])).toBe('');
  });
});
