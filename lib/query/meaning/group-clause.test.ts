import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryFilter } from '../../../testing/queries/arbitrary-query';
import { arbitrarySeries } from '../../../testing/series/arbitrary-series';
import { SPLITS } from '../../series/field-table';
import { binSpan } from '../../time/bin';
import type { Day } from '../../time/day';
import type { BinsQuery, Filter } from '../query';
import type { BinValue } from '../result';
import { evaluate } from './evaluate';

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
    series: {
      split,
      each: stacked ? [] : [series ?? ''],
      beyond: [],
      only: stacked ? [series ?? ''] : [],
      not: [],
    },
  };
}

describe('the clause on groups', () => {
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
          beyond: null,
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

  it('stands for every other group of the stack where it names those left out', () => {
    fc.assert(
      fc.property(asked, ({ series, filter, split }) => {
        const query: BinsQuery = {
          kind: 'bins',
          filter,
          bin: 'year',
          measure: 'incidents',
          split,
          stacked: true,
          beyond: null,
        };
        const { bins } = evaluate(series, query);
        const named = [...new Set(bins.map((one) => one.series ?? ''))].slice(0, 2);
        const others = bins.filter((one) => ![...named, 'none', 'several'].includes(one.series ?? ''));
        const not = named.length > 0 ? named : ['nobody'];
        const clause = { split, each: [], beyond: [], only: [], not };
        const total = evaluate(series, { kind: 'total', filter: { ...filter, series: clause }, bin: 'year' });
        expect(total.incidents.best).toBeCloseTo(
          others.reduce((sum, { best }) => sum + (best ?? 0), 0),
          9,
        );
      }),
      { numRuns: 60 },
    );
  });

  it('opens what all but the named groups count together, in a stack and beside one another', () => {
    const cases = asked.chain((one) => {
      const ids = [...one.series.actors, ...one.series.types, ...one.series.regions].map(
        ({ id }) => id as string,
      );
      return fc.record({
        ...{
          one: fc.constant(one),
          named: fc.uniqueArray(fc.constantFrom(...ids), { minLength: 1, maxLength: 3 }),
        },
        measure: fc.constantFrom('incidents' as const, 'fatalities' as const),
      });
    });
    const property = fc.property(cases, ({ one: { series, filter, split, stacked }, named, measure }) => {
      const query = { kind: 'bins', filter, bin: 'year', measure, split, stacked, beyond: named } as const;
      for (const value of evaluate(series, query).bins) {
        const span = opened(query, value);
        const clause = { split, each: [], beyond: stacked ? [] : named, only: [], not: stacked ? named : [] };
        const total = evaluate(series, { kind: 'total', filter: { ...span, series: clause }, bin: 'year' });
        expect(total[measure].low).toBe(value.low);
        expect(total[measure].high).toBe(value.high);
        expect(total[measure].best ?? -1).toBeCloseTo(value.best ?? -1, 9);
      }
    });
    fc.assert(property, { numRuns: 60 });
  });
});
