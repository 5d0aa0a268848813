import { describe, expect, it } from 'vitest';
import { incident, infoOf, link, seriesOf } from '@/testing/pages/test-dashboard';
import type { OwnField } from '../../series/fields';
import type { Incident, Link, RegionId, TypeId } from '../../series/model';
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
  ['e', '2022-06-01', ['green'], 'raid', 'east'],
] as const;
/** How actors are tied to incidents that they do not claim for certain. */
const TIED: Readonly<Record<string, Partial<Link>>> = {
  'b red': { relation: 'involved' },
  'c blue': { relation: 'suspected' },
  'd red': { certainty: 'possible' },
};
const TAG = {
  ...{ id: 'tag', label: 'Tag', kind: 'category', many: true, unit: null, column: 'tag', adds: null },
} as unknown as OwnField;
const DAMAGE = {
  ...{
    id: 'damage',
    label: 'Damage',
    kind: 'number',
    many: false,
    unit: null,
    column: 'damage',
    adds: 'sum',
  },
} as unknown as OwnField;
const OWN: Readonly<Record<string, Incident['own']>> = {
  a: { tag: ['x', 'y'], damage: 10 },
  b: { tag: ['y'], damage: 20 },
  c: { tag: ['x', 'z'], damage: 30 },
};
const SERIES = seriesOf(
  HOLDS.map(([id, date, actors, type, region]) =>
    incident(id, date, {
      links: actors.map((actor) => link(actor, TIED[`${id} ${actor}`] ?? {})),
      type: type as unknown as TypeId,
      regions: [region as unknown as RegionId],
      ...(id === 'd' ? { initiator: 'foreign-state' as const } : {}),
      ...(id === 'e' ? { initiator: 'state' as const } : {}),
      own: OWN[id] ?? {},
    }),
  ),
  { fields: [TAG, DAMAGE] },
);
const info = infoOf(SERIES);

function filter(query: string) {
  return filterOf(parseView(SERIES.meta.id, new URLSearchParams(query)).view, info);
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
    // Of several clauses that differ: b alone is of both actors.
    ['actor=red&from=2020&to=2020', 'actor=blue&region=south', 1],
    ['actor=red&from=2021&to=2021', 'actor=blue', 0],
    ['actor=red&type=bombing', 'actor=blue&type=bombing,arson', 1],
    ['region=north', 'region=south,north&type=arson', 1],
    ['actor=red&region=north', 'actor=blue&region=south,north', 0],
    // Of three tags of its own a has x and y, b y, c x and z, d none.
    ['.tag=x', '.tag=y', 1],
    ['.tag=x&actor=red', '.tag=y,z&type=bombing', 1],
    ['.tag=x&actor=red', '.tag=z&actor=blue', 0],
    ['.tag=x&actor=blue', '.tag=z', 1],
    // Damage: a 10, b 20, c 30, d none.
    ['.damage=0..20', '.damage=15..40', 1],
    ['.damage=0..20&actor=red', '.damage=..15', 1],
    ['.damage=0..12', '.damage=15..40', 0],
    // Begun by a foreign state: d; by the state itself: e, which is not asked for unless it is named.
    ['', 'initiator=foreign-state', 1],
    ['', 'initiator=state', 0],
  ])('of “%s” and “%s” are %i', (one, other, expected) => {
    for (const [first, second] of [
      [one, other],
      [other, one],
    ] as const) {
      const overlap = overlapOf(filter(first), filter(second), info.guide);
      if (typeof overlap === 'string') throw new Error(overlap);
      const counted = overlap.map(
        ({ sign, filter: of }) => sign * evaluate(SERIES, { kind: 'total', filter: of, bin: 'year' }).matched,
      );
      expect(counted.reduce((sum, count) => sum + count, 0)).toBe(expected);
    }
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
        const [whole, ...more] = overlap;
        if (typeof overlap === 'string' || typeof whole === 'string' || more.length > 0) continue;
        told += 1;
        const inBest = (of: Filter) =>
          evaluate(SERIES, { kind: 'rows', filter: of, sort: [], offset: 0, limit: 9 })
            .rows.filter((row) => row.inBest)
            .map(({ incident: { id } }) => id);
        const both = inBest(filter(one)).filter((id) => inBest(filter(other)).includes(id));
        expect(inBest(whole!.filter), `${one} | ${other}`).toEqual(both);
      }
    // Each with itself and with all, and where the links of one are among the other's.
    expect(told).toBeGreaterThan(30);
  });

  it('is not known where clauses on one link differ in several ways', () => {
    const [one, other] = [filter('actor=red&relation=claimed'), filter('actor=blue&relation=involved')];
    expect(overlapOf(one, other, info.guide)).toBe('links');
  });
});
