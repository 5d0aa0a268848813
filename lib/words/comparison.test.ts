import { describe, expect, it } from 'vitest';
import { sideInOne } from './comparison';

const figure = (low: number, best: number, high: number) => ({ low, best, high, basis: null });
const SIDE = {
  incidents: { low: 11, best: 13, high: 13 },
  share: figure(27.5, 33.25, 42),
  whole: 39,
  ...{ killed: null, perIncident: null, measured: null, first: null, last: null },
  noun: { one: 'attack', many: 'attacks' },
};

describe('the figures of a side in one line', () => {
  it('say what the share is of, which need not be what stands above them', () => {
    expect(sideInOne(SIDE)).toBe('13 (11–13) attacks; 33.3 % (27.5–42) of 39 attacks');
    expect(sideInOne({ ...SIDE, share: figure(100, 100, 100), whole: 1 })).toBe(
      '13 (11–13) attacks; 100 % of 1 attack',
    );
  });

  it('have no share where there is nothing to be a share of', () => {
    expect(sideInOne({ ...SIDE, share: null, whole: null })).toBe('13 (11–13) attacks');
  });
});
