import type { Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { SAMPLE_BOUNDARIES as SET, squareArea } from '../../testing/pictures/map-sample';
import { type AreaFeature, featureLayer } from './boundary-set';
import { frameOf, projectionOf } from './map-frame';
import { shadedMap } from './shaded-map';

const layer = SET.countries;
const BOX = { west: 8, east: 12, south: 48, north: 52 };

describe('shaded areas', () => {
  it('are drawn in a frame, with a place for a text', () => {
    const [drawn] = shadedMap(SET, frameOf(BOX), [layer.areas[0]!]).areas;
    expect(drawn!.outline).toMatch(/^M.*z$/);
    expect(drawn!.x).toBeCloseTo(500, -1);
  });

  it('have a text in them, and not in a hole that is another area', () => {
    const outer = squareArea('Ring', 10, 50, 2);
    const hole = squareArea('Hole', 10, 50, 1);
    const [ring] = outer.geometry.coordinates as Position[][];
    const [inner] = hole.geometry.coordinates as Position[][];
    const around: AreaFeature = {
      ...outer,
      geometry: { type: 'Polygon', coordinates: [ring!, inner!.toReversed()] },
    };
    const frame = frameOf(BOX);
    const [drawn, middle] = shadedMap(SET, frame, [around, hole]).areas;
    const corners = inner!.map(([lon = 0, lat = 0]) => projectionOf(frame)([lon, lat])!);
    const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
    const isInHole = ({ x, y }: { x: number; y: number }) =>
      x > Math.min(...xs) && x < Math.max(...xs) && y > Math.min(...ys) && y < Math.max(...ys);
    expect([isInHole(drawn!), isInHole(middle!)]).toEqual([false, true]);
  });

  it('are dots where they are too small to be seen, and nothing out of sight', () => {
    const areas = [squareArea('Speck', 10, 50, 0.001), squareArea('Far', 60, 50, 0.001)];
    const [speck, far] = shadedMap(SET, frameOf(BOX), areas).areas;
    expect(speck!.outline).toMatch(/^M\d+ \d+a7 7 /);
    expect(far!.outline).toBe('');
  });

  it('are not land as well, and of a country whose units are shaded the others are', () => {
    const countries = featureLayer([squareArea('AAA', 10, 50, 3), squareArea('BBB', 18, 50, 3)]);
    const units = featureLayer([squareArea('AAA-1', 8.5, 50, 1), squareArea('AAA-2', 11.5, 50, 1)]);
    const set = { ...SET, countries, units: (code: string) => (code === 'AAA' ? units : null) };
    const frame = frameOf({ west: 5, east: 23, south: 44, north: 56 });
    const parts = (areas: readonly AreaFeature[]) =>
      shadedMap(set, frame, areas).base.land.match(/M/g)?.length ?? 0;
    expect(parts([])).toBe(2);
    expect(parts(countries.areas)).toBe(0);
    expect(parts([units.areas[0]!])).toBe(2);
    expect(parts(units.areas)).toBe(1);
  });
});
