import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { areaAt } from '../../boundaries/boundary-set';
import { setOfFiles } from '../../boundaries/outline-files';
import { allBoundaries } from './boundary-sets';
import { checkedLayer, checkedLines, sharedNames } from './checked-outlines';

type Ring = readonly (readonly [number, number])[];
const SQUARE: Ring = [
  [30, 50],
  [60, 50],
  [60, 60],
  [30, 60],
  [30, 50],
];
const polygon = (ring: readonly unknown[] = SQUARE) => ({ type: 'Polygon', coordinates: [ring] });
const area = (properties: unknown, geometry: unknown = polygon()) => ({
  ...{ type: 'Feature', properties, geometry },
});
const file = (...features: readonly unknown[]) => ({ type: 'FeatureCollection', features });
const NAMED = { name: 'Here', code: 'HER' };
const topology = (geometries: unknown, arcs: unknown = [SQUARE]) => ({
  ...{ type: 'Topology', objects: { areas: { type: 'GeometryCollection', geometries } }, arcs },
});
const HERE = { lat: 55, lon: 40 };

describe('outlines of an operator', () => {
  it.each([
    ['an area without geometry beside it', file(area({ name: 'Gone' }, null), area(NAMED))],
    ['an area of no polygons', file(area({ name: 'Gone' }, { ...polygon(), coordinates: [] }), area(NAMED))],
    ['a topology', topology([{ type: 'Polygon', arcs: [[0]], properties: NAMED }])],
    ['a code that is null', file(area({ name: 'Here', code: null }))],
  ])('are taken with %s', (_, json) => {
    const layer = checkedLayer(json);
    const found = layer.areas[areaAt(layer, HERE)!]!.properties;
    expect(found).toEqual('code' in found ? NAMED : { name: 'Here' });
  });

  it.each([
    ['of other names', file(area(NAMED), area({ name: 'There' })), []],
    [
      'of one name, each with a code of its own',
      file(area({ name: 'Há' }), area(NAMED), area({ name: 'HERE', code: 'TWO' })),
      [/^areas 2 and 3 are all called “Here”, .*; of rows that have their codes/],
    ],
    [
      'of one name without codes',
      file(area(NAMED), area({ name: 'Here' }), area({ name: 'Here', code: '' })),
      [/^areas 1, 2 and 3 .*; and they have no codes/],
    ],
    ['of which one is not drawn', file(area(NAMED), area(NAMED, null)), []],
  ])(
    'are told apart by their names, which is said to the operator where they are not: %s',
    (_, json, told) => {
      expect(sharedNames(json)).toEqual(told.map((one) => expect.stringMatching(one)));
    },
  );

  it.each([
    ['nothing', file(), /^it holds no areas$/],
    ['a list', [], /^neither a FeatureCollection/],
    ['null', null, /^neither a FeatureCollection/],
    ['a single area', area(NAMED), /^neither a FeatureCollection/],
    ['another name', file(area({ NAME: 'Here', ISO_A3: 'HER' })), /area 1 has no text .*NAME, ISO_A3$/],
    ['no properties', file(area(NAMED), area(null)), /^area 2 has no text for a “name”$/],
    ['a number for a name', file(area({ name: 7 })), /^area 1 has no text/],
    ['a number for a code', file(area({ name: 'Here', code: 12 })), /“Here”, has a “code” that is no text/],
    ['an open ring', file(area(NAMED, polygon(SQUARE.slice(0, -1)))), /“Here”: .*is not closed/],
    ['metres', file(area(NAMED, polygon(SQUARE.map(([x, y]) => [x * 1e5, y * 1e5])))), /not in degrees/],
    ['latitudes first', file(area(NAMED, polygon([[50, 130], ...SQUARE]))), /the longitude comes first/],
    ['texts for numbers', file(area(NAMED, polygon([['30', '50']]))), /no two numbers/],
    ['a point', file(area(NAMED, { type: 'Point', coordinates: [30, 50] })), /this is a Point/],
    ['another system', { ...file(area(NAMED)), crs: { properties: { name: 'EPSG:3857' } } }, /in EPSG:3857/],
    ['an arc that is not there', topology([{ type: 'Polygon', arcs: [[3]], properties: NAMED }]), /no arc 3/],
    ['no objects', { type: 'Topology', objects: {}, arcs: [] }, /^neither a FeatureCollection/],
  ])('are refused, and why is said, with %s', (_, json, reason) => {
    expect(() => checkedLayer(json)).toThrow(reason);
  });

  it('may have corners that rounding led beyond 180 degrees, but none farther out', () => {
    const at = (lon: number): Ring => [
      [170, 50],
      [lon, 50],
      [lon, 60],
      [170, 50],
    ];
    expect(checkedLayer(file(area(NAMED, polygon(at(180.0000000000001))))).areas).toHaveLength(1);
    expect(() => checkedLayer(file(area(NAMED, polygon(at(180.001)))))).toThrow(/180\.001/);
  });

  it.each([
    ['areas', file(area(NAMED)), /line 1: LineStrings/],
    ['a topology', topology([]), /no FeatureCollection/],
    ['metres', file(area({}, { type: 'LineString', coordinates: [[3e6, 5e6]] })), /not in degrees/],
  ])('have no disputed lines of %s', (_, json, reason) => {
    expect(() => checkedLines(json)).toThrow(reason);
  });

  it('are the same where they are sent to a browser, whichever way they are wound', () => {
    const about = { name: 'Here', source: 'made up', licence: 'CC0' };
    const [one, other] = [SQUARE, SQUARE.toReversed()].map((ring) => {
      const countries = file(area(NAMED, polygon(ring))) as Parameters<typeof setOfFiles>[1]['countries'];
      return setOfFiles('here', { about, countries, disputed: null, units: { HER: countries } });
    });
    expect(one!.countries.areas).toEqual(other!.countries.areas);
    expect(one!.units('HER')!.areas).toEqual(other!.units('HER')!.areas);
  });
});

describe('a folder of outlines', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'checked-'));
  afterAll(() => rm(folder, { recursive: true }));
  const write = async (id: string, countries: string) => {
    await mkdir(join(folder, id));
    await writeFile(join(folder, id, 'boundaries.json'), '{"name":"A","source":"B","licence":"C"}');
    await writeFile(join(folder, id, 'countries.json'), countries);
  };
  await write('marked', `\uFEFF${JSON.stringify(file(area(NAMED)))}`);
  await write('nameless', JSON.stringify(file(area({ NAME: 'Here' }))));

  it('may begin with the mark of its encoding; one whose areas have no names is left out and told', () => {
    const told: string[] = [];
    const sets = allBoundaries({ ANNALS_BOUNDARIES: folder }, (_, why) => void told.push(why));
    expect([...sets.keys()]).toEqual(['natural-earth', 'marked']);
    expect(told).toEqual(['area 1 has no text for a “name”; it has NAME']);
  });
});
