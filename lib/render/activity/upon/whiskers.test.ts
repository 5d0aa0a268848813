import { expect, it } from 'vitest';
import { type Range, whiskersPath } from './whiskers';

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
