import { describe, expect, it } from 'vitest';
import { incident } from '../../../../testing/series/hand-made';
import { tinySeries } from '../../../../testing/series/tiny-series';
import { parseDay } from '../../../time/day';
import { columnsOf } from '../columns/columns-builder';
import { firstRowsOf } from './first-rows';

const day = (text: string) => parseDay(text)!;

async function columnsWith(...dates: readonly string[]) {
  return await columnsOf({ ...tinySeries(), incidents: dates.map((date, at) => incident(`i${at}`, date)) });
}

describe('the first row of those that begin on a day or later', () => {
  it.each([
    ['within two centuries', '2020-03-01'],
    ['of longer series', '1620-03-01'],
  ])('is found %s, asked once or again', async (_, oldest) => {
    const columns = await columnsWith('2020-03-09', oldest, '2020-03-09', '2020-03-05');
    const rows = firstRowsOf(columns)[0]!;
    for (let again = 0; again < 2; again++) {
      expect(rows.from(day('1500-01-01'))).toBe(0);
      expect(rows.from(day(oldest))).toBe(0);
      expect(rows.from(day(oldest) + 1)).toBe(1);
      expect(rows.from(day('2020-03-05'))).toBe(1);
      expect(rows.from(day('2020-03-06'))).toBe(2);
      expect(rows.from(day('2020-03-09'))).toBe(2);
      expect(rows.from(day('2020-03-10'))).toBe(4);
      expect(rows.from(day('2500-01-01'))).toBe(4);
    }
  });

  it('is counted from the begin of all rows', async () => {
    const columns = await columnsWith('2020-03', '2020-02', '2020-02-11');
    const months = columns.dates.sections.findIndex(({ reach }) => reach === 31);
    const rows = firstRowsOf(columns)[months]!;
    expect(rows.from(day('2020-02-01'))).toBe(1);
    expect(rows.from(day('2020-02-02'))).toBe(2);
    expect(rows.from(day('2020-03-02'))).toBe(3);
  });

  it('is where a section without rows stands', async () => {
    const columns = await columnsWith('2020-02-11');
    expect(firstRowsOf(columns)[1]!.from(day('2000-01-01'))).toBe(1);
    expect(firstRowsOf(columns)[1]!.from(day('2030-01-01'))).toBe(1);
  });
});
