import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  type Day,
  daysInMonth,
  formatDay,
  formatYear,
  MAX_DAY,
  MIN_DAY,
  parseDay,
  toCalendar,
  toDay,
} from './day';

/** The day number by the platform's own calendar; `Date.UTC` maps years 0 to 99 to 1900, so the year is set apart. */
function dayByDate(year: number, month: number, day: number): number {
  const date = new Date(Date.UTC(2000, month - 1, 1));
  date.setUTCFullYear(year, month - 1, day);
  return date.getTime() / 86_400_000;
}

const anyDay = fc.integer({ min: MIN_DAY, max: MAX_DAY }).map((n) => n as Day);

describe('day', () => {
  it('counts whole days from 1970-01-01', () => {
    const cases: readonly [string, number][] = [
      ['1970-01-01', 0],
      ['1969-12-31', -1],
      ['2000-01-01', 10957],
      ['2024-03-22', 19804],
      ['0000-03-01', -719468],
      ['1900-03-01', -25508],
    ];
    for (const [text, day] of cases) expect(parseDay(text), text).toBe(day);
  });

  it('comes back from the calendar as it went in, over the whole range', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const date = toCalendar(day);
        expect(toDay(date.year, date.month, date.day)).toBe(day);
        expect(parseDay(formatDay(day))).toBe(day);
      }),
      { numRuns: 2000 },
    );
  });

  it('agrees with the platform calendar over the whole range', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const { year, month, day: d } = toCalendar(day);
        const date = new Date(day * 86_400_000);
        expect([year, month, d]).toEqual([date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()]);
      }),
      { numRuns: 2000 },
    );
  });

  it('agrees with the platform calendar at the turns of months and leap centuries', () => {
    for (const year of [
      -9999, -401, -400, -100, -4, -1, 0, 1, 4, 99, 100, 400, 1600, 1700, 1900, 1969, 2000, 2024, 2100,
    ]) {
      for (const [month, day] of [
        [1, 1],
        [2, 28],
        [3, 1],
        [12, 31],
      ] as const) {
        expect(toDay(year, month, day), `${year}-${month}-${day}`).toBe(dayByDate(year, month, day));
      }
    }
  });

  it('knows the length of February in leap years and centuries', () => {
    const cases: readonly [number, number][] = [
      [2023, 28],
      [2024, 29],
      [1900, 28],
      [2000, 29],
      [2100, 28],
      [0, 29],
      [-4, 29],
      [-100, 28],
      [-400, 29],
    ];
    for (const [year, days] of cases) expect(daysInMonth(year, 2), String(year)).toBe(days);
    expect([1, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map((month) => daysInMonth(2023, month))).toEqual([
      31, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31,
    ]);
  });

  it('follows one day after another across ends of months, years and eras', () => {
    const cases: readonly [string, string][] = [
      ['2024-02-28', '2024-02-29'],
      ['2023-02-28', '2023-03-01'],
      ['1969-12-31', '1970-01-01'],
      ['-0001-12-31', '0000-01-01'],
      ['0099-12-31', '0100-01-01'],
    ];
    for (const [day, next] of cases) expect(formatDay(addDays(parseDay(day)!, 1))).toBe(next);
  });

  it('holds -9999-01-01 to 9999-12-31', () => {
    expect([formatDay(MIN_DAY), formatDay(MAX_DAY)]).toEqual(['-9999-01-01', '9999-12-31']);
  });

  it('writes years with four digits and a sign below zero', () => {
    expect([2024, 44, 0, -44, -9999].map(formatYear)).toEqual(['2024', '0044', '0000', '-0044', '-9999']);
  });

  it('refuses days that do not exist and texts that are not days', () => {
    for (const text of [
      '2023-02-29',
      '1900-02-29',
      '2024-04-31',
      '2024-00-10',
      '2024-13-01',
      '2024-01-00',
      '2024-1-1',
      '2024-01',
      ' 2024-01-01',
      '2024-01-01T00:00',
      '',
    ]) {
      expect(parseDay(text), text).toBeNull();
    }
  });
});
