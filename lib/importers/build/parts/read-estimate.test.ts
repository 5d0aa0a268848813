import { describe, expect, it } from 'vitest';
import type { EstimateMapping } from '../../../mapping/mapping';
import { estimateReader } from './read-estimate';

const COLUMNS = ['low', 'best', 'high', 'a', 'b'].map((name) => ({ name, hxl: null }));
const READING = { unknownNumbers: ['-9'], decimals: 'point' } as const;

function read(mapping: Partial<EstimateMapping>, cells: readonly string[]) {
  const reader = estimateReader(COLUMNS, { low: null, best: null, high: null, ...mapping }, READING);
  const { value, problems } = reader(cells);
  const { low, best, high } = value.estimate;
  return { figures: [low, best, high], attackers: value.attackers, codes: problems.map(({ code }) => code) };
}

describe('a figure in one column', () => {
  it.each([
    ['12', [12, 12, 12]],
    ['12+', [12, null, null]],
    ['more than 12', [13, null, null]],
    ['at most 12', [null, null, 12]],
    ['10–15', [10, null, 15]],
    ['', [null, null, null]],
    ['-9', [null, null, null]],
    ['not reported', [null, null, null]],
  ])('keeps apart what %s says', (cell, figures) =>
    expect(read({ best: 'best' }, ['', cell])).toEqual({ figures, attackers: null, codes: [] }),
  );

  it('is a best figure without ends where it is about so many, and says so', () =>
    expect(read({ best: 'best' }, ['', 'about 30'])).toEqual({
      figures: [null, 30, null],
      attackers: null,
      codes: ['about-count'],
    }));

  it('counts attackers apart', () =>
    expect(read({ best: 'best' }, ['', '5 (+1)'])).toEqual({ figures: [5, 5, 5], attackers: 1, codes: [] }));

  it('is a problem of the cell where it is a word', () =>
    expect(read({ best: 'best' }, ['', 'dozens'])).toMatchObject({
      figures: [null, null, null],
      codes: ['not-a-count'],
    }));
});

describe('low, best and high', () => {
  const all = { low: 'low', best: 'best', high: 'high' };

  it.each([
    [
      ['50', '49', '49'],
      [49, 49, 50],
    ],
    [
      ['35', '228', '35'],
      [35, 228, 228],
    ],
    [
      ['2', '2', '1'],
      [1, 2, 2],
    ],
    [
      ['7', '', '4'],
      [4, null, 7],
    ],
  ])('that are out of order, %s, are put in order and said to be so', (cells, figures) =>
    expect(read(all, cells)).toEqual({ figures, attackers: null, codes: ['unordered-estimate'] }),
  );

  it('in order stay as they are, also where one is missing', () => {
    expect(read(all, ['1', '2', '3'])).toMatchObject({ figures: [1, 2, 3], codes: [] });
    expect(read(all, ['1', '', '3'])).toMatchObject({ figures: [1, null, 3], codes: [] });
    expect(read(all, ['', '2', ''])).toMatchObject({ figures: [2, 2, 2], codes: [] });
  });
});

describe('a figure that is the sum of parts', () => {
  const parts = { parts: ['a', 'b'] };

  it('is read from its own column where there is one', () =>
    expect(read({ ...parts, best: 'best' }, ['', '9', '', '3', '1']).figures).toEqual([9, 9, 9]));

  it.each([
    ['both are known', ['3', '1'], [4, 4, 4]],
    ['one is not reported: at least the other', ['3', ''], [3, null, null]],
    ['one says at least', ['3', '2+'], [5, null, null]],
    ['none is reported', ['', ''], [null, null, null]],
    ['both are zero', ['0', '0'], [0, 0, 0]],
  ])('%s', (_, [a = '', b = ''], figures) =>
    expect(read(parts, ['', '', '', a, b]).figures).toEqual(figures),
  );
});
