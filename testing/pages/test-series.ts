import type { Actor, ActorId, ActorRelation, RegionId, Series, TypeId } from '@/lib/series/model';
import { incident, link, seriesOf } from '@/testing/pages/test-dashboard';

/** The actors of the series: red and blue, green which is part of both, and grey without incidents. */
function actors(): readonly Actor[] {
  const known = seriesOf([]).actors;
  const [first] = known;
  if (!first) throw new Error('no actor');
  const more = ['green', 'grey'].map((id) => ({ ...first, id: id as ActorId, name: id, shortName: id }));
  return [...known, ...more];
}

function part(child: string, parent: string): ActorRelation {
  const [c, p] = [child as ActorId, parent as ActorId];
  return { child: c, parent: p, kind: 'part', from: null, to: null, note: null };
}

const figure = (best: number) => ({ low: best, best, high: best });
const [bombing, stabbing] = ['bombing', 'stabbing'] as TypeId[] as [TypeId, TypeId];
const [north, south] = ['north', 'south'] as RegionId[] as [RegionId, RegionId];

/**
 * A small series whose counts can be told by heart, watched from 2020 to 2023. Attacks: two claimed by red (one of
 * them disputed), one by green, one possibly by blue, one by nobody known in May 2022. One operation of the state, and
 * one incident outside the scope.
 */
export const SMALL: Series = seriesOf(
  [
    incident('a', '2020-03-10', {
      type: bombing,
      regions: [north],
      links: [link('red')],
      fatalities: figure(2),
    }),
    incident('b', '2020-03-20', {
      type: stabbing,
      regions: [north],
      links: [link('red', { disputedBy: ['officials'] })],
      fatalities: { low: 3, best: 5, high: 9 },
    }),
    incident('c', '2021-06-01', { type: stabbing, regions: [south], links: [link('green')] }),
    incident('d', '2021-06-02', {
      type: stabbing,
      regions: [south],
      links: [link('blue', { certainty: 'possible' })],
    }),
    incident('e', '2022-05', { type: stabbing }),
    incident('f', '2021-01-01', { type: stabbing, initiator: 'state' }),
    incident('g', '2021-01-01', { type: bombing, inScope: false, links: [link('red')] }),
  ],
  {
    actors: actors(),
    actorRelations: [part('green', 'red'), part('green', 'blue')],
    types: [
      { id: bombing, label: 'Bombing', description: null },
      { id: stabbing, label: 'Stabbing', description: null },
    ],
    regions: [
      { id: north, label: 'North', country: null },
      { id: south, label: 'South', country: null },
    ],
    namedViews: [
      { id: 'red', label: 'Claims by red', description: 'All of them.', query: 'actor=red&relation=claimed' },
    ],
  },
);
