import { describe, expect, it } from 'vitest';
import { type PathUse, shortPath } from './short-path';

const FILLED: PathUse = { mayScale: true, isFilled: true, isFaint: false };
const STROKED: PathUse = { ...FILLED, isFilled: false };

/** The points that an outline of straight lines goes through, by the rules of SVG. */
function pointsOf(d: string, [across, down]: readonly [number, number] = [1, 1]) {
  const points: [number, number][] = [];
  let [x, y, startX, startY] = [0, 0, 0, 0];
  for (const [, letter = '', rest = ''] of d.matchAll(/([a-z])([^a-z]*)/gi)) {
    const numbers = [...rest.matchAll(/-?(?:\d+\.?\d*|\.\d+)/g)].map(Number);
    const isFromHere = letter === letter.toLowerCase();
    const name = letter.toLowerCase();
    if (name === 'z') [x, y] = [startX, startY];
    for (let at = 0; at < numbers.length; at += name === 'h' || name === 'v' ? 1 : 2) {
      const [one = 0, two = 0] = numbers.slice(at);
      if (name === 'h') x = isFromHere ? x + one : one;
      else if (name === 'v') y = isFromHere ? y + one : one;
      else [x, y] = isFromHere ? [x + one, y + two] : [one, two];
      if (name === 'm' && at === 0) [startX, startY] = [x, y];
      points.push([x * across, y * down]);
    }
  }
  return points.map(([a, b]) => [Number(a.toFixed(6)), Number(b.toFixed(6))]);
}

/** As many bars side by side, on one foot. */
function bars(count: number, width: number): string {
  const tops = Array.from({ length: count }, (_, at) => (1 + ((at * 37) % 113) / 10).toFixed(1));
  return `M10 100${tops.map((top) => `V${(100 - Number(top)).toFixed(1)}h${width}`).join('')}V100`;
}

describe('an outline in fewer characters', () => {
  it.each([
    ['M10.2,20.5L30.7,40.0L-5.0,0.5H12.0V7.0Z', STROKED],
    ['M1.5 2.5 3.5 4.5l1-1 2.5 0 0-3m4 4h3.5v-2.1zm1 1l2 2', STROKED],
    [bars(80, 2.3), FILLED],
    ['M168 82.1v-.4h1.8v.4m0 .1v-1h1.6v1m0-.4v-1.1h1.8v1.1', FILLED],
  ] as const)('goes through the same points: %s', (d, use) => {
    const short = shortPath(d, use);
    if (short === null) throw new Error('it is no shorter');
    expect(short.d.length).toBeLessThan(d.length);
    // A filled outline is closed without being told.
    const told = pointsOf(use.isFilled ? d.replace(/z$/i, '') : d);
    expect(pointsOf(short.d, short.unit)).toEqual(told);
  });

  it('leaves curves, finer numbers and what cannot be scaled as they are', () => {
    expect(shortPath('M0,0C1.5,1.5,2.5,2.5,3.5,3.5', STROKED)).toBeNull();
    expect(shortPath('M0.1234,0L1.5,1.5L3.5,3.5', STROKED)).toBeNull();
    expect(shortPath('M10.25,20.5L30.75,40', { ...STROKED, mayScale: false })).toBeNull();
    expect(shortPath('M100,200L130,240L150,260', { ...STROKED, mayScale: false })?.d).toBe(
      'm100 200 30 40 20 20',
    );
  });

  it.each([
    [300, 2.5, 0.5, 0.25],
    [1_500, 0.5, 0.5, 0.5],
  ])('moves the tops of %s bars by no more than half of what it is placed by', (count, width, byX, byY) => {
    const d = bars(count, width);
    const short = shortPath(d, FILLED);
    if (short === null) throw new Error('it is no shorter');
    const found = pointsOf(short.d, short.unit);
    for (const [x = 0, y = 0] of pointsOf(d))
      expect(
        found.some(([a = 0, b = 0]) => Math.abs(a - x) <= byX && Math.abs(b - y) <= byY) || width < 1,
      ).toBe(true);
    expect(found.at(-1)).toEqual([Math.round(10 + count * width), 100]);
    expect(Math.min(...found.map(([, y]) => y ?? 0))).toBeCloseTo(
      Math.min(...pointsOf(d).map(([, y]) => y ?? 0)),
      0,
    );
  });

  it('moves points of a long line by a quarter of a pixel at the most', () => {
    const line = Array.from(
      { length: 300 },
      (_, at) => `${(10 + at * 2.69).toFixed(2)},${((at * 37) % 91) / 4}`,
    );
    const d = `M${line.join('L')}`;
    const short = shortPath(d, STROKED);
    if (short === null) throw new Error('it is no shorter');
    const found = pointsOf(short.d, short.unit);
    const told = pointsOf(d);
    expect(found).toHaveLength(told.length);
    for (const [at, [x = 0, y = 0]] of told.entries()) {
      expect(Math.abs((found[at]?.[0] ?? 0) - x)).toBeLessThanOrEqual(0.25);
      expect(Math.abs((found[at]?.[1] ?? 0) - y)).toBeLessThanOrEqual(0.25);
    }
  });
});
