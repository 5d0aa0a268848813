import { describe, expect, it } from 'vitest';
import { cutLine, cutRing } from './cut-lines';

const EDGES = { left: 0, top: 0, right: 10, bottom: 10 };

describe('a ring that is cut at edges', () => {
  it.each([
    ['stays as it is within them', [1, 1, 9, 1, 5, 9], [1, 1, 9, 1, 5, 9]],
    ['is nothing beyond them', [11, 1, 19, 1, 15, 9], []],
    ['runs along an edge that it crosses', [5, 2, 15, 2, 15, 8, 5, 8], [5, 2, 10, 2, 10, 8, 5, 8]],
    [
      'is all between them where it goes around',
      [-5, -5, 15, -5, 15, 15, -5, 15],
      [0, 10, 0, 0, 10, 0, 10, 10],
    ],
  ])('%s', (_, ring, expected) => {
    expect(Array.from(cutRing(ring, EDGES))).toEqual(expected);
  });
});

describe('a line that is cut at edges', () => {
  it.each([
    ['stays as it is within them', [1, 1, 9, 1], [[1, 1, 9, 1]]],
    ['is nothing beside them, even where it is long', [-5, 12, 30, 11], []],
    ['begins and ends at them', [-5, 5, 15, 5], [[0, 5, 10, 5]]],
    [
      'comes in pieces where it leaves and comes back',
      [5, 5, 5, 15, 8, 15, 8, 5],
      [
        [5, 5, 5, 10],
        [8, 10, 8, 5],
      ],
    ],
    ['passes a corner', [-2, 4, 4, -2], [[0, 2, 2, 0]]],
  ])('%s', (_, line, expected) => {
    expect(cutLine(line, EDGES).map((piece) => Array.from(piece))).toEqual(expected);
  });
});
