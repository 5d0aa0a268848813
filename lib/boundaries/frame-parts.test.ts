import { describe, expect, it } from 'vitest';
import { partOfUnits } from './frame-parts';
import { FRAME_WIDTH, frameOf, frameOfPart, type MapFrame, projectionOf } from './map-frame';

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
      expect(Math.abs(next.lon - 11)).toBeLessThan(6);
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
