import { expect, it } from 'vitest';
import { figure, incident, seriesOfHand } from '../../../testing/series/hand-made';
import { parseView } from '../../view/parse';
import { evaluate } from '../meaning/evaluate';
import type { PlacesQuery, Query } from '../query';
import { askPlaces, MOST_PLACES } from './plan-places';

const SERIES = seriesOfHand(
  Array.from({ length: 12 }, (_, at) => {
    const one = incident(`i${at}`, '2020-01-10', [at % 2 === 0 ? 'red' : 'blue'], {
      fatalities: figure('1'),
    });
    return { ...one, place: { ...one.place, lat: 50, lon: at, precision: 'town' as const } };
  }),
);
const { incidents: _, sources: __, ...guide } = SERIES;
const PLAN = { guide, ranking: { actor: ['red', 'blue'], type: [], region: [] } };

/** What is asked for the map of a view of a revision of so many points, and the answer. */
async function asked(address: string, points: number | null) {
  const queries: PlacesQuery[] = [];
  const run = async (query: Query) => {
    queries.push(query as PlacesQuery);
    return evaluate(SERIES, query) as never;
  };
  const { view } = parseView(guide.meta.id, new URLSearchParams(address));
  const info = points === null ? PLAN : { ...PLAN, places: { points, extent: null } };
  return { queries, answer: await askPlaces({ run }, view, info, null) };
}

it('the part of the world that many points lie in is asked for without groups, and hexagons then with them', async () => {
  const [few, many] = [await asked('map=hexagons', 12), await asked('map=hexagons', MOST_PLACES + 1)];
  expect(few.queries.map(({ split }) => split)).toEqual(['actor', 'actor']);
  expect(many.queries.map(({ split }) => split)).toEqual(['none', 'actor']);
  expect(many.answer).toEqual(few.answer);
});

it('points of a part of a large revision have their groups', async () => {
  const [few, many] = [await asked('map=dots', null), await asked('map=dots', MOST_PLACES + 1)];
  expect(few.queries).toHaveLength(1);
  expect(many.answer).toEqual(few.answer);
  expect(many.answer.marks.flatMap(({ groups }) => groups.map(({ series }) => series))).toContain('red');
});
