import { expect, it } from 'vitest';
import { type Range, rangesPath, whiskersPath } from './whiskers';

/** The lines of an outline of relative steps, each from where to where, in tenths of a pixel. */
function linesOf(d: string): number[][] {
  const lines: number[][] = [];
  let [x, y] = [0, 0];
  for (const [, name = '', rest = ''] of d.matchAll(/([a-zA-Z])([^a-zA-Z]*)/g)) {
    const [one = 0, two = 0] = [...rest.matchAll(/-?(?:\d+\.?\d*|\.\d+)/g)].map(([text]) =>
      Math.round(Number(text) * 10),
    );
    const from = [x, y];
    if (name === 'M') [x, y] = [one, two];
    else if (name === 'h') x += one;
    else if (name === 'v') y += one;
    else [x, y] = [x + one, y + two];
    if (name === 'h' || name === 'v' || name === 'l') lines.push([...from, x, y]);
  }
  return lines;
}

function range(middle: number, top: number, bottom: number, open = false): Range {
  return { left: middle - 6, right: middle + 6, middle, width: 11, top, bottom, open };
}

it('draws each whisker from high to low where it is to a tenth of a pixel, the last as the first', () => {
  const ranges = Array.from({ length: 300 }, (_, at) => range(10.03 + at * 12.37, 20.44 + (at % 7), 40.06));
  const lines = linesOf(whiskersPath(ranges));
  expect(lines).toHaveLength(900);
  for (const [at, { middle, top }] of ranges.entries()) {
    const [x, high] = [Math.round(middle * 10), Math.round(top * 10)];
    expect(lines.slice(3 * at, 3 * at + 3)).toEqual([
      [x - 30, high, x + 30, high],
      [x, high, x, 401],
      [x - 30, 401, x + 30, 401],
    ]);
  }
});

it('draws one cap where two would cover each other, and an arrow where high is open', () => {
  const d = whiskersPath([range(100, 50, 50.8), range(120, 30, 60, true), range(140, 50, 51)]);
  expect(linesOf(d)).toEqual([
    [970, 500, 1030, 500],
    [1170, 600, 1230, 600],
    [1200, 600, 1200, 300],
    [1170, 330, 1200, 300],
    [1200, 300, 1230, 330],
    [1370, 500, 1430, 500],
    [1400, 500, 1400, 510],
    [1370, 510, 1430, 510],
  ]);
  expect(whiskersPath([])).toBe('');
});

it('covers what boxes of the ranges would, where they touch and where they do not', () => {
  const ranges = Array.from({ length: 120 }, (_, at): Range => {
    const left = 10 + at * 1.7 + 3 * Math.floor(at / 9);
    const [top, bottom] = [20 + ((at * 7) % 11), 20 + ((at * 7) % 11) + 0.1 + ((at * 5) % 13) / 4];
    return { left, right: left + 1.7, middle: left + 0.85, width: 1.5, top, bottom, open: false };
  });
  const tenths = (value: number) => Math.round(value * 10);
  const wanted = new Set(
    ranges.flatMap(({ left, right, top, bottom }) =>
      Array.from({ length: tenths(right) - tenths(left) }, (_, x) =>
        Array.from(
          { length: tenths(bottom) - tenths(top) },
          (__, y) => `${tenths(left) + x} ${tenths(top) + y}`,
        ),
      ).flat(),
    ),
  );
  // A tenth of a pixel is covered where lines above it run once more to the right than to the left.
  const turns = new Map<string, number>();
  for (const [x = 0, y = 0, toX = 0] of linesOf(rangesPath(ranges)))
    for (let at = Math.min(x, toX); at < Math.max(x, toX); at++) {
      const key = `${at} ${y}`;
      turns.set(key, (turns.get(key) ?? 0) + Math.sign(toX - x));
    }
  // What closes an outline is not written: the way back along the first foot.
  for (const { left, right, bottom } of ranges.filter(
    (one, at) => at === 0 || tenths(one.left) !== tenths(ranges[at - 1]!.right),
  ))
    for (let at = tenths(left); at < tenths(right); at++) {
      const key = `${at} ${tenths(bottom)}`;
      turns.set(key, (turns.get(key) ?? 0) - 1);
    }
  const found = new Set<string>();
  for (let x = 100; x < tenths(ranges.at(-1)!.right); x++) {
    let inside = 0;
    for (let y = 150; y < 400; y++) {
      inside += turns.get(`${x} ${y}`) ?? 0;
      if (inside !== 0) found.add(`${x} ${y}`);
    }
  }
  expect([...found].sort()).toEqual([...wanted].sort());
});
