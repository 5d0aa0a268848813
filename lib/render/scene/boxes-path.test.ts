import { describe, expect, it } from 'vitest';
import { boxesPath } from './boxes-path';

/** The boxes that an outline of relative steps encloses, each as its edges in tenths. */
function boxesOf(d: string) {
  const found: number[][] = [];
  let [x, y, startX, startY] = [0, 0, 0, 0];
  let corners: [number, number][] = [];
  for (const [, name, rest] of d.matchAll(/([Mmhvz])([^Mmhvz]*)/g)) {
    const [one = 0, two = 0] = [...rest!.matchAll(/-?(?:\d+\.?\d*|\.\d+)/g)].map(([text]) =>
      Math.round(Number(text) * 10),
    );
    if (name === 'M') [x, y] = [one, two];
    if (name === 'm') [x, y] = [x + one, y + two];
    if (name === 'h') x += one;
    if (name === 'v') y += one;
    if (name === 'M' || name === 'm') [startX, startY] = [x, y];
    if (name === 'z') [x, y] = [startX, startY];
    // A box is a step up, one to the right and one down.
    if (name === 'v' && one < 0) corners = [[x, y - one]];
    if (name !== 'z') corners.push([x, y]);
    if (name === 'v' && one > 0) {
      const [xs, ys] = [corners.map(([at]) => at), corners.map(([, at]) => at)];
      found.push([Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]);
    }
  }
  return found;
}

describe('boxes as one outline', () => {
  const many = Array.from({ length: 400 }, (_, at) => {
    const height = 1.5 + ((at * 37) % 50) / 7;
    return { x: 2.04 + at * 2.317, y: (at % 3 === 0 ? 64 : 41.37) - height, width: 2.06, height };
  });

  it.each([true, false])(
    'has each box where it is to a tenth of a pixel, the last as the first: %s',
    (outlined) => {
      const edges = many.map(({ x, y, width, height }) =>
        [x, y, x + width, y + height].map((value) => Math.round(value * 10)),
      );
      expect(boxesOf(boxesPath(many, outlined))).toEqual(edges);
    },
  );

  it('runs along the foot that boxes stand on, unless each has an outline', () => {
    const two = [
      { x: 1, y: 8, width: 2, height: 2 },
      { x: 3.5, y: 9.75, width: 2, height: 0.25 },
    ];
    expect(boxesPath(two)).toBe('M1 10v-2h2v2h.5v-.2h2v.2');
    expect(boxesPath(two, true)).toBe('M1 10v-2h2v2zm2.5 0v-.2h2v.2z');
  });

  it('goes from top to top where boxes touch, and in one step over those of one height', () => {
    const box = (x: number, height: number) => ({ x, y: 10 - height, width: 2, height });
    const row = [box(1, 2), box(3, 2), box(5, 0.5), box(7, 3), box(9.5, 3)];
    expect(boxesPath(row)).toBe('M1 10v-2h4v1.5h2v-2.5h2v3h.5v-3h2v3');
    expect(boxesPath([box(1, 2), { ...box(3, 2), y: 6 }])).toBe('M1 10v-2h2v2m0-2v-2h2v2');
  });

  it('encloses what the boxes do, wherever they touch', () => {
    const row = Array.from({ length: 300 }, (_, at) => ({
      ...{ x: 5.03 + at * 1.7, y: 40 - ((at * 29) % 17) / 3 - 0.4, width: 1.7 },
      height: ((at * 29) % 17) / 3 + 0.4,
    }));
    let [x, y, turns] = [0, 0, [] as [number, number][]];
    for (const [, name, rest] of boxesPath(row).matchAll(/([Mhv])([^Mhv]*)/g)) {
      const [one = 0, two = 0] = [...rest!.matchAll(/-?(?:\d+\.?\d*|\.\d+)/g)].map(([text]) =>
        Math.round(Number(text) * 10),
      );
      if (name === 'M') [x, y] = [one, two];
      else if (name === 'v') y += one;
      else {
        turns = [...turns, [x, y], [x + one, y]];
        x += one;
      }
    }
    const topAt = (at: number) => turns.findIndex(([from], index) => index % 2 === 1 && from > at);
    for (const box of row) {
      const middle = Math.round((box.x + box.width / 2) * 10);
      expect(turns[topAt(middle)]?.[1]).toBe(Math.round(box.y * 10));
    }
    expect([x, y]).toEqual([Math.round((5.03 + 300 * 1.7) * 10), 400]);
  });

  it('reaches as high as the highest of the boxes that overlap, everywhere', () => {
    const row = Array.from({ length: 200 }, (_, at) => {
      const height = 0.3 + ((at * 29) % 17) / 5;
      return { x: 3 + at * 0.4 + (at > 90 ? 2 : 0), y: 20 - height, width: 0.6, height };
    });
    const tenths = (value: number) => Math.round(value * 10);
    const [found, wanted] = [new Map<number, number>(), new Map<number, number>()];
    for (const { x, y, width } of row)
      for (let at = tenths(x); at < tenths(x + width); at++)
        wanted.set(at, Math.min(wanted.get(at) ?? 1000, tenths(y)));
    let [x, y] = [0, 0];
    for (const [, name, rest] of boxesPath(row).matchAll(/([Mhv])([^Mhv]*)/g)) {
      const [one = 0, two = 0] = [...rest!.matchAll(/-?(?:\d+\.?\d*|\.\d+)/g)].map(([text]) =>
        tenths(Number(text)),
      );
      if (name === 'M') [x, y] = [one, two];
      else if (name === 'v') y += one;
      else {
        for (let at = x; at < x + one; at++) if (y < 200) found.set(at, Math.min(found.get(at) ?? 1000, y));
        x += one;
      }
    }
    expect([...found].sort(([a], [b]) => a - b)).toEqual([...wanted].sort(([a], [b]) => a - b));
  });

  it('shows what has any size, and nothing of what has none', () => {
    expect(boxesPath([{ x: 0, y: 9.999, width: 0.01, height: 0.001 }])).toBe('M0 10.1v-.1h.1v.1');
    expect(boxesPath([{ x: 0, y: 10, width: 5, height: 0 }])).toBe('');
  });
});
