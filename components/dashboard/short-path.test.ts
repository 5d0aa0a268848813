import { describe, expect, it } from 'vitest';
import { boxesPath } from '@/lib/render/scene/boxes-path';
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

/** What an outline of boxes covers, a rectangle for each line along that is not on the foot its part began at. */
function inkOf(d: string, [across, down]: readonly [number, number]) {
  const ink: { left: number; right: number; top: number; foot: number }[] = [];
  let [x, y, start] = [0, 0, 0];
  const along = (to: number) => {
    const [left, right] = [x * across, to * across];
    if (y !== start)
      ink.push({ left, right, top: Math.min(y, start) * down, foot: Math.max(y, start) * down });
    x = to;
  };
  for (const [, letter, rest = ''] of d.matchAll(/([a-z])([^a-z]*)/g)) {
    const [one = 0, two = 0, ...more] = [...rest.matchAll(/-?\d+/g)].map(Number);
    if (letter === 'h') along(x + one);
    else if (letter === 'v') y += one;
    else if (letter === 'm' && more.length % 2 === 0) {
      [x, y, start] = [x + one, y + two, y + two];
      for (let at = 0; at < more.length; at += 2) {
        if (more[at] !== 0) along(x + more[at]!);
        y += more[at + 1]!;
      }
    } else if (letter === 'l')
      for (const [at, step] of [one, two, ...more].entries())
        if (at % 2 === 1) y += step;
        else if (step !== 0) along(x + step);
  }
  return ink;
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
    ['many that touch', 300, 2.5, 1, 0.5],
    ['more that touch and are narrower than a pixel', 1_500, 0.5, 1, 1],
    ['far more of them', 1_826, 0.44, 1, 1],
    ['every fourth of those', 1_826, 0.44, 4, 1],
    ['every ninth', 1_826, 0.44, 9, 1],
    ['every second of some that are wider', 1_096, 0.73, 2, 1],
    ['every third of wide ones', 1_096, 1.1, 3, 1],
  ])('shows each of the boxes, and no other: %s', (_, count, width, every, unit) => {
    for (const isCentred of [false, true]) {
      const boxes = Array.from({ length: count }, (_, at) => {
        const tall = at % 29 === 0 ? 0.1 : 1 + ((at * 37) % 113) / 10;
        const foot = isCentred ? 100 + Math.round(tall * 5) / 10 : 100;
        return { x: 10 + at * width, y: foot - tall, width, height: tall };
      }).filter((_, at) => (at * 7_919) % every === 0);
      const short = shortPath(boxesPath(boxes), FILLED);
      if (short === null) throw new Error('it is no shorter');
      const ink = inkOf(short.d, short.unit);
      for (const { x, y, height } of boxes) {
        const middle = x + width / 2;
        const over = ink.filter(
          ({ left, right }) => left <= middle + 0.5 * unit && right >= middle - 0.5 * unit,
        );
        expect(Math.min(...over.map(({ top }) => top))).toBeLessThanOrEqual(y + 0.5);
        expect(Math.max(...over.map(({ foot }) => foot))).toBeGreaterThanOrEqual(y + height - 0.5);
      }
      for (const { left, right, top, foot } of ink) {
        expect(right).toBeGreaterThan(left);
        expect(foot).toBeGreaterThan(top);
        const beneath = boxes.filter(({ x }) => x < right + unit / 2 && x + width > left - unit / 2);
        expect(Math.min(...beneath.map(({ y }) => y)) - top).toBeLessThanOrEqual(1);
        expect(foot - Math.max(...beneath.map(({ y, height }) => y + height))).toBeLessThanOrEqual(1);
        // Side by side they are no wider than what they stand for, and half of the unit more at each end.
        const ends = [Math.min(...beneath.map(({ x }) => x)), Math.max(...beneath.map(({ x }) => x + width))];
        expect(left).toBeGreaterThanOrEqual(ends[0]! - unit);
        expect(right).toBeLessThanOrEqual(ends[1]! + unit);
      }
    }
  });

  it.each([
    [900, 0.81],
    [1_826, 0.44],
  ])('shows a band of %s steps of %s pixels wherever it has a height', (count, width) => {
    const bins = Array.from({ length: count }, (_, at) => ({
      left: 10 + at * width,
      right: 10 + (at + 1) * width,
      high: 50 - ((at * 37) % 113) / 10,
      low: 50 - ((at * 37) % 113) / 10 + (at % 5 === 0 ? 0.1 : ((at * 11) % 17) / 5),
    }));
    const there = bins.map(({ right, high }) => `V${high.toFixed(2)}H${right.toFixed(2)}`);
    const back = bins.toReversed().map(({ left, low }) => `V${low.toFixed(2)}H${left.toFixed(2)}`);
    const short = shortPath(`M10,50${there.join('')}${back.join('')}Z`, FILLED);
    if (short === null) throw new Error('it is no shorter');
    expect(short.unit).toEqual([1, expect.any(Number)]);
    const points = pointsOf(short.d, short.unit);
    const edgesAt = (x: number) =>
      points.flatMap(([toX = 0, y = 0], at) => {
        const [fromX = 0] = points[at - 1] ?? [];
        return at > 0 && Math.min(fromX, toX) < x && Math.max(fromX, toX) > x ? [y] : [];
      });
    for (const { left, right, high, low } of bins) {
      const column = Math.floor((left + right) / 2);
      const edges = edgesAt(column + 0.5);
      const [top, foot] = [Math.min(...edges), Math.max(...edges)];
      expect(top).toBeLessThanOrEqual(high + 0.5);
      expect(foot).toBeGreaterThanOrEqual(low - 0.5);
      if (high < low) expect(foot).toBeGreaterThan(top);
      const near = bins.filter((one) => one.right > column - 0.5 && one.left < column + 1.5);
      expect(top).toBeGreaterThanOrEqual(Math.min(...near.map((one) => one.high)) - 1.5);
      expect(foot).toBeLessThanOrEqual(Math.max(...near.map((one) => one.low)) + 0.5);
    }
  });

  it('leaves an outline as exact as it was where a part of it would be lost', () => {
    const wave = Array.from({ length: 420 }, (_, at) => `${10 + at},${50 + (at % 7) * 1.5}`).join('L');
    const short = shortPath(`M10,90L${wave}L429,90ZM500.1,90L500.2,80L500.3,90`.replace('Z', ''), FILLED);
    if (short === null) throw new Error('it is no shorter');
    expect(pointsOf(short.d, short.unit).slice(-3)).toEqual([
      [500.1, 90],
      [500.2, 80],
      [500.3, 90],
    ]);
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
