import { describe, expect, it } from 'vitest';
import { parseEventDate } from '../time/edtf';
import { dateMeaning, doubtSign, natureInDoubt } from './incident';

function meaning(edtf: string): string {
  const parsed = parseEventDate(edtf);
  return parsed.kind === 'date' ? dateMeaning(parsed.date) : parsed.reason;
}

describe('what a date means for the counts', () => {
  it.each([
    ['2024-03-22', 'Known to the day.'],
    ['2023-08', 'It began on one of 31 days: the best count spreads it evenly over them.'],
    ['[2023-08-29,2023-08-30]', 'It began on one of 2 days: the best count spreads it evenly over them.'],
    ['2024-03-02/2024-03-03', 'Known to the day. It lasted several days and counts once, at its start.'],
    [
      '2024-03-12/..',
      'Known to the day. It went on, and the end is not known; it counts once, at its start.',
    ],
    ['2017-09-06~', 'The date is approximate: low and high allow for 5–7 Sep 2017.'],
    ['2022-10-08?', 'The date is uncertain: low and high allow for 7–9 Oct 2022.'],
    [
      '2023-09~',
      'It began on one of 30 days: the best count spreads it evenly over them. The date is approximate: low and high allow for Aug–Oct 2023.',
    ],
    ['XXXX', 'The start is not known: it counts in high only.'],
  ])('of %s', (edtf, expected) => {
    expect(meaning(edtf)).toBe(expected);
  });
});

describe('the sign of a row', () => {
  it.each([
    [{ weight: 1, inLow: true, inBest: true }, undefined],
    [{ weight: 1, inLow: false, inBest: true }, 'doubtful'],
    [{ weight: 0.5, inLow: false, inBest: true }, 'counts 0.5'],
    [{ weight: 1 / 30, inLow: false, inBest: true }, 'counts 0.033'],
    [{ weight: 1, inLow: false, inBest: false }, 'only in high'],
    [{ weight: 0, inLow: false, inBest: false }, 'only in high'],
  ])('for %o is %s', (row, label) => {
    expect(doubtSign(row)?.label).toBe(label);
  });
});

describe('that it is disputed what an incident was', () => {
  it.each([
    ['alert', true, 'Whether this was an alert is disputed, so its killed and injured count in high only'],
    ['strike', false, 'Whether this was a strike is disputed'],
  ])('is said of one %s', (one, hasCasualties, expected) => {
    expect(natureInDoubt({ one, many: `${one}s` }, hasCasualties)).toBe(expected);
  });
});
