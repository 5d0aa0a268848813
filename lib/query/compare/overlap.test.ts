import { describe, expect, it } from 'vitest';
import { incident, infoOf, link, seriesOf } from '@/testing/pages/test-dashboard';
import type { Link, RegionId, TypeId } from '../../series/model';
import { parseView } from '../../view/parse';
import { evaluate } from '../meaning/evaluate';
import { filterOf } from '../plan/filter';
import type { Filter } from '../query';
import { overlapOf } from './overlap';

const HOLDS = [
  ['a', '2020-03-01', ['red'], 'bombing', 'north'],
  ['b', '2020-06-01', ['red', 'blue'], 'bombing', 'south'],
  ['c', '2021-03-01', ['blue'], 'arson', 'north'],
  ['d', '2021-06-01', ['red'], 'arson', 'south'],
] as const;
/** How actors are tied to incidents that they do not claim for certain. */
const TIED: Readonly<Record<string, Partial<Link>>> = {
  'b red': { relation: 'involved' },
  'c blue': { relation: 'suspected' },
  'd red': { certainty: 'possible' },
};
const SERIES = seriesOf(
  HOLDS.map(([id, date, actors, type, region]) =>
    incident(id, date, {
      links: actors.map((actor) => link(actor, TIED[`${id} ${actor}`] ?? {})),
      type: type as unknown as TypeId,
      regions: [region as unknown as RegionId],
    }),
  ),
);
const info = infoOf(SERIES);

function filter(query: string) {
  return filterOf(parseView(SERIES.meta.id, new URLSearchParams(query)).view, info);
}

function found(query: string): number {
  return evaluate(SERIES, { kind: 'total', filter: filter(query), bin: 'year' }).matched;
}

describe('what two views hold in common', () => {
  it.each([
    // Counted by hand in the rows above.
    ['type=bombing', 'type=arson', 0],
    ['actor=red', 'actor=blue', 1],
    ['actor=red', 'region=south', 2],
    ['actor=red&type=bombing', 'region=south', 1],
    ['from=2020&to=2020', 'from=2021&to=2021', 0],
    ['from=2020&to=2020', 'actor=blue', 1],
    ['', 'actor=blue', 2],
    ['actor=red&region=north', 'actor=red&region=south', 0],
    ['q=a', 'q=b', 0],
    ['actor=red&relation=claimed', 'actor=red', 2],
    ['actor=red,blue', 'actor=red&relation=involved&certainty=certain', 1],
  ])('of “%s” and “%s” are %i', (one, other, expected) => {
    const overlap = overlapOf(filter(one), filter(other), info.guide);
    const of = (total: number) => (overlap?.kind === 'together' ? found(one) + found(other) - total : total);
    const counted =
      overlap === null || overlap.kind === 'nothing'
        ? 0
        : of(evaluate(SERIES, { kind: 'total', filter: overlap.filter, bin: 'year' }).matched);
    expect(overlap).not.toBeNull();
    expect(counted).toBe(expected);
  });

  it('counts in best what is in best of both, whichever links they ask for', () => {
    const all = ['', 'actor=red', 'actor=blue', 'actor=red,blue', 'relation=claimed', 'relation=suspected'];
    const queries = [
      ...all,
      'relation=claimed,suspected',
      'actor=red&relation=claimed',
      'actor=blue&relation=suspected',
    ];
    let told = 0;
    for (const one of queries)
      for (const other of queries) {
        const overlap = overlapOf(filter(one), filter(other), info.guide);
        if (overlap?.kind !== 'both') continue;
        told += 1;
        const inBest = (of: Filter) =>
          evaluate(SERIES, { kind: 'rows', filter: of, sort: [], offset: 0, limit: 9 })
            .rows.filter((row) => row.inBest)
            .map(({ incident: { id } }) => id);
        const both = inBest(filter(one)).filter((id) => inBest(filter(other)).includes(id));
        expect(inBest(overlap.filter), `${one} | ${other}`).toEqual(both);
      }
    // Each with itself and with all, and where the links of one are among the other's.
    expect(told).toBeGreaterThan(30);
  });

  it('is not known where clauses on one link differ in several ways', () => {
    const [one, other] = [filter('actor=red&relation=claimed'), filter('actor=blue&relation=involved')];
    expect(overlapOf(one, other, info.guide)).toBeNull();
  });
});
