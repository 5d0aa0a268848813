import { describe, expect, it } from 'vitest';
import { tinyPackage } from '../../../../testing/packages/tiny-package';
import type { DatasetId } from '../../../series/model';
import { revisionOf } from '../../../store/revision/revision-hash';
import { importDataPackage } from '../datapackage';

/** The example of the TopoJSON specification (1.2 and 2.1.1), its polygon drawn against its arc, and as a second object by its side. */
const SPECIFIED = {
  arcs: [
    [
      [102, 0],
      [103, 1],
    ],
    [
      [100, 0],
      [101, 0],
      [101, 1],
      [100, 1],
      [100, 0],
    ],
  ],
  /** The same in steps, on a grid of so many degrees. */
  quantized: {
    transform: { scale: [0.5, 0.25], translate: [100, 0] },
    arcs: [
      [
        [4, 0],
        [2, 4],
      ],
      [
        [0, 0],
        [2, 0],
        [0, 4],
        [-2, 0],
        [0, -4],
      ],
    ],
  },
};
const REVERSED = [
  [100, 0],
  [100, 1],
  [101, 1],
  [101, 0],
  [100, 0],
];

const geometries = [
  { type: 'Polygon', arcs: [[-2]], properties: { region: 'north', date: '1991/2008', name: 'North' } },
  {
    type: 'MultiPolygon',
    arcs: [[[1]]],
    id: 'north',
    properties: { date: 2009, source_ids: ['atlas', 'survey'] },
  },
];
const objects = { old: geometries[0], recent: { type: 'GeometryCollection', geometries: [geometries[1]] } };

const FIELDS = ['region', 'date', 'geometry', 'source_ids'].map((name) => ({
  name,
  type: name === 'geometry' ? 'geojson' : name === 'source_ids' ? 'list' : 'string',
}));

function imported(areas: object | string, path: string, regions = 'id,label\nnorth,North\nsouth,South\n') {
  const text = typeof areas === 'string' ? areas : JSON.stringify(areas);
  const files = tinyPackage({
    tables: {
      incidents: 'id,date,title\na,2020-01-01,A\n',
      regions,
      sources: 'id,publisher,title\natlas,P,Atlas\nsurvey,P,Survey\n',
      areas: text,
    },
    paths: { areas: path },
    schemas: { areas: { fields: FIELDS } },
  });
  return importDataPackage('tiny' as DatasetId, files);
}

const square = (of: (lon: number, lat: number) => readonly number[]) =>
  [
    [30, 50],
    [31, 50],
    [31, 51],
    [30, 51],
    [30, 50],
  ].map(([lon, lat]) => of(lon!, lat!));
const feature = (geometry: unknown, region = 'north') => ({
  type: 'FeatureCollection',
  features: [{ type: 'Feature', properties: { region, date: '2020', source_ids: null }, geometry }],
});
const polygon = (...rings: unknown[]) => ({ type: 'Polygon', coordinates: rings });

describe('a file of outlines in a package', () => {
  it.each([
    ['as it is', { type: 'Topology', objects, arcs: SPECIFIED.arcs }],
    ['in steps', { type: 'Topology', objects, ...SPECIFIED.quantized }],
  ])('is read as TopoJSON %s, all its objects, with days and sources', (_, topology) => {
    const { series, problems } = imported(topology, 'areas.topojson');
    // The one property that the schema does not name is said.
    expect(problems.map(({ code, value }) => [code, value])).toEqual([['unknown-column', 'name']]);
    expect(
      series?.areas?.map(({ region, date, polygons, sources }) => [region, date, polygons, sources]),
    ).toEqual([
      ['north', '1991/2008', [[REVERSED]], []],
      ['north', '2009', [[SPECIFIED.arcs[1]]], ['atlas', 'survey']],
    ]);
  });

  it('gives the revision that the same outlines give as a table', () => {
    const asTable = [
      'region,date,geometry,source_ids',
      `north,1991/2008,"${JSON.stringify(polygon(REVERSED)).replaceAll('"', '""')}",`,
      `north,2009,"${JSON.stringify(polygon(SPECIFIED.arcs[1])).replaceAll('"', '""')}",atlas|survey`,
    ].join('\n');
    const topology = { type: 'Topology', objects, arcs: SPECIFIED.arcs };
    const [fromTable, fromFile] = [imported(asTable, 'areas.csv'), imported(topology, 'areas.json')];
    expect(fromTable.problems).toEqual([]);
    expect(revisionOf(fromFile.series!)).toBe(revisionOf(fromTable.series!));
  });

  it('takes rings wound either way, over the date line, and leaves heights out', () => {
    const over = square((lon, lat) => [lon === 30 ? 179.5 : -179.5, lat, 12]);
    const { series, problems } = imported(feature(polygon(over)), 'areas.geojson');
    expect(problems.map(({ code }) => code)).toEqual(['heights-left-out']);
    expect(series?.areas?.[0]?.polygons).toEqual([
      [square((lon, lat) => [lon === 30 ? 179.5 : -179.5, lat])],
    ]);
  });

  it.each([
    [
      'not closed',
      polygon(square((x, y) => [x, y]).slice(0, 4)),
      /ring 1 of polygon 1 is not closed: it begins at 30, 50 and ends at 30, 51/,
    ],
    ['in metres', polygon(square((x, y) => [x * 1e5, y * 1e5])), /3000000, 5000000: not in degrees/],
    ['latitude first', polygon(square((x, y) => [y, x * 3.1])), /the longitude comes first/],
    [
      'counted to 360',
      polygon(square((x, y) => [x + 160, y])),
      /write longitudes from -180 to 180, 190 as -170/,
    ],
    [
      'a line there and back',
      polygon([
        [1, 1],
        [2, 2],
        [1, 1],
        [2, 2],
        [1, 1],
      ]),
      /encloses nothing/,
    ],
    [
      'a hole that is no ring',
      polygon(
        square((x, y) => [x, y]),
        'hole',
      ),
      /ring 2 of polygon 1 is no list/,
    ],
    ['words for numbers', polygon([['1', '2']]), /no two numbers/],
    ['a point', { type: 'Point', coordinates: [1, 2] }, /and this is a Point/],
    ['no polygons', { type: 'MultiPolygon', coordinates: [] }, /has no polygons/],
  ])('names an outline that is %s', (_, geometry, reason) => {
    const { series, problems } = imported(feature(geometry), 'areas.geojson');
    expect(problems).toMatchObject([{ file: 'areas.geojson', row: 1, column: 'geometry', code: 'bad-area' }]);
    expect(problems[0]!.reason).toMatch(reason);
    expect(series?.areas).toBeUndefined();
  });

  it.each([
    [
      'of a region that there is not',
      feature(polygon(square((x, y) => [x, y])), 'east'),
      'unknown-reference',
    ],
    ['without a geometry', feature(null), 'required'],
    [
      'of a region for days that it has one for',
      { type: 'Topology', arcs: SPECIFIED.arcs, objects: { a: geometries[1], b: geometries[1] } },
      'duplicate-value',
    ],
  ])('names an outline %s', (_, areas, code) => {
    const { problems } = imported(areas, 'areas.json');
    expect(problems.map((one) => one.code).filter((one) => one !== 'unknown-column')).toEqual([code]);
  });

  it.each([
    ['no JSON', '{"type":', /^not JSON/],
    ['another thing', { type: 'GeometryCollection' }, /^neither a FeatureCollection/],
    [
      'in another system',
      { ...feature(null), crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::27700' } } },
      /drawn in urn:ogc:def:crs:EPSG::27700, not in degrees/,
    ],
    ['without its arcs', { type: 'Topology', objects, arcs: [SPECIFIED.arcs[0]] }, /there is no arc -2/],
    ['without objects', { type: 'Topology', arcs: [] }, /no objects/],
  ])('that is %s leaves no series', (_, areas, reason) => {
    const { series, problems } = imported(areas, 'areas.json');
    expect(problems).toMatchObject([{ file: 'areas.json', code: 'bad-outlines' }]);
    expect(problems[0]!.reason).toMatch(reason);
    expect(series).toBeNull();
  });

  it.each(['urn:ogc:def:crs:OGC:1.3:CRS84', 'urn:ogc:def:crs:EPSG::4326', 'EPSG:4326'])(
    'may say %s',
    (name) => {
      const areas = { ...feature(polygon(square((x, y) => [x, y]))), crs: { properties: { name } } };
      expect(imported(areas, 'areas.json').problems).toEqual([]);
    },
  );
});
