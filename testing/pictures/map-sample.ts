import { baseMap } from '../../lib/boundaries/base-map';
import { type AreaFeature, type BoundarySet, featureLayer } from '../../lib/boundaries/boundary-set';
import { frameOf } from '../../lib/boundaries/map-frame';
import type { PlaceMark, PlacesResult } from '../../lib/query/result';
import type { MapInput } from '../../lib/render/map/lay-map';
import type { View } from '../../lib/view/view';
import { sampleInput } from './activity-sample';

/** For tests: a square of so many degrees around a point; clockwise, for on a sphere what lies within is to the right. */
export function squareArea(code: string, lon: number, lat: number, half: number): AreaFeature {
  const [west, east, south, north] = [lon - half, lon + half, lat - half, lat + half];
  const ring = [
    [west, south],
    [west, north],
    [east, north],
    [east, south],
    [west, south],
  ];
  return {
    type: 'Feature',
    properties: { name: code, code },
    geometry: { type: 'Polygon', coordinates: [ring.map(([x = 0, y = 0]) => [((x + 540) % 360) - 180, y])] },
  };
}

const UNITS = featureLayer([squareArea('AAA-1', 10, 50, 1)]);

/** For tests: three square countries, one of which has a square unit, one across the date line. */
export const SAMPLE_BOUNDARIES: BoundarySet = {
  ...{ id: 'made', name: 'Made', source: 'Made up', licence: 'CC0', disputed: null },
  countries: featureLayer([
    squareArea('AAA', 10, 50, 3),
    squareArea('BBB', 60, 50, 3),
    squareArea('CCC', 180, 0, 2),
  ]),
  units: (code) => (code === 'AAA' ? UNITS : null),
};

/** For tests: a mark written as `exact 51 10.5 Here`, with the best count of each group, as `iskp:3`; low and high are the same. */
export function markOf(text: string, ...groups: readonly string[]): PlaceMark {
  const [precision = '', lat = '', lon = '', ...name] = text.split(' ');
  const counted = groups.map((one) => {
    const [series = '', count = ''] = one.split(':');
    const value = Number(count);
    return { series, low: value, best: value, high: value, basis: null };
  });
  const value = counted.reduce((sum, { best }) => sum + best, 0);
  return {
    id: `${precision}:${lat}:${lon}`,
    ...{ lat: Number(lat), lon: Number(lon), low: value, best: value, high: value, basis: null },
    precision: precision as PlaceMark['precision'],
    name: name.length === 0 ? null : name.join(' '),
    names: name.length === 0 ? 0 : 1,
    matched: value,
    groups: counted,
  };
}

const NOBODY = { low: 0, best: 0, high: 0 };

/** For tests: places in the first of the sample's countries. */
export function placesOf(marks: readonly PlaceMark[], change: Partial<PlacesResult> = {}): PlacesResult {
  return {
    as: 'points',
    marks,
    points: marks.length,
    extent: { west: 8, south: 48, east: 12, north: 52 },
    outside: NOBODY,
    off: {
      region: NOBODY,
      country: { low: 14, best: 14, high: 14 },
      none: NOBODY,
      impossible: { low: 0, best: 1, high: 1 },
    },
    ...change,
  };
}

/** For tests: what a map is drawn from, over the sample's outlines. */
export function sampleMap(places: PlacesResult, change: Partial<View> = {}): MapInput {
  const none = { bins: [] };
  const { info, view } = sampleInput(change, none, none);
  return {
    info,
    view,
    places,
    regions: null,
    base: baseMap(SAMPLE_BOUNDARIES, frameOf(places.extent!), ['AAA']),
  };
}

/** For tests: marks of each precision, of one group and of several. */
export const SAMPLE_MARKS: readonly PlaceMark[] = [
  markOf('exact 51.2 9 Northtown', 'iskp:40'),
  markOf('town 50.5 11 Eastville', 'iskp:6', 'is:2'),
  markOf('district 49 10 Southam', 'is:9'),
  markOf('region 50 8.5', 'none:4'),
  markOf('unknown 48.5 11.5 Somewhere', 'a10:1'),
];
