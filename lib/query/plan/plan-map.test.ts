import { describe, expect, it } from 'vitest';
import { EXAMPLE_GUIDE } from '../../../testing/series/example-guide';
import { parseView } from '../../view/parse';
import { MOST_PLACES, planMap } from './plan-map';

const extent = { west: 28, south: 42, east: 135, north: 64 };

function planned(
  query: string,
  places: { points: number; extent: typeof extent | null } = { points: 9, extent },
) {
  const { view } = parseView(EXAMPLE_GUIDE.meta.id, new URLSearchParams(query));
  return planMap(view, { guide: EXAMPLE_GUIDE, places });
}

describe('A map', () => {
  it('sees every clause but its own', () => {
    const { places } = planned('type=bombing&box=30,50,40,60&place=country&region=dagestan');
    expect(places?.filter).toMatchObject({
      types: ['bombing'],
      regions: ['dagestan'],
      box: null,
      places: [],
    });
    expect(places?.box).toEqual({ west: 30, south: 50, east: 40, north: 60 });
  });

  it('is of dots where anything has a point, of hexagons where they are asked for, and of nothing else', () => {
    expect(planned('')).toMatchObject({ form: 'dots', places: { most: MOST_PLACES }, regions: null });
    expect(planned('map=hexagons').places?.most).toBe(0);
    expect(planned('', { points: 0, extent: null })).toEqual({ form: 'off', places: null, regions: null });
    expect(planned('map=off').places).toBeNull();
    expect(planned('map=regions')).toMatchObject({
      places: null,
      regions: { kind: 'groups', split: 'region' },
    });
  });

  it('has a grid as fine as the part that is shown', () => {
    const [whole, part] = [planned(''), planned('box=44,42,48,44')].map(({ places }) => places?.grid);
    expect(whole).toEqual({ across: 100, parallel: 50 });
    expect(part).toEqual({ across: 5, parallel: 40 });
  });
});
