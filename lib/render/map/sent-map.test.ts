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

  it('has of a hexagon the groups that its card names, and how many more there are', () => {
    const groups = ['a:1', 'b:9', 'c:3', 'd:4', 'e:5', 'f:6', 'g:7', 'h:2'];
    const counted = { ...hexagon, groups: markOf('town 1 1', ...groups).groups };
    const map = { ...sampleMap(placesOf([counted], { as: 'hexagons' })), ...answers };
    const [read] = readMap(sentMap(map))!.places.marks;
    expect(read!.groups.map(({ series }) => series)).toEqual(['b', 'g', 'f', 'e', 'd', 'c']);
    expect(read).toMatchObject({ moreGroups: 2 });
  });

  it('is none where there was none', () => {
    expect(readMap(sentMap(null))).toBeNull();
  });
});
