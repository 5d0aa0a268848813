import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryFilter, arbitraryQuery } from '../../../testing/queries/arbitrary-query';
import { arbitrarySeries } from '../../../testing/series/arbitrary-series';
import { LIST_ROLES } from '../../series/facets';
import { FACETS, SPLITS } from '../../series/field-table';
import { isOwnKey } from '../../series/fields';
import { BINS } from '../../time/bin';
import type { Filter } from '../query';
import { evaluate } from './evaluate';

const RUNS = { seed: 20240322, numRuns: 150 };

type Clause = { cleared: Partial<Filter>; select: (id: string) => Partial<Filter> };

/** The filter with one value selected in a facet, and with its clause cleared. */
const CLAUSES: Readonly<Record<string, Clause>> = {
  ...Object.fromEntries(
    LIST_ROLES.map(({ key, asked, apart }) => [
      key,
      { cleared: { [asked]: apart === null ? [] : 'any' }, select: (id: string) => ({ [asked]: [id] }) },
    ]),
  ),
  // Selecting the relation asks for suspicions.
  relation: {
    cleared: { relations: [] },
    select: (id) => ({ relations: [id], ...(id === 'suspected' ? { suspicions: true } : {}) }),
  },
  disputed: { cleared: { disputed: null }, select: (id) => ({ disputed: id as 'no' | 'only' }) },
  scope: { cleared: { scope: 'any' }, select: (id) => ({ scope: id as 'in' | 'out' }) },
};

const asked = arbitrarySeries(15).chain((series) =>
  fc.record({ series: fc.constant(series), filter: arbitraryFilter(series) }),
);

/** Every object in an answer that has low, best and high. */
function figuresIn(value: unknown): { low: number | null; best: number | null; high: number | null }[] {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.values(value).flatMap(figuresIn);
  return 'low' in value && 'best' in value && 'high' in value
    ? [value as ReturnType<typeof figuresIn>[0], ...inner]
    : inner;
}

describe('of any series and filter', () => {
  // Without a clause on groups: selecting a value changes which group of a stack an incident forms.
  it.each(FACETS)('a value of the facet %s counts what selecting it counts', (facet) => {
    const { cleared, select } = CLAUSES[facet]!;
    const property = fc.property(asked, ({ series, filter: drawn }) => {
      const filter = { ...drawn, series: null };
      const { values } = evaluate(series, { kind: 'facet', facet, filter: { ...filter, ...cleared } });
      for (const { id, low, best, high } of values) {
        const selected = { ...filter, ...cleared, ...select(id) };
        const total = evaluate(series, { kind: 'total', filter: selected, bin: 'month' }).incidents;
        expect([id, low, high]).toEqual([id, total.low, total.high]);
        expect(best).toBeCloseTo(total.best, 9);
      }
    });
    fc.assert(property, RUNS);
  });

  it('the best of a stack adds up to the best without a split, bin by bin', () => {
    const cases = fc.record({
      ...{ asked, split: fc.constantFrom(...SPLITS), bin: fc.constantFrom('month', 'quarter', 'year') },
    });
    const property = fc.property(cases, ({ asked: { series, filter }, split, bin }) => {
      const common = {
        kind: 'bins',
        filter,
        bin,
        measure: 'incidents',
        stacked: true,
        beyond: null,
      } as const;
      const sums = new Map<number, number>();
      for (const { start, best } of evaluate(series, { ...common, split }).bins) {
        sums.set(start, (sums.get(start) ?? 0) + (best ?? 0));
      }
      const whole = evaluate(series, { ...common, split: 'none' }).bins;
      expect([...sums.keys()]).toEqual(whole.map(({ start }) => start));
      for (const { start, best } of whole) expect(sums.get(start)).toBeCloseTo(best ?? 0, 9);
    });
    fc.assert(property, RUNS);
  });

  it('the bins of best add up to the total', () => {
    const cases = fc.record({ asked, bin: fc.constantFrom(...BINS) });
    const property = fc.property(cases, ({ asked: { series, filter }, bin }) => {
      const query = {
        kind: 'bins',
        filter,
        bin,
        measure: 'incidents',
        split: 'none',
        stacked: false,
        beyond: null,
      } as const;
      const sum = evaluate(series, query).bins.reduce((all, { best }) => all + (best ?? 0), 0);
      expect(sum).toBeCloseTo(evaluate(series, { kind: 'total', filter, bin }).incidents.best, 9);
    });
    fc.assert(property, RUNS);
  });

  it('low, best and high stand in that order wherever they stand', () => {
    const cases = arbitrarySeries(15).chain((series) =>
      fc.record({ series: fc.constant(series), query: arbitraryQuery(series) }),
    );
    const property = fc.property(cases, ({ series, query }) => {
      // Numbers of own fields can be negative; nothing else can.
      const asksOwn =
        ('measure' in query && isOwnKey(query.measure)) || ('own' in query && query.own?.length);
      const least = asksOwn ? Number.NEGATIVE_INFINITY : 0;
      for (const { low, best, high } of figuresIn(evaluate(series, query))) {
        const given = [low, best, high].filter((value) => value !== null);
        for (const [i, value] of given.entries())
          expect(value).toBeGreaterThanOrEqual((given[i - 1] ?? least) - 1e-9);
      }
    });
    fc.assert(property, { ...RUNS, numRuns: 600 });
  });

  it('what stands in low stands in best, and the rows are what the total counts', () => {
    const property = fc.property(asked, ({ series, filter }) => {
      const { rows, total } = evaluate(series, { kind: 'rows', filter, sort: [], offset: 0, limit: 100 });
      const counts = evaluate(series, { kind: 'total', filter, bin: 'month' }).incidents;
      expect(rows.filter(({ inLow, inBest }) => inLow && !inBest)).toEqual([]);
      expect([rows.filter(({ inLow }) => inLow).length, total]).toEqual([counts.low, counts.high]);
      const best = rows.reduce((sum, { inBest, weight }) => sum + (inBest ? weight : 0), 0);
      expect(best).toBeCloseTo(counts.best, 9);
    });
    fc.assert(property, RUNS);
  });
});
