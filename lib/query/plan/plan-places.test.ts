import { expect, it } from 'vitest';
import { figure, incident, seriesOfHand } from '../../../testing/series/hand-made';
import { gridFor } from '../../series/places/hexagons';
import { parseView } from '../../view/parse';
import { evaluate } from '../meaning/evaluate';
import type { PlacesQuery, Query } from '../query';
import { askPlaces } from './plan-places';

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

/** What is asked for the map of a view, and the answer. */
async function asked(address: string) {
  const queries: PlacesQuery[] = [];
  const run = async (query: Query) => {
    queries.push(query as PlacesQuery);
    return evaluate(SERIES, query) as never;
  };
  const { view } = parseView(guide.meta.id, new URLSearchParams(address));
  return { queries, answer: await askPlaces({ run }, view, PLAN, null) };
}

it('one question has the hexagons of all places, of a size for the part of the world that these lie in', async () => {
  const { queries, answer } = await asked('map=hexagons');
  expect(queries).toHaveLength(1);
  const { across, parallel } = gridFor({ west: 0, south: 50, east: 11, north: 50 });
  expect(new Set(answer.marks.map(({ id }) => id.split(':').slice(0, 3).join(':')))).toEqual(
    new Set([`hex:${across}:${parallel}`]),
  );
  expect(answer.marks.reduce((sum, { matched }) => sum + matched, 0)).toBe(12);
});

it('one question has the points and their groups', async () => {
  const { queries, answer } = await asked('map=dots');
  expect(queries).toHaveLength(1);
  expect(answer.marks.flatMap(({ groups }) => groups.map(({ series }) => series))).toContain('red');
});
