import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryFilter } from '../../../testing/queries/arbitrary-query';
import { arbitrarySeries } from '../../../testing/series/arbitrary-series';
import { filter, incident, seriesOfHand } from '../../../testing/series/hand-made';
import type { Rollup } from '../query';
import { evaluate } from './evaluate';

/** b and c are parts of a, d of c; e stands alone. */
const PARTS = ['b a', 'c a', 'd c'];

function groups(
  incidents: readonly ReturnType<typeof incident>[],
  roll: Rollup | undefined,
  stacked = false,
) {
  const series = seriesOfHand(incidents, PARTS);
  const by = { split: 'actor', ...(roll === undefined ? {} : { roll }) } as const;
  const bins = { kind: 'bins', bin: 'year', measure: 'incidents', stacked, beyond: null } as const;
  const { bins: values } = evaluate(series, { ...bins, filter: filter(), ...by });
  return Object.fromEntries(values.map(({ series: id, high }) => [id, high]));
}

const one = (id: string, ...actors: readonly string[]) =>
  incident(
    id,
    '2020-01-01',
    actors.map((actor) => `${actor} claimed certain`),
  );
const ALL = [one('1', 'a'), one('2', 'b'), one('3', 'd'), one('4', 'b', 'd'), one('5', 'e', 'c'), one('6')];

describe('actors of a split', () => {
  it('stand as linked', () => {
    expect(groups(ALL, undefined)).toEqual({ a: 1, b: 2, c: 1, d: 2, e: 1, none: 1 });
  });

  it('are rolled up under their roots, each incident once', () => {
    expect(groups(ALL, 'roots')).toEqual({ a: 5, e: 1, none: 1 });
  });

  it('are rolled up under each that is named, and under their roots where they are part of none', () => {
    expect(groups(ALL, ['c', 'b'])).toEqual({ a: 1, b: 2, c: 3, e: 1, none: 1 });
    expect(groups(ALL, ['a', 'c'])).toEqual({ a: 5, c: 3, e: 1, none: 1 });
  });

  it('form one group of a stack where all of them are parts of one', () => {
    expect(groups(ALL, undefined, true)).toEqual({ a: 1, b: 1, d: 1, several: 2, none: 1 });
    expect(groups(ALL, 'roots', true)).toEqual({ a: 4, several: 1, none: 1 });
  });
});

describe('a rolled-up group', () => {
  const asked = arbitrarySeries(15).chain((series) =>
    fc.record({
      series: fc.constant(series),
      filter: arbitraryFilter(series).map((any) => ({ ...any, series: null })),
      roll: fc.uniqueArray(fc.constantFrom(...series.actors.map(({ id }) => id as string)), { minLength: 1 }),
    }),
  );

  it('has the figures that the facet has beside the same name', () => {
    fc.assert(
      fc.property(asked, ({ series, filter: any, roll }) => {
        const facet = evaluate(series, { kind: 'facet', filter: any, facet: 'actor' });
        const figures = new Map(facet.values.map(({ id, low, best, high }) => [id, { low, best, high }]));
        const parts = new Set<string>(series.actorRelations.map(({ child }) => child));
        for (const up of ['roots', roll] as const) {
          const query = {
            kind: 'groups',
            filter: any,
            measure: 'incidents',
            split: 'actor',
            roll: up,
          } as const;
          for (const { series: id, low, best, high } of evaluate(series, query).groups) {
            const named = up !== 'roots' && up.includes(id ?? '');
            const known = figures.get(id ?? '');
            // Roots lack what counts under those named, or under a parent at another time.
            if (up === 'roots' ? !parts.has(id ?? '') : named) {
              expect({ low, high }).toEqual({ low: known?.low, high: known?.high });
              expect(best).toBeCloseTo(known?.best ?? -1, 9);
            }
          }
        }
      }),
      { numRuns: 150 },
    );
  });
});
