import { describe, expect, it } from 'vitest';
import { Outlines } from './outline-text';

function drawn(most: number, points: readonly (readonly [number, number])[], isClosed: boolean): string {
  const text = new Outlines();
  points.forEach(([x, y], at) => {
    if (at === 0) text.moveTo(x, y);
    else text.lineTo(x, y);
  });
  if (isClosed) text.closePath();
  return text.text(most);
}

describe('outlines as text', () => {
  it.each([
    [
      'a line from its first point on',
      [
        [10, 20],
        [11.5, 19.75],
        [30, 20.5],
      ],
      false,
      'M10 20l1.5-.2 18.5 .7',
    ],
    [
      'a ring that is closed',
      [
        [0, 0],
        [10, 0],
        [10, 10],
        [0, 10],
      ],
      true,
      'M0 0l10 0 0 10-10 0z',
    ],
    [
      'nothing of a speck',
      [
        [0, 0],
        [0.3, 0],
        [0.3, 0.05],
      ],
      true,
      '',
    ],
  ] as const)('are %s', (_, points, isClosed, expected) => {
    expect(drawn(0.1, points, isClosed)).toBe(expected);
  });

  it('leave out points that lie on the line, and keep those that depart from it', () => {
    const points = [
      [0, 0],
      [5, 1.3],
      [10, 3],
      [15, 1.3],
      [20, 0],
    ] as const;
    expect(drawn(1, points, false)).toBe('M0 0l10 3 10-3');
  });
});
