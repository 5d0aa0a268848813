import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryFilter } from '../engine/conformance/arbitrary-query';
import { arbitrarySeries } from '../engine/conformance/arbitrary-series';
import { binSpan } from '../time/bin';
import type { Day } from '../time/day';
import { SPLITS } from '../view/view';
import { evaluate } from './evaluate';
import type { BinsQuery, Filter } from './query';
import type { BinValue } from './result';

const asked = arbitrarySeries(15).chain((series) =>
  fc.record({
    series: fc.constant(series),
    filter: arbitraryFilter(series).map((filter) => ({ ...filter, series: null })),
    split: fc.constantFrom(...SPLITS.filter((split) => split !== 'none')),
    stacked: fc.boolean(),
  }),
);

/** The filter that opening a bar asks for. */
function opened({ filter, split, stacked, bin }: BinsQuery, { start, series }: BinValue): Filter {
  const span = binSpan(start, bin);
  return {
    ...filter,
    from: Math.max(span.from, filter.from) as Day,
    to: Math.min(span.to, filter.to) as Day,
    series: { split, each: stacked ? [] : [series ?? ''], only: stacked ? [series ?? ''] : [], not: [] },
  };
}

describe('the clause on series', () => {
  it('opens exactly the incidents that a bar counts, low, best and high', () => {
    fc.assert(
      fc.property(asked, ({ series, filter, split, stacked }) => {
        const query: BinsQuery = {
          kind: 'bins',
          filter,
          bin: 'quarter',
          measure: 'incidents',
          split,
          stacked,
        };
        for (const value of evaluate(series, query).bins.slice(0, 12)) {
          const { incidents } = evaluate(series, {
            kind: 'total',
            filter: opened(query, value),
            bin: 'quarter',
          });
          expect({ low: incidents.low, high: incidents.high }).toEqual({ low: value.low, high: value.high });
          expect(incidents.best).toBeCloseTo(value.best ?? 0, 9);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('stands for every other series of the stack where it names those left out', () => {
    fc.assert(
      fc.property(asked, ({ series, filter, split }) => {
        const query: BinsQuery = {
          kind: 'bins',
          filter,
          bin: 'year',
          measure: 'incidents',
          split,
          stacked: true,
        };
        const { bins } = evaluate(series, query);
        const named = [...new Set(bins.map((one) => one.series ?? ''))].slice(0, 2);
        const others = bins.filter((one) => ![...named, 'none', 'several'].includes(one.series ?? ''));
        const not = named.length > 0 ? named : ['nobody'];
        const clause = { split, each: [], only: [], not };
        const total = evaluate(series, { kind: 'total', filter: { ...filter, series: clause }, bin: 'year' });
        expect(total.incidents.best).toBeCloseTo(
          others.reduce((sum, { best }) => sum + (best ?? 0), 0),
          9,
        );
      }),
      { numRuns: 60 },
    );
  });
});
