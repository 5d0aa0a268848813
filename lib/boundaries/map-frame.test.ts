import { geoArea } from 'd3-geo';
import { describe, expect, it } from 'vitest';
import { isInBox } from '../series/places/location';
import { boxInUnits, boxOfUnits } from './frame-parts';
import { boxOutline, boxWidth, FRAME_WIDTH, frameOf, projectionOf, roomyBox } from './map-frame';

const BOXES = {
  syria: { west: 35.5, east: 42.5, south: 32.3, north: 37.3 },
  russia: { west: 19, east: -169, south: 41, north: 80 },
  fiji: { west: 176, east: -178, south: -20, north: -15 },
  world: { west: -180, east: 180, south: -60, north: 80 },
  point: { west: 37.6, east: 37.6, south: 55.7, north: 55.7 },
} as const;

/** The area of a ring in square units. */
function planar(ring: readonly (readonly number[])[]): number {
  return Math.abs(
    ring.reduce((sum, [x = 0, y = 0], at) => {
      const [nextX = 0, nextY = 0] = ring[(at + 1) % ring.length] ?? [];
      return sum + (x * nextY - nextX * y) / 2;
    }, 0),
  );
}

describe('the frame of a box', () => {
  it.each(Object.entries(BOXES))('holds all corners of %s', (_, box) => {
    const frame = frameOf(box);
    const projection = projectionOf(frame);
    for (const lon of [box.west, box.east]) {
      for (const lat of [box.south, box.north]) {
        const [x = -1, y = -1] = projection([lon, lat]) ?? [];
        expect(x).toBeGreaterThanOrEqual(0);
        expect(x).toBeLessThanOrEqual(FRAME_WIDTH);
        expect(y).toBeGreaterThanOrEqual(0);
        expect(y).toBeLessThanOrEqual(frame.height);
      }
    }
  });

  it.each([['russia'], ['world']] as const)(
    'keeps areas in %s: squares of one size are as large north as south',
    (name) => {
      const frame = frameOf(BOXES[name]);
      const projection = projectionOf(frame);
      const sizes = [45, 55, 65, 75].map((lat) => {
        const ring = [
          [60, lat],
          [60, lat + 2],
          [62, lat + 2],
          [62, lat],
        ];
        const sphere = geoArea({ type: 'Polygon', coordinates: [[...ring, ring[0]!]] });
        return planar(ring.map(([lon = 0, north = 0]) => projection([lon, north]) ?? [])) / sphere;
      });
      for (const size of sizes) expect(size / sizes[0]!).toBeCloseTo(1, 1);
    },
  );

  it('shows the surroundings of a single point, and not one point as large as the frame', () => {
    const box = roomyBox(BOXES.point);
    expect(box.north - box.south).toBeCloseTo(1.5);
    expect((box.east - box.west) * Math.cos((55.7 * Math.PI) / 180)).toBeCloseTo(1.5);
  });

  it('gives a rectangle of itself back as a box, over the date line too', () => {
    const frame = frameOf(BOXES.fiji);
    const box = boxOfUnits(frame, [300, 200, 700, 500]);
    expect(box.west).toBeGreaterThan(170);
    expect(box.east).toBeLessThan(-170);
    expect(box.south).toBeLessThan(box.north);
    const [x = 0] = projectionOf(frame)([box.west, (box.south + box.north) / 2]) ?? [];
    expect(x).toBeCloseTo(300, -1);
  });
});

describe('the box that is marked in a frame', () => {
  it.each([
    ['syria', [200, 60, 800, 300], 0.3],
    ['fiji', [100, 100, 900, 300], 0.3],
  ] as const)('is the rectangle in a small part of the world: %s', (name, rectangle, off) => {
    const frame = frameOf(BOXES[name]);
    const box = boxInUnits(frame, rectangle)!;
    const around = boxOfUnits(frame, rectangle);
    for (const edge of ['west', 'south', 'east', 'north'] as const)
      expect(Math.abs(box[edge] - around[edge])).toBeLessThan(off);
  });

  it('holds in Siberia what is in the middle of the rectangle, and not what lies far beside it', () => {
    const frame = frameOf(BOXES.russia);
    const at = (lon: number, lat: number) => projectionOf(frame)([lon, lat])!;
    // From the Urals to Yakutsk.
    const [left, right] = [at(60, 60)[0], at(130, 62)[0]];
    const box = boxInUnits(frame, [left, at(95, 70)[1], right, at(95, 55)[1]])!;
    const surgut = { lat: 61.25, lon: 73.4 };
    const moscow = { lat: 55.75, lon: 37.62 };
    const omsk = { lat: 54.99, lon: 73.37 };
    expect([surgut, moscow, omsk].map((point) => isInBox(point, box))).toEqual([true, false, false]);
    // A mark in the corner of the rectangle is not left out, one beside it still is.
    const rectangle = [left, at(95, 70)[1], right, at(95, 55)[1]] as const;
    const [lon = 0, lat = 0] = projectionOf(frame).invert!([left + 5, rectangle[3] - 5])!;
    const corner = { lat, lon };
    expect(isInBox(corner, boxInUnits(frame, rectangle)!)).toBe(false);
    const larger = boxInUnits(frame, rectangle, [corner, moscow])!;
    expect([corner, moscow].map((point) => isInBox(point, larger))).toEqual([true, false]);
    expect(box.north).toBeCloseTo(70, 0);
    expect(box.south).toBeCloseTo(55, 0);
  });

  it('is a part of the world where the map is turned to the Pacific', () => {
    const frame = frameOf({ west: 120, east: 60, south: -50, north: 70 });
    const box = boxInUnits(frame, [520, 60, 900, 320])!;
    expect(boxWidth(box)).toBeLessThan(200);
  });

  it('is all around the world where that is marked, and not one meridian', () => {
    const frame = frameOf({ west: -150, east: 30, south: -70, north: 75 });
    expect(frame).toMatchObject({ kind: 'world', lon: -60 });
    const box = boxInUnits(frame, [-600, 150, 1600, 550])!;
    expect([box.west, box.east]).toEqual([-180, 180]);
    expect(isInBox({ lat: 10, lon: 100 }, box)).toBe(true);
  });

  it('is none about a pole', () => {
    const frame = frameOf({ west: -180, east: 180, south: 60, north: 90 });
    expect(
      boxInUnits({ ...frame, kind: 'part', lat: 90, lon: 0 }, [
        frame.x - 90,
        frame.y - 90,
        frame.x + 90,
        frame.y + 90,
      ]),
    ).toBeNull();
  });

  it('has an edge that stays in the frame', () => {
    const text = boxOutline(frameOf(BOXES.syria), BOXES.syria);
    const numbers = [...text.matchAll(/-?[\d.]+/g)].map(([one]) => Number(one));
    expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...numbers)).toBeLessThanOrEqual(FRAME_WIDTH);
  });
});

it('is cut in the Pacific where places are all around the world', () => {
  expect(frameOf({ west: 0.02, east: -0.05, south: -50, north: 60 })).toMatchObject({
    kind: 'world',
    lon: 11,
  });
});
