import { describe, expect, it } from 'vitest';
import type { FlatLine } from './lay-flat';
import { OutlineNet } from './outline-net';

type Points = readonly (readonly [number, number])[];

function line(points: Points): FlatLine {
  return { points: points.flat(), isClosed: false };
}

function ring(points: Points): FlatLine {
  return { points: points.flat(), isClosed: true };
}

function texts(most: number, ...objects: readonly FlatLine[]): readonly string[] {
  const net = new OutlineNet();
  const added = objects.map((object) => net.add([object]));
  return added.map((one) => net.text(one, most));
}

describe('outlines in halves of a unit', () => {
  it.each([
    [
      'a line',
      line([
        [10, 20],
        [11.5, 25],
        [30, 20.5],
      ]),
      'M20 40l3 10 37-9',
    ],
    [
      'a ring, from its first corner on',
      ring([
        [0, 0],
        [10, 0],
        [10, 10],
        [0, 10],
      ]),
      'M0 0l20 0 0 20-20 0z',
    ],
    [
      'nothing of a speck',
      ring([
        [0, 0],
        [0.3, 0],
        [0.3, 0.1],
      ]),
      '',
    ],
  ] as const)('are %s', (_, object, expected) => {
    expect(texts(0.25, object)).toEqual([expected]);
  });

  it('leave out what departs from the line by less than is asked for', () => {
    const bent = line([
      [0, 0],
      [5, 1.3],
      [10, 3],
      [15, 1.3],
      [20, 0],
    ]);
    expect(texts(1, bent)).toEqual(['M0 0l20 6 20-6']);
  });

  it('have one line where two areas meet, whichever way and from where each runs', () => {
    const shared: Points = [
      [10, 0],
      [12, 3],
      [9, 5],
      [12, 8],
      [10, 10],
    ];
    const left = ring([[0, 0], ...shared, [0, 10]]);
    const right = ring([[20, 10], ...shared.toReversed(), [20, 0]]);
    // Departing by 3 at the most, the bends stay at 0.5 and go at 5.
    for (const [most, points] of [
      [0.5, 5],
      [3, 2],
    ] as const) {
      const corners = texts(most, left, right).map((text) => text.split(/(?=[ -])|l/).length);
      expect(corners[0]).toBe(corners[1]);
      expect(
        texts(most, left, right)
          .map(cornersOf)
          .map((all) => all.filter(([x]) => x > 15 && x < 30).length),
      ).toEqual([points, points]);
    }
  });

  it('part a line where another ends on it, so that both still meet', () => {
    const coast = line([
      [0, 0],
      [10, 0.6],
      [20, 0],
    ]);
    const border = line([
      [10, 0.6],
      [10, 20],
    ]);
    expect(texts(2, coast)).toEqual(['M0 0l40 0']);
    expect(texts(2, coast, border)[0]).toBe('M0 0l20 1 20-1');
  });

  it('draw a speck that is kept', () => {
    const net = new OutlineNet();
    const island = net.add([
      ring([
        [50, 50],
        [52, 50],
        [52, 52],
        [50, 52],
      ]),
    ]);
    expect(net.text(island, 3)).toBe('');
    expect(net.text(island, 3, new Set([(520 + 1000) * 2 ** 15 + 500 + 1000]))).toBe('M100 100l4 0 0 4-4 0z');
  });
});

/** The corners of a text, read back. */
function cornersOf(text: string): readonly (readonly [number, number])[] {
  const numbers = text.match(/-?\d+/g)!.map(Number);
  let [x, y] = [0, 0];
  return numbers.flatMap((value, at) => {
    if (at % 2 === 0) {
      x += value;
      return [];
    }
    y += value;
    return [[x, y] as const];
  });
}
