import { geoArea } from 'd3-geo';
import { describe, expect, it } from 'vitest';
import { boxOfUnits, FRAME_WIDTH, frameOf, projectionOf, roomyBox } from './map-frame';

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
