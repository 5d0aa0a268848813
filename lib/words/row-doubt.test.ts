import { describe, expect, it } from 'vitest';
import { standingSign } from './row-doubt';

describe('the sign of a row', () => {
  it.each([
    [{ weight: 1, inLow: true, inBest: true }, undefined],
    [{ weight: 1, inLow: false, inBest: true }, 'doubtful'],
    [{ weight: 0.5, inLow: false, inBest: true }, 'counts 0.5'],
    [{ weight: 1 / 30, inLow: false, inBest: true }, 'counts 0.033'],
    [{ weight: 1, inLow: false, inBest: false }, 'only in high'],
    [{ weight: 0, inLow: false, inBest: false }, 'only in high'],
  ])('for %o is %s', (standing, label) => {
    expect(standingSign(standing)?.label).toBe(label);
  });
});
