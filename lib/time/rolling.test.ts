import { describe, expect, it } from 'vitest';
import { formatDay, parseDay } from './day';
import { firstDayBack, lastDayBack, parseRolling, rollBack, rollingInWords } from './rolling';

describe('parseRolling', () => {
  it.each(['-12m', '-1d', '-9999w', '-5y'])('reads %s', (text) => {
    expect(parseRolling(text)?.text).toBe(text);
  });

  it.each(['12m', '-0m', '-012m', '-12', '-12M', '-1.5y', '--1d', '-10000d', '-12m ', '-2017', ''])(
    'does not read “%s”',
    (text) => {
      expect(parseRolling(text)).toBeNull();
    },
  );
});

describe('firstDayBack', () => {
  // By the calendar: the span and the same span after it lie side by side.
  it.each([
    ['2024-03-31', '-12m', '2023-04-01'],
    ['2024-06-24', '-12m', '2023-06-25'],
    ['2024-06-24', '-1y', '2023-06-25'],
    ['2024-02-29', '-12m', '2023-03-01'],
    ['2024-03-30', '-1m', '2024-02-29'],
    ['2023-12-31', '-3m', '2023-10-01'],
    ['2024-03-31', '-7d', '2024-03-25'],
    ['2024-03-31', '-1w', '2024-03-25'],
    ['2024-03-31', '-1d', '2024-03-31'],
    ['0001-01-31', '-2m', '0000-12-01'],
  ])('takes the span that ends on %s and is %s long to begin on %s', (last, text, first) => {
    expect(formatDay(firstDayBack(parseDay(last)!, parseRolling(text)!))).toBe(first);
  });
});

describe('rollBack', () => {
  it.each([
    ['2024-06-30', '-1m', '2024-05-30'],
    ['2024-03-31', '-1m', '2024-02-29'],
    ['2024-01-15', '-2y', '2022-01-15'],
  ])('takes %s back by %s to %s', (day, text, back) => {
    expect(formatDay(rollBack(parseDay(day)!, parseRolling(text)!))).toBe(back);
  });
});

describe('lastDayBack', () => {
  it.each([
    ['2024-06-30', '-3m', '2024-03-31'],
    ['2024-02-29', '-1y', '2023-02-28'],
    ['2023-02-28', '-1y', '2022-02-28'],
    ['2024-02-28', '-1m', '2024-01-28'],
    ['2024-03-30', '-1m', '2024-02-29'],
    ['2024-12-31', '-30m', '2022-06-30'],
    ['2024-06-30', '-30d', '2024-05-31'],
    ['2024-06-30', '-1w', '2024-06-23'],
    ['-9999-12-31', '-9999y', '-9999-01-01'],
  ])('takes the end of a window that lies before %s by %s to be %s', (day, text, back) => {
    expect(formatDay(lastDayBack(parseDay(day)!, parseRolling(text)!))).toBe(back);
  });
});

describe('rollingInWords', () => {
  it.each([
    ['-12m', '12 months'],
    ['-1y', '1 year'],
    ['-90d', '90 days'],
  ])('says %s as %s', (text, words) => {
    expect(rollingInWords(parseRolling(text)!)).toBe(words);
  });
});
