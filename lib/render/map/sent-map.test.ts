import { describe, expect, it } from 'vitest';
import { markOf, placesOf, SAMPLE_MARKS, sampleMap } from '../../../testing/pictures/map-sample';
import { hexCentre } from '../../series/places/hexagons';
import { pack, unpack } from '../../text/packed';
import { readMap, type SentMap, sentMap } from './sent-map';

const GRID = { across: 50, parallel: 60 };

describe('a map that is sent', () => {
  const answers = { rest: null, off: {}, doubts: [], own: null };
  const far = markOf('town -0.00001 -179.99999 Line', 'is:1');
  const places = placesOf([...SAMPLE_MARKS, { ...far, id: 'town:-0.00001:-179.99999' }]);
  const hexagon = {
    ...far,
    id: 'hex:50:60:412:-17',
    precision: null,
    ...hexCentre(GRID, { column: 412, row: -17 }),
  };
  const hexagons = placesOf([hexagon], { as: 'hexagons' });

  it.each([
    ['of points', { ...sampleMap(places), ...answers }],
    ['of hexagons', { ...sampleMap(hexagons), ...answers }],
  ])('is read as it was: %s', (_, { info: __, view: ___, ...map }) => {
    const text = pack({ map: sentMap(map) });
    expect(readMap(unpack<{ map: SentMap | null }>(text).map)).toEqual(map);
    expect(text.length).toBeLessThan(pack({ map }).length);
  });

  it('is none where there was none', () => {
    expect(readMap(sentMap(null))).toBeNull();
  });
});
