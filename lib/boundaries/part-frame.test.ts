import { describe, expect, it } from 'vitest';
import { finePart, isFinePart, writtenPart } from '../series/places/part';
import { FRAME_WIDTH, frameOf, projectionOf } from './map-frame';
import { frameOfPart } from './part-frame';

describe('the frame of a part', () => {
  // As addresses of four decimals were shown before smaller parts and those about a pole had five.
  it.each([
    ['37.6168,55.7376,37.6832,55.7627', 37.65, 55.75015, 721_582.1047, 500, 335.0504],
    ['-170,55,170,90', 11, 72.5, 534.27486, 495.4521, 492.654],
    ['-180,60,180,90', 11, 75, 625.11685, 498.6099, 492.2111],
    ['10,60,100,90', 55, 75, 1206.27127, 500, 335],
    ['-160,-90,160,-70', 0, -80, 939.37733, 500, 183.8443],
    ['-60,75,-20,83', -40, 79, 4288.90462, 500, 350.5389],
    ['35.5,32.3,42.5,37.3', 39, 34.8, 7147.06571, 500, 338.0752],
  ])('that an older address names is what its sender saw: %s', (text, lon, lat, scale, x, y) => {
    const [west = 0, south = 0, east = 0, north = 0] = text.split(',').map(Number);
    const frame = frameOfPart({ west, south, east, north });
    expect(frame.kind).toBe('part');
    expect([frame.lon, frame.lat]).toEqual([lon, expect.closeTo(lat, 5)]);
    expect(frame.scale / scale).toBeCloseTo(1, 6);
    expect([frame.x, frame.y]).toEqual([expect.closeTo(x, 3), expect.closeTo(y, 3)]);
    // A box about a pole is framed as before, too.
    if (north === 90) expect(frameOf({ west, south, east, north }).scale / scale).toBeCloseTo(1, 6);
  });

  it('that is written finely is as large as it is', () => {
    const small = { west: 37.6168, south: 55.7376, east: 37.6832, north: 55.7627 };
    expect(writtenPart(small)).toEqual({ west: 37.61679, south: 55.7376, east: 37.68319, north: 55.7627 });
    // By the width: 0.0664 degrees at 55.75 degrees north.
    const shown = frameOfPart(writtenPart(small));
    const least = (0.94 * 670) / ((0.0251 * Math.PI) / 180);
    expect(shown.scale / least).toBeCloseTo(1, 2);
  });

  it.each([
    [179.9, 40],
    [179.9, 1],
    [120, 30],
    [80, 45],
    [50, 60],
    [30, 60],
  ])('has all of it in sight, and hardly more, %d degrees around a pole and %d down', (half, far) => {
    for (const side of [1, -1]) {
      const edges = side > 0 ? { south: 90 - far, north: 90 } : { south: -90, north: far - 90 };
      const part = finePart({ west: 20 - half, east: 20 + half > 180 ? half - 340 : 20 + half, ...edges });
      const frame = frameOfPart(part);
      const projection = projectionOf(frame);
      const [xs, ys]: [number[], number[]] = [[], []];
      for (let at = 0; at <= 400; at++) {
        for (let up = 0; up <= 20; up++) {
          const lon = 20 - half + (at / 400) * 2 * half;
          const [x = 0, y = 0] = projection([lon, edges.south + (up / 20) * far])!;
          xs.push(x);
          ys.push(y);
        }
      }
      expect(frame.kind).toBe('part');
      const [left, right] = [Math.min(...xs), Math.max(...xs)];
      const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
      // Room at the edges that are nearest, as much at either side.
      expect(Math.max((right - left) / FRAME_WIDTH, (bottom - top) / frame.height)).toBeCloseTo(0.94, 3);
      expect(left + right).toBeCloseTo(FRAME_WIDTH, -0.3);
      expect(top + bottom).toBeCloseTo(frame.height, -0.3);
    }
  });
});

describe('a part in an address', () => {
  it.each([
    [
      { west: 0, south: 10, east: 0.05, north: 10.02 },
      { west: 0.00001, south: 10, east: 0.04999, north: 10.02 },
    ],
    [
      { west: -180, south: 10, east: 180, north: 10.01 },
      { west: -179.99999, south: 10, east: 179.99999, north: 10.01 },
    ],
    [
      { west: 1.123456, south: 2, east: 3.98765, north: 4.00004 },
      { west: 1.1235, south: 2, east: 3.9877, north: 4 },
    ],
  ])('says whether it is written finely: %o', (box, written) => {
    expect(writtenPart(box)).toEqual(written);
    expect(isFinePart(written)).toBe(box.north - box.south < 0.05);
    expect(writtenPart(written)).toEqual(written);
  });
});
