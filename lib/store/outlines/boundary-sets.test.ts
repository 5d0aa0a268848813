import { readdirSync, statSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { geoArea, geoContains } from 'd3-geo';
import { afterAll, describe, expect, it } from 'vitest';
import { type AreaLayer, areaAt } from '../../boundaries/boundary-set';
import { apartFrom } from '../../boundaries/lines/apart-from';
import { namedAreas, onlyArea } from '../../boundaries/match-names';
import { regionAreas } from '../../boundaries/region-areas';
import { allBoundaries, boundaryFile } from './boundary-sets';

const FOLDER = join(import.meta.dirname, '../../../data/boundaries/natural-earth');
const set = allBoundaries({}).get('natural-earth')!;
const UNITS = readdirSync(join(FOLDER, 'admin1')).map((name) => name.slice(0, 3));

function ringsOf({
  areas,
}: AreaLayer): readonly { readonly outer: number[][]; readonly holes: readonly number[][][] }[] {
  return areas
    .flatMap(({ geometry }) => (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates))
    .map(([outer = [], ...holes]) => ({ outer, holes }));
}

/** On a sphere, in shares of all of it. */
function share(ring: number[][]): number {
  return geoArea({ type: 'Polygon', coordinates: [ring] }) / (4 * Math.PI);
}

function nameAt(layer: AreaLayer, lon: number, lat: number): string | null {
  const at = areaAt(layer, { lon, lat });
  return at === null ? null : layer.areas[at]!.properties.name;
}

describe('the bundled outlines', () => {
  it('are small: no file is larger than half a megabyte, all units together no larger than two', () => {
    const sizes = UNITS.map((code) => statSync(join(FOLDER, 'admin1', `${code}.json`)).size);
    expect(Math.max(...sizes, statSync(join(FOLDER, 'countries.json')).size)).toBeLessThan(500_000);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(2_000_000);
  });

  it.each([
    ['countries', () => set.countries],
    ...['RUS', 'FJI', 'UKR', 'SYR', 'DEU', 'USA', 'NZL'].map(
      (code) => [code, () => set.units(code)!] as const,
    ),
  ] as const)('are closed and run the right way around: %s', (_, layer) => {
    for (const { outer, holes } of ringsOf(layer())) {
      for (const ring of [outer, ...holes]) expect(ring.at(-1)).toEqual(ring[0]);
      expect(share(outer)).toBeLessThan(0.1);
      for (const hole of holes) expect(share(hole)).toBeGreaterThan(0.9);
    }
  });

  it('do not overlap: of points all over the world none lies in two countries, nor in two units of one', () => {
    const layers = [set.countries, set.units('RUS')!, set.units('DEU')!];
    for (let at = 0; at < 400; at++) {
      // A spiral that is even over the sphere (Saff and Kuijlaars 1997, by the golden angle).
      const lat = (Math.asin(1 - (2 * at + 1) / 400) * 180) / Math.PI;
      const point = { lat, lon: ((at * 137.50776) % 360) - 180 };
      for (const layer of layers) {
        const alone = layer.areas.filter((area) => areaAt({ ...layer, areas: [area] }, point) !== null);
        expect(alone.length).toBeLessThan(2);
      }
    }
  });

  it.each([
    ['Kaliningrad', 20.5, 54.71, 'Russia'],
    ['Chukotka beyond the date line', -175, 66.5, 'Russia'],
    ['Chukotka before it', 176, 66.5, 'Russia'],
    ['Wrangel Island', 179.8, 71.2, 'Russia'],
    ['the west of Fiji', 177.9, -17.9, 'Fiji'],
    ['the far side of Fiji', -179.98, -16.83, 'Fiji'],
    ['Simferopol', 34.1, 44.95, 'Ukraine'],
    ['the pole', 10, -89, 'Antarctica'],
    ['the Atlantic', -30, 30, null],
    ['the sea by Ghana, where 0/0 lies', 0, 0, null],
  ])('have %s where it is', (_, lon, lat, name) => {
    expect(nameAt(set.countries, lon, lat)).toBe(name);
  });

  it('say of a point the same as d3-geo', () => {
    for (const [lon, lat] of [
      [37.6, 55.75],
      [-175, 66.5],
      [179.8, 71.2],
      [13.4, 52.5],
      [-120, 50],
    ] as const) {
      const found = set.countries.areas.find((area) => geoContains(area, [lon, lat]));
      expect(nameAt(set.countries, lon, lat)).toBe(found?.properties.name ?? null);
    }
  });

  it('know the units of each country by its code', () => {
    const codes = set.countries.areas.map(({ properties }) => properties.code);
    expect(UNITS.filter((code) => !codes.includes(code))).toEqual([]);
  });

  it.each([
    ['Moscow', 37.62, 55.75, 'RU-MOW'],
    ['Zvenigorod', 36.85, 55.73, 'RU-MOS'],
    ['Magadan', 150.8, 59.57, 'RU-MAG'],
    ['Grozny', 45.7, 43.32, 'RU-CE'],
  ])('have mended codes and names in Russia: %s', (_, lon, lat, code) => {
    const units = set.units('RUS')!;
    expect(units.areas[areaAt(units, { lon, lat })!]!.properties.code).toBe(code);
    expect(units.areas.map(({ properties }) => properties.name)).not.toContain('Maga Buryatdan');
  });

  it.each([
    ['RUS', 'Moscow Oblast', 36.85, 55.73],
    ['RUS', 'Moscow', 37.62, 55.75],
    ['RUS', 'Republic of Dagestan', 47.5, 42.98],
    ['RUS', 'Ingushetia', 44.8, 43.2],
    ['RUS', 'Saint Petersburg', 30.3, 59.95],
    ['RUS', 'Leningrad Oblast', 33.5, 59.6],
    ['UKR', 'Kyiv Oblast', 30.1, 49.8],
    ['UKR', "Donets'ka oblast", 37.8, 48],
    ['UKR', 'Mykolaivska oblast', 32, 47.5],
    ['UKR', 'Zakarpatska oblast', 23.3, 48.4],
    ['UKR', 'Kiev Special Republican City', 30.5, 50.45],
    ['USA', 'Washington DC', -77.03, 38.9],
    ['BGD', 'Chittagong Division', 91.8, 22.5],
    ['SYR', 'Aleppo Governorate', 37.16, 36.2],
    ['DEU', 'Bavaria', 11.5, 48.1],
  ])('are found by the words of rows: %s, %s', (country, name, lon, lat) => {
    const units = set.units(country)!;
    expect(onlyArea(namedAreas(units)(name))).toBe(areaAt(units, { lon, lat }));
  });

  it.each([
    ['SOLOMON ISLANDS', 160, -9.6],
    ['Bosnia-Herzegovina', 18, 44],
    ["COTE D'IVOIRE", -5.5, 7.5],
    ['Central African Republic', 20.5, 6.5],
    ['DR Congo (Zaire)', 24, -3],
    ['Myanmar (Burma)', 96, 21],
    ['UK', -1.5, 52.5],
    ['Macedonia', 21.5, 41.6],
    ['South Sudan', 30, 7.5],
  ])('are found by the names of countries: %s', (name, lon, lat) => {
    expect(onlyArea(namedAreas(set.countries)(name))).toBe(areaAt(set.countries, { lon, lat }));
  });

  it('are of the regions of a series by their place in its tree, each of one', () => {
    const region = (
      id: string,
      label: string,
      parent: string | null = null,
      country: string | null = null,
    ) => ({
      ...{ id, label, country, parent },
      isCountry: parent === null,
    });
    const regions = [
      ...[region('georgia', 'GEORGIA'), region('usa', 'USA'), region('usa.georgia', 'Georgia', 'usa', 'USA')],
      ...[region('territory', 'USA TERRITORY'), region('mexico', 'MEXICO'), region('ukraine', 'Ukraine')],
      region('ukraine.kyiv', 'Kyiv', 'ukraine', 'Ukraine'),
      region('ukraine.kyiv-city', 'Kyiv City', 'ukraine', 'Ukraine'),
      region('ukraine.odesa', 'Odesa', 'ukraine', 'Ukraine'),
      // A district that is called as its oblast is.
      region('ukraine.odesa.odesa', 'Odesa', 'ukraine.odesa', 'Ukraine'),
      region('ukraine.nowhere', 'Nowhere', 'ukraine', 'Ukraine'),
      region('ukraine.nowhere.lviv', "L'viv", 'ukraine.nowhere', 'Ukraine'),
    ];
    const areas = regionAreas(set, regions, ['USA', 'MEX']);
    expect([...areas].map(([id, { properties }]) => [id, properties.code ?? properties.name])).toEqual([
      ...[
        ['georgia', 'GEO'],
        ['usa', 'USA'],
        ['usa.georgia', 'US-GA'],
        ['mexico', 'MEX'],
        ['ukraine', 'UKR'],
      ],
      ...[
        ['ukraine.kyiv', 'Kiev'],
        ['ukraine.kyiv-city', 'Kiev City'],
        ['ukraine.odesa', 'Odessa'],
      ],
    ]);
  });

  it('are given out file by file, and nothing else of the folder is', async () => {
    expect(JSON.parse((await boundaryFile('natural-earth/admin1/SYR.json')) ?? 'null')).toHaveProperty(
      'type',
      'Topology',
    );
    for (const path of [
      'natural-earth/../README.md',
      'natural-earth/admin1/../countries.json',
      'nowhere/countries.json',
      'natural-earth/admin1/QQQ.json',
    ])
      expect(await boundaryFile(path)).toBeNull();
  });

  it('draw the north of Western Sahara, at 27.67 degrees, in dispute alone, and its south, at 21.33, as a border', () => {
    const near = set.countries.areas.flatMap(({ properties: { code = '' } }, at) =>
      ['MAR', 'ESH', 'MRT', 'DZA'].includes(code) ? [at] : [],
    );
    const { coordinates } = apartFrom(set.countries.borders(near), set.disputed);
    const crosses = (line: readonly (readonly number[])[], lon: number, lat: number) =>
      line.slice(1).some(([x = 0, y = 0], at) => {
        const [before = 0] = line[at] ?? [];
        return (x - lon) * (before - lon) <= 0 && Math.abs(y - lat) < 0.1;
      });
    expect(coordinates.some((line) => crosses(line, -10.5, 27.67))).toBe(false);
    expect(coordinates.some((line) => crosses(line, -14.5, 21.33))).toBe(true);
    const claims = set.disputed!.features.flatMap(({ geometry }) => geometry?.coordinates ?? []);
    expect(claims.flat().some((at) => Array.isArray(at) && Math.abs((at[1] as number) - 27.67) < 0.1)).toBe(
      true,
    );
  });

  it('have no unit for a name that none has', () => {
    expect(onlyArea(namedAreas(set.units('RUS')!)('Atlantis Oblast'))).toBeNull();
    expect(set.units('../RUS')).toBeNull();
  });
});

describe('the outlines of an operator', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'boundaries-'));
  afterAll(() => rm(folder, { recursive: true }));
  const own = join(folder, 'district');
  await mkdir(own);
  const manifest = { name: 'District', source: 'made up', licence: 'CC0' };
  await writeFile(join(own, 'boundaries.json'), JSON.stringify(manifest));
  const ring = [
    [10, 50],
    [10, 51],
    [11, 51],
    [11, 50],
    [10, 50],
  ];
  const area = {
    type: 'Feature',
    properties: { name: 'Here' },
    geometry: { type: 'Polygon', coordinates: [ring] },
  };
  await writeFile(
    join(own, 'countries.json'),
    JSON.stringify({ type: 'FeatureCollection', features: [area] }),
  );

  it('stand beside the bundled ones, under the name of their folder, with their source', () => {
    const sets = allBoundaries({ ANNALS_BOUNDARIES: folder });
    expect([...sets.keys()]).toEqual(['natural-earth', 'district']);
    expect(sets.get('district')).toMatchObject(manifest);
    expect(nameAt(sets.get('district')!.countries, 10.5, 50.5)).toBe('Here');
    expect(sets.get('district')!.units('DEU')).toBeNull();
  });

  it('are of their own land, not of the rest of the world, whichever way they are wound', async () => {
    const turned = join(folder, 'turned');
    await mkdir(join(turned, 'admin1'), { recursive: true });
    await writeFile(join(turned, 'boundaries.json'), JSON.stringify(manifest));
    const against = { ...area, geometry: { type: 'Polygon', coordinates: [ring.toReversed()] } };
    const file = JSON.stringify({ type: 'FeatureCollection', features: [against] });
    await writeFile(join(turned, 'countries.json'), file);
    await writeFile(join(turned, 'admin1', 'DEU.json'), '{"type":');
    const told: string[] = [];
    const sets = allBoundaries({ ANNALS_BOUNDARIES: folder }, (path) => void told.push(path));
    for (const id of ['district', 'turned']) {
      const { countries } = sets.get(id)!;
      // A square of a degree at 50.5° north, in steradians; the world has 12.57.
      const expected = (Math.PI / 180) ** 2 * Math.cos((50.5 * Math.PI) / 180);
      expect(geoArea(countries.areas[0]!)).toBeCloseTo(expected, 6);
      expect(geoArea(countries.merged([0]))).toBeCloseTo(expected, 6);
    }
    expect(told).toEqual([]);
    expect(sets.get('turned')!.units('DEU')).toBeNull();
    expect(told).toEqual([join(turned, 'admin1', 'DEU.json')]);
    await rm(turned, { recursive: true });
  });

  it.each([
    [
      'says nothing of its source',
      '{"name":"Broken"}',
      '{"type":"FeatureCollection","features":[]}',
      /source: /,
    ],
    ['holds no outlines', JSON.stringify(manifest), 'no JSON', /JSON/],
  ])('are left out and told where a folder %s; the others stay', async (_, about, countries, reason) => {
    const broken = join(folder, 'broken');
    await mkdir(broken);
    await writeFile(join(broken, 'boundaries.json'), about);
    await writeFile(join(broken, 'countries.json'), countries);
    const told: string[] = [];
    const sets = allBoundaries(
      { ANNALS_BOUNDARIES: folder },
      (path, why) => void told.push(`${path}: ${why}`),
    );
    expect([...sets.keys()]).toEqual(['natural-earth', 'district']);
    expect(told).toHaveLength(1);
    expect(told[0]).toContain(broken);
    expect(told[0]).toMatch(reason);
    await rm(broken, { recursive: true });
  });
});
