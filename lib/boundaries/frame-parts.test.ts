import { describe, expect, it } from 'vitest';
import { cpuTime } from '@/testing/cpu-time';
import type { Box } from '../series/places/location';
import { partOfUnits } from './frame-parts';
import { boxWidth, FRAME_WIDTH, frameOf, type MapFrame, projectionOf } from './map-frame';
import { frameOfPart } from './part-frame';

describe.each([
  ['Russia', { west: 27, south: 41, east: 179, north: 70 }],
  ['Syria', { west: 35.5, south: 32.3, east: 42.5, north: 37.3 }],
  ['the south of America', { west: -75, south: -55, east: -53, north: -20 }],
  ['Fiji, over the date line', { west: 176, south: -20, east: -178, north: -15 }],
  ['the world', { west: -170, south: -50, east: 175, north: 70 }],
])('a map of %s that is moved', (_, box) => {
  /** Where the points of a frame lie once a rectangle of it, in shares of it, is shown alone. */
  const shown = (frame: MapFrame, [left, top, right, bottom]: readonly [number, number, number, number]) => {
    const [w, h] = [FRAME_WIDTH, frame.height];
    const next = frameOfPart(partOfUnits(frame, [left * w, top * h, right * w, bottom * h]));
    const place = (across: number, down: number) => {
      const [x, y] = projectionOf(next)(projectionOf(frame).invert!([across * w, down * h])!)!;
      return [x / w, y / h] as const;
    };
    return { next, place };
  };

  it('keeps its middle where it is enlarged again and again, each time as much', () => {
    const first = frameOf(box);
    let frame = first;
    const middle = projectionOf(first).invert!([FRAME_WIDTH / 2, first.height / 2])!;
    for (let time = 1; time <= 5; time++) {
      const { next } = shown(frame, [0.25, 0.25, 0.75, 0.75]);
      const [x, y] = projectionOf(next)(middle)!;
      expect(x / FRAME_WIDTH).toBeCloseTo(0.5, 2);
      expect(y / next.height).toBeCloseTo(0.5, 2);
      expect(next.scale / frame.scale).toBeCloseTo(2, 1);
      frame = next;
    }
  });

  it('has what is pulled to its middle there, as large as before', () => {
    // A part, for the whole world cannot be moved.
    const { next: part } = shown(frameOf(box), [0.25, 0.25, 0.75, 0.75]);
    for (const [dx, dy] of [
      [0.25, 0],
      [-0.25, 0],
      [0.1, 0.1],
    ] as const) {
      const { next, place } = shown(part, [dx, dy, 1 + dx, 1 + dy]);
      const [x, y] = place(0.5 + dx, 0.5 + dy);
      expect(x).toBeCloseTo(0.5, 2);
      expect(y).toBeCloseTo(0.5, 2);
      expect(next.scale / part.scale).toBeCloseTo(1, 2);
    }
  });
});

describe.each([
  ['the north', 1],
  ['the south', -1],
] as const)('a map about the pole of %s', (_, side) => {
  const polar = (far: number) =>
    frameOf({
      west: -180,
      east: 180,
      ...(side > 0 ? { south: 90 - far, north: 90 } : { south: -90, north: far - 90 }),
    });
  const middleOf = (frame: MapFrame) => projectionOf(frame).invert!([FRAME_WIDTH / 2, frame.height / 2])!;
  const pulled = (frame: MapFrame, times: number, [right, down]: readonly [number, number] = [0, 0]) => {
    const [w, h] = [FRAME_WIDTH, frame.height];
    const [x, y] = [w * (0.5 + right), h * (0.5 + down)];
    return frameOfPart(
      partOfUnits(frame, [x - w / times / 2, y - h / times / 2, x + w / times / 2, y + h / times / 2]),
    );
  };

  it('keeps its middle and is as much larger each time', () => {
    let frame = polar(30);
    const middle = middleOf(frame);
    expect(Math.abs(middle[1])).toBeGreaterThan(89);
    for (let time = 0; time < 5; time++) {
      const next = pulled(frame, 2);
      const [x, y] = projectionOf(next)(middle)!;
      expect(x / FRAME_WIDTH).toBeCloseTo(0.5, 2);
      expect(y / next.height).toBeCloseTo(0.5, 2);
      expect(next.scale / frame.scale).toBeCloseTo(2, 1);
      // About a pole a little to the side is another meridian.
      expect(Math.abs(next.lon - 11)).toBeLessThan(15);
      frame = next;
    }
  });

  it.each([0.1, 0.3, 0.45])(
    'goes to a point that is away from it by %d of the height, as large as before',
    (share) => {
      const frame = pulled(polar(30), 2);
      const down = side * share;
      const [lon, lat] = projectionOf(frame).invert!([FRAME_WIDTH / 2, frame.height * (0.5 + down)])!;
      const next = pulled(frame, 1, [0, down]);
      const [x, y] = projectionOf(next)([lon, lat])!;
      expect(x / FRAME_WIDTH).toBeCloseTo(0.5, 2);
      expect(y / next.height).toBeCloseTo(0.5, 2);
      expect(next.scale / frame.scale).toBeCloseTo(1, 1);
      // Enlarged there it stays, until the pole is out of sight.
      const larger = pulled(next, 1.5);
      expect(projectionOf(larger)([lon, lat])![1] / larger.height).toBeCloseTo(0.5, 2);
      expect(larger.scale / next.scale).toBeCloseTo(1.5, 1);
    },
  );
});

/** What is shown about the middle of a frame where it is made so many times larger. */
function enlarged(frame: MapFrame, times: number, [right, down]: readonly [number, number] = [0, 0]) {
  const [wide, high] = [FRAME_WIDTH / times / 2, frame.height / times / 2];
  const [x, y] = [FRAME_WIDTH * (0.5 + right), frame.height * (0.5 + down)];
  return partOfUnits(frame, [x - wide, y - high, x + wide, y + high]);
}

const WORLD = { west: -180, south: -90, east: 180, north: 90 };
const STARTS: readonly Box[] = [
  { west: 0, south: 50, east: 40, north: 70 },
  { west: -34.8, south: 13.7, east: 100.3, north: 79.8 },
  { west: 37.6168, south: 55.7376, east: 37.6832, north: 55.7627 },
  { west: -170, south: 55, east: 170, north: 90 },
  { west: -60, south: 75, east: -20, north: 83 },
  { west: 176, south: -20, east: -178, north: -15 },
  { west: -180, south: -90, east: 180, north: -60 },
  { west: 100, south: -85, east: 140, north: -70 },
  { west: 19.1878, south: 83.0712, east: 19.531, north: 83.5095 },
];

describe.each(STARTS)('a map that is made smaller and smaller from %o', (start) => {
  it.each([1.1, 1.2, 1.35, 1.6, 2, 3, 4])('by %d comes to the world', (step) => {
    const world = frameOfPart(WORLD).scale;
    let frame = frameOfPart(start);
    // At least by half of a step each time.
    const most = Math.ceil((2 * Math.log(frame.scale / world)) / Math.log(step)) + 1;
    let times = 0;
    while (frame.scale > world * 1.001 && times <= most) {
      const next = frameOfPart(enlarged(frame, 1 / step));
      expect(next.scale).toBeLessThan(frame.scale);
      // As long as less than a fourth of the globe is shown by what is asked for, no farther than asked for.
      if (frame.scale / step > 600) expect((next.scale / frame.scale) * step).toBeCloseTo(1, 0.7);
      frame = next;
      times++;
    }
    expect(times).toBeLessThanOrEqual(most);
  });

  it('by 2 keeps its middle in sight, and is a box that an address can have', () => {
    let frame = frameOfPart(start);
    for (let time = 0; time < 14; time++) {
      const middle = projectionOf(frame).invert!([FRAME_WIDTH / 2, frame.height / 2])!;
      const part = enlarged(frame, 0.5);
      expect(part.west).not.toBe(part.east);
      expect(part.south).toBeLessThan(part.north);
      frame = frameOfPart(part);
      const [x, y] = projectionOf(frame)(middle)!;
      expect(x).toBeGreaterThan(0);
      expect(x).toBeLessThan(FRAME_WIDTH);
      expect(y).toBeGreaterThan(0);
      expect(y).toBeLessThan(frame.height);
    }
  });
});

describe.each([WORLD, ...STARTS])('a map that is enlarged again and again from %o', (start) => {
  it.each([
    [1.2, [0, 0]],
    [2, [0, 0]],
    [2, [0.2, -0.2]],
    [4, [-0.3, 0.1]],
  ] as const)('by %d comes to the least part', (step, off) => {
    let frame = frameOfPart(start);
    let times = 0;
    // The least part is 0.001 degrees high.
    for (; frame.scale < 3.5e7 && times < 150; times++) {
      const next = frameOfPart(enlarged(frame, step, off));
      expect(next.scale / frame.scale).toBeGreaterThan(
        Math.min(Math.sqrt(step), (3.55e7 / frame.scale) * 0.98),
      );
      frame = next;
    }
    expect(times).toBeLessThan(150);
    expect(frame.scale).toBeLessThan(3.7e7);
  });
});

it('is not made the world by pulling it to an edge of that, whatever numbers lose', () => {
  const frame = frameOfPart(enlarged(frameOfPart(WORLD), 1.3));
  expect(frame.kind).toBe('world');
  for (const off of [
    [0.4, -0.4],
    [-0.4, 0.4],
    [0.1, 0.5],
  ] as const)
    for (const times of [1, 1 - 1e-9]) expect(enlarged(frame, times, off)).not.toEqual(WORLD);
});

// Once the first of these was one meridian, and the second a strip of what is shown.
it.each([
  [{ west: -122.5, south: -40, east: -22.5, north: 20 }, 0.3],
  [{ west: -132.5, south: -60, east: -12.5, north: 20 }, 0.7],
  [{ west: -142.5, south: -40, east: -2.5, north: 40 }, 0.6],
])('is a box of what is seen where nearly all of the world is: %o, %d times as large', (start, times) => {
  for (const off of [
    [0, 0],
    [0.1, -0.1],
  ] as const)
    expect(boxWidth(enlarged(frameOfPart(start), times, off))).toBeGreaterThan(100);
});

it('goes on about a pole at once', () => {
  const frame = frameOf({ west: -180, east: 180, south: 60, north: 90 });
  const took = cpuTime(() => {
    for (let time = 0; time < 50; time++) enlarged(frame, 1.2 + time / 100);
  });
  // Some ten milliseconds; once it was four seconds.
  expect(took).toBeLessThan(1500);
});
