import { describe, expect, it } from 'vitest';
import { type Day, type DaySpan, MIN_DAY, parseDay } from './day';
import { countDays, type EventDate, possiblyInside, shareInside, surelyInside } from './event-date';

function day(text: string): Day {
  return parseDay(text) as Day;
}

function span(from: string, to: string): DaySpan {
  return { from: day(from), to: day(to) };
}

function dated(days: readonly DaySpan[], possible: readonly DaySpan[]): EventDate {
  return {
    edtf: '',
    earliest: days[0]?.from ?? null,
    latest: days.at(-1)?.to ?? null,
    days,
    possible,
    until: null,
    openEnd: false,
    precision: 'day',
    uncertain: false,
    approximate: false,
  };
}

const march = dated([span('2024-03-01', '2024-03-31')], [span('2024-03-01', '2024-03-31')]);
const aboutTenth = dated([span('2024-03-10', '2024-03-10')], [span('2024-03-09', '2024-03-11')]);
const twoDays = [span('2024-03-01', '2024-03-01'), span('2024-04-01', '2024-04-01')];
const either = dated(twoDays, twoDays);
const before2017 = dated([], [{ from: MIN_DAY, to: day('2016-12-31') }]);

describe('the share of an incident inside a span', () => {
  it('counts the days of disjoint spans', () => {
    expect(countDays([])).toBe(0);
    expect(countDays([span('2024-03-01', '2024-03-31'), span('2024-04-02', '2024-04-02')])).toBe(32);
  });

  it('is spread evenly over its days', () => {
    expect(shareInside(march, day('2024-03-01'), day('2024-03-31'))).toBe(1);
    expect(shareInside(march, day('2024-03-31'), day('2024-04-30'))).toBeCloseTo(1 / 31, 12);
    expect(shareInside(march, day('2024-02-01'), day('2024-02-29'))).toBe(0);
    expect(shareInside(either, day('2024-04-01'), day('2024-04-30'))).toBe(0.5);
  });

  it('ignores the widening of an approximate date', () => {
    expect(shareInside(aboutTenth, day('2024-03-10'), day('2024-03-10'))).toBe(1);
    expect(shareInside(aboutTenth, day('2024-03-11'), day('2024-03-11'))).toBe(0);
  });

  it('is 0 where the start is unknown', () => {
    expect(shareInside(before2017, MIN_DAY, day('2016-12-31'))).toBe(0);
  });

  it('adds up to 1 over spans that follow each other', () => {
    const first = shareInside(march, day('2024-01-01'), day('2024-03-12'));
    expect(first + shareInside(march, day('2024-03-13'), day('2024-12-31'))).toBeCloseTo(1, 12);
  });
});

describe('surely and possibly inside', () => {
  it('needs all possible days to be surely inside', () => {
    expect(surelyInside(march, day('2024-03-01'), day('2024-03-31'))).toBe(true);
    expect(surelyInside(march, day('2024-03-02'), day('2024-12-31'))).toBe(false);
    expect(surelyInside(aboutTenth, day('2024-03-10'), day('2024-03-10'))).toBe(false);
    expect(surelyInside(aboutTenth, day('2024-03-09'), day('2024-03-11'))).toBe(true);
    expect(surelyInside(either, day('2024-03-01'), day('2024-03-31'))).toBe(false);
  });

  it('needs one possible day to be possibly inside, and none in a gap counts', () => {
    expect(possiblyInside(aboutTenth, day('2024-03-11'), day('2024-03-20'))).toBe(true);
    expect(possiblyInside(aboutTenth, day('2024-03-12'), day('2024-03-20'))).toBe(false);
    expect(possiblyInside(either, day('2024-03-02'), day('2024-03-31'))).toBe(false);
    expect(possiblyInside(either, day('2024-04-01'), day('2024-04-01'))).toBe(true);
  });

  it('never holds an unknown start for sure, even over all days it may have had', () => {
    expect(surelyInside(before2017, MIN_DAY, day('2016-12-31'))).toBe(false);
    expect(possiblyInside(before2017, day('2016-12-31'), day('2017-12-31'))).toBe(true);
    expect(possiblyInside(before2017, day('2017-01-01'), day('2017-12-31'))).toBe(false);
  });
});
