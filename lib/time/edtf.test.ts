import { describe, expect, it } from 'vitest';
import { type Day, type DaySpan, formatDay, MAX_DAY, MIN_DAY } from './day';
import { parseEventDate } from './edtf';
import type { EventDate } from './event-date';

const ALL = '-9999-01-01..9999-12-31';

function dateOf(text: string): EventDate {
  const parsed = parseEventDate(text);
  if (parsed.kind === 'problem') throw new Error(`${text}: ${parsed.reason}`);
  return parsed.date;
}

function reasonOf(text: string): string {
  const parsed = parseEventDate(text);
  return parsed.kind === 'problem' ? parsed.reason : `read as ${JSON.stringify(parsed.date)}`;
}

function written(day: Day | null): string | null {
  return day === null ? null : formatDay(day);
}

/** `2024-03-22`, `2024-03-01..2024-03-31`, several joined by a space. */
function spans(list: readonly DaySpan[]): string {
  return list
    .map(({ from, to }) => (from === to ? formatDay(from) : `${formatDay(from)}..${formatDay(to)}`))
    .join(' ');
}

function expectDays(cases: readonly (readonly [string, string])[]): void {
  for (const [text, days] of cases) expect(spans(dateOf(text).days), text).toBe(days);
}

function expectPossible(cases: readonly (readonly [string, string])[]): void {
  for (const [text, days] of cases) expect(spans(dateOf(text).possible), text).toBe(days);
}

describe('a date written in full', () => {
  it('covers the day, month or year written', () => {
    expectDays([
      ['2024-03-22', '2024-03-22'],
      ['2024-02', '2024-02-01..2024-02-29'],
      ['2023-02', '2023-02-01..2023-02-28'],
      ['2017', '2017-01-01..2017-12-31'],
      ['1969-12-31', '1969-12-31'],
      ['0000-02-29', '0000-02-29'],
      ['-0044-03-15', '-0044-03-15'],
      ['-9999', '-9999-01-01..-9999-12-31'],
      ['9999-12', '9999-12-01..9999-12-31'],
    ]);
  });

  it('is trimmed and says nothing beyond its days', () => {
    const date = dateOf(' 2024-03-22\n');
    expect(date).toEqual({
      edtf: '2024-03-22',
      earliest: 19804,
      latest: 19804,
      days: [{ from: 19804, to: 19804 }],
      possible: [{ from: 19804, to: 19804 }],
      until: null,
      openEnd: false,
      precision: 'day',
      uncertain: false,
      approximate: false,
    });
  });

  it('keeps the day of a date-time as written, whatever its offset', () => {
    expectDays([
      ['2024-03-22T20:00:00', '2024-03-22'],
      ['2024-03-22T23:59:59Z', '2024-03-22'],
      ['2024-03-22T00:30:00+03:00', '2024-03-22'],
      ['2024-03-22T23:30:00-11:00', '2024-03-22'],
    ]);
  });
});

describe('seasons and parts of years', () => {
  it('cover their calendar months; winter reaches into the next year', () => {
    expectDays([
      ['2001-21', '2001-03-01..2001-05-31'],
      ['2001-22', '2001-06-01..2001-08-31'],
      ['2001-23', '2001-09-01..2001-11-30'],
      ['2001-24', '2001-12-01..2002-02-28'],
      ['2003-24', '2003-12-01..2004-02-29'],
      ['2001-25', '2001-03-01..2001-05-31'],
      ['2001-28', '2001-12-01..2002-02-28'],
      ['2001-29', '2001-09-01..2001-11-30'],
      ['2001-30', '2001-12-01..2002-02-28'],
      ['2001-31', '2001-03-01..2001-05-31'],
      ['2001-32', '2001-06-01..2001-08-31'],
      ['2001-33', '2001-01-01..2001-03-31'],
      ['2001-36', '2001-10-01..2001-12-31'],
      ['2001-37', '2001-01-01..2001-04-30'],
      ['2001-38', '2001-05-01..2001-08-31'],
      ['2001-39', '2001-09-01..2001-12-31'],
      ['2001-40', '2001-01-01..2001-06-30'],
      ['2001-41', '2001-07-01..2001-12-31'],
      ['9999-24', '9999-12-01..9999-12-31'],
    ]);
  });
});

describe('unspecified digits', () => {
  it('mean the real days that match, joined where they touch', () => {
    expectDays([
      ['199', '1990-01-01..1999-12-31'],
      ['19', '1900-01-01..1999-12-31'],
      ['-199', '-1999-01-01..-1990-12-31'],
      ['201X', '2010-01-01..2019-12-31'],
      ['20XX', '2000-01-01..2099-12-31'],
      ['-000X', '-0009-01-01..-0001-12-31'],
      ['2017-XX', '2017-01-01..2017-12-31'],
      ['2017-XX-XX', '2017-01-01..2017-12-31'],
      ['2024-02-XX', '2024-02-01..2024-02-29'],
      ['2017-1X', '2017-10-01..2017-12-31'],
      ['2017-X2', '2017-02-01..2017-02-28 2017-12-01..2017-12-31'],
      ['2023-09-2X', '2023-09-20..2023-09-29'],
      ['2023-02-2X', '2023-02-20..2023-02-28'],
      ['2023-04-3X', '2023-04-30'],
      ['2023-03-X1', '2023-03-01 2023-03-11 2023-03-21 2023-03-31'],
      ['2023-XX-31', '2023-01-31 2023-03-31 2023-05-31 2023-07-31 2023-08-31 2023-10-31 2023-12-31'],
      ['2023-X2-30', '2023-12-30'],
      ['201X-02-29', '2012-02-29 2016-02-29'],
      ['2X17-03-05', [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => `2${n}17-03-05`).join(' ')],
      ['199X-21', [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => `199${n}-03-01..199${n}-05-31`).join(' ')],
    ]);
    expect(dateOf('2017-XX-05').days).toHaveLength(12);
    expect(dateOf('19XX-XX-XX').days).toHaveLength(1);
  });

  it('may leave the date wholly unknown', () => {
    for (const text of ['XXXX', 'XXXX-XX', 'XXXX-XX-XX']) {
      const { earliest, latest, days, possible, precision } = dateOf(text);
      expect([earliest, latest, days, precision], text).toEqual([null, null, [], 'unknown']);
      expect(spans(possible), text).toBe(ALL);
    }
  });

  it('are refused where they leave more than 400 separate spans', () => {
    expect(reasonOf('XXXX-12-25')).toMatch(/more than 400 separate spans/);
    expect(reasonOf('20XX-XX-21')).toMatch(/more than 400 separate spans/);
    expect(dateOf('201X-XX-21').days).toHaveLength(120);
  });
});

describe('precision', () => {
  it('is the unit known for certain, the coarsest one in a set', () => {
    const cases: readonly [string, string][] = [
      ['2024-03-22', 'day'],
      ['2024-03-22T10:00', 'day'],
      ['2024-03', 'month'],
      ['2024-03-XX', 'month'],
      ['2023-09-2X', 'month'],
      ['2001-21', 'season'],
      ['2001-33', 'season'],
      ['2017', 'year'],
      ['2017-XX-05', 'year'],
      ['201X', 'decade'],
      ['199', 'decade'],
      ['201X-05-06', 'decade'],
      ['20XX', 'century'],
      ['1XXX', 'century'],
      ['XXXX', 'unknown'],
      ['2024-03-12/2024', 'day'],
      ['2024/2025-03-01', 'year'],
      ['../2016', 'unknown'],
      ['[2016-01-01,2017]', 'year'],
      ['[2016-01-01..2016-02]', 'month'],
      ['[..2016]', 'unknown'],
      ['{2016-05-04,2016}', 'year'],
    ];
    for (const [text, precision] of cases) expect(dateOf(text).precision, text).toBe(precision);
  });
});

describe('marks', () => {
  it('say uncertain, approximate or both, wherever they stand', () => {
    const cases: readonly [string, boolean, boolean][] = [
      ['2017', false, false],
      ['2017?', true, false],
      ['2017~', false, true],
      ['2017%', true, true],
      ['2004-06~-11', false, true],
      ['2004-?06-11', true, false],
      ['?2004-06-~11', true, true],
      ['[2016?,2018]', true, false],
      ['2016~/2018?', false, true],
      ['2016/2018?', false, false],
      ['../2018?', true, false],
      ['2016~/', false, true],
      ['{2016~,2018?}', false, true],
    ];
    for (const [text, uncertain, approximate] of cases) {
      expect([dateOf(text).uncertain, dateOf(text).approximate], text).toEqual([uncertain, approximate]);
    }
  });

  it('leave the days as written', () => {
    expectDays([
      ['2023-09~', '2023-09-01..2023-09-30'],
      ['2022-10-08?', '2022-10-08'],
      ['2004?-06-11', '2004-06-11'],
    ]);
  });

  it('widen the possible days by one unit of the written precision where they stand at the end', () => {
    expectPossible([
      ['2022-10-08?', '2022-10-07..2022-10-09'],
      ['2018-03-01~', '2018-02-28..2018-03-02'],
      ['2023-09~', '2023-08-01..2023-10-31'],
      ['2023-02~', '2023-01-01..2023-03-31'],
      ['2024-03~', '2024-02-01..2024-04-30'],
      ['2023-12~', '2023-11-01..2024-01-31'],
      ['2001-21~', '2000-12-01..2001-08-31'],
      ['2001-38~', '2001-01-01..2001-12-31'],
      ['2001-40?', '2000-07-01..2001-12-31'],
      ['2017%', '2016-01-01..2018-12-31'],
      ['201X?', '2000-01-01..2029-12-31'],
      ['199~', '1980-01-01..2009-12-31'],
      ['20XX~', '1900-01-01..2199-12-31'],
      ['2023-09-2X~', '2023-08-20..2023-10-29'],
      ['2017-XX-05?', '2016-01-05..2018-12-05'],
    ]);
  });

  it('widen by the coarsest component they stand at elsewhere', () => {
    expectPossible([
      ['2004-06~-11', '2004-05-11..2004-07-11'],
      ['2004-?06-11', '2004-05-11..2004-07-11'],
      ['2004-06-~11', '2004-06-10..2004-06-12'],
      ['2004?-06-11', '2003-06-11..2005-06-11'],
      ['?2004-06-~11', '2003-06-11..2005-06-11'],
      ['2004?-06', '2003-06-01..2005-06-30'],
      ['2024?-02-29', '2023-02-28..2025-02-28'],
      ['2024-03~-31', '2024-02-29..2024-04-30'],
    ]);
  });

  it('never widen past the days that can be held', () => {
    expectPossible([
      ['9999~', '9998-01-01..9999-12-31'],
      ['-9999-01-01?', '-9999-01-01..-9999-01-02'],
      ['9999-12~', '9999-11-01..9999-12-31'],
      ['1XXX?', '0000-01-01..2999-12-31'],
    ]);
  });
});

describe('a range', () => {
  it('is counted at its start and lasts to the end of its second date', () => {
    const cases: readonly [string, string, string | null][] = [
      ['2024-03-02/2024-03-03', '2024-03-02', '2024-03-03'],
      ['2024-03-12/2024-03', '2024-03-12', '2024-03-31'],
      ['2024-03/2024-05', '2024-03-01..2024-03-31', '2024-05-31'],
      ['2017/2020', '2017-01-01..2017-12-31', '2020-12-31'],
      ['2024-03-02~/2024-03-03?', '2024-03-02', '2024-03-03'],
      ['199/2005', '1990-01-01..1999-12-31', '2005-12-31'],
      ['2001-21/2001-23', '2001-03-01..2001-05-31', '2001-11-30'],
      ['2024-03-22T20:00:00Z/2024-03-23', '2024-03-22', '2024-03-23'],
      ['2024-03-12/2024-03-12', '2024-03-12', null],
    ];
    for (const [text, days, until] of cases) {
      expect([spans(dateOf(text).days), written(dateOf(text).until)], text).toEqual([days, until]);
      expect(dateOf(text).openEnd, text).toBe(false);
    }
  });

  it('takes earliest, latest and possible days from its start', () => {
    const date = dateOf('2018-05~/2019-01');
    expect([written(date.earliest), written(date.latest)]).toEqual(['2018-05-01', '2018-05-31']);
    expect(spans(date.possible)).toBe('2018-04-01..2018-06-30');
    expectPossible([['2018-05-09/2018~', '2018-05-09']]);
  });

  it('with an open or unknown end went on', () => {
    for (const text of ['2024-03-12/', '2024-03-12/..', '2024-03-12/XXXX', '{2024-03-12..}']) {
      const date = dateOf(text);
      expect([spans(date.days), date.until, date.openEnd], text).toEqual(['2024-03-12', null, true]);
    }
  });

  it('with an open or unknown start may have begun on any day up to its end', () => {
    for (const text of ['../2016', '/2016', 'XXXX/2016', '{..2016}', '[..2016]']) {
      const date = dateOf(text);
      expect([date.earliest, written(date.latest), date.days], text).toEqual([null, '2016-12-31', []]);
      expect(spans(date.possible), text).toBe('-9999-01-01..2016-12-31');
      expect([date.until, date.openEnd], text).toEqual([null, false]);
    }
    expectPossible([
      ['../2016~', '-9999-01-01..2017-12-31'],
      ['/2016-02-29?', '-9999-01-01..2016-03-01'],
    ]);
  });

  it('open on both sides is unknown', () => {
    for (const text of ['../..', '/..', '../', '/']) {
      const { earliest, latest, days, possible, openEnd } = dateOf(text);
      expect([earliest, latest, days, openEnd], text).toEqual([null, null, [], false]);
      expect(possible, text).toEqual([{ from: MIN_DAY, to: MAX_DAY }]);
    }
  });

  it('that ends before it begins is a problem', () => {
    expect(reasonOf('2024-03/2024-02')).toBe('the end 2024-02 lies before the start 2024-03');
    expect(reasonOf('2024-03-22/2024-03-21')).toMatch(/lies before the start/);
    expect(reasonOf('[2017..2016]')).toMatch(/lies before the start/);
  });
});

describe('one of a set', () => {
  it('means the days of all members, joined and in order', () => {
    expectDays([
      ['[2023-08-29,2023-08-30]', '2023-08-29..2023-08-30'],
      ['[2018-05-09,2018-05-02]', '2018-05-02 2018-05-09'],
      ['[2016,2018]', '2016-01-01..2016-12-31 2018-01-01..2018-12-31'],
      ['[2023-08-30..2023-09-01]', '2023-08-30..2023-09-01'],
      ['[2016-01-01..2016-02]', '2016-01-01..2016-02-29'],
      ['[2016, 2018..2019]', '2016-01-01..2016-12-31 2018-01-01..2019-12-31'],
      ['[2016,2016-05]', '2016-01-01..2016-12-31'],
      ['[2016]', '2016-01-01..2016-12-31'],
    ]);
  });

  it('lasts one day and runs from the first to the last that may be', () => {
    const date = dateOf('[2016,2018]');
    expect([written(date.earliest), written(date.latest)]).toEqual(['2016-01-01', '2018-12-31']);
    expect([date.until, date.openEnd]).toEqual([null, false]);
  });

  it('may be open to later days', () => {
    const date = dateOf('[2016-03..]');
    expect([written(date.earliest), date.latest, date.days]).toEqual(['2016-03-01', null, []]);
    expect(spans(date.possible)).toBe('2016-03-01..9999-12-31');
    expectPossible([['[2016-03~..]', '2016-02-01..9999-12-31']]);
  });

  it('may be open to earlier days beside members that are not', () => {
    const date = dateOf('[..2016,2018]');
    expect([date.earliest, written(date.latest), date.days]).toEqual([null, '2018-12-31', []]);
    expect(spans(date.possible)).toBe('-9999-01-01..2016-12-31 2018-01-01..2018-12-31');
  });

  it('is widened as a whole where a member is marked', () => {
    expectPossible([
      ['[2016?,2018]', '2015-01-01..2019-12-31'],
      ['[2018-05-02~,2018-05-03]', '2018-05-01..2018-05-04'],
      ['[2018-05~..2018-07-03]', '2018-04-01..2018-08-03'],
    ]);
  });
});

describe('all of a list', () => {
  it('is counted at its first member and lasts to its last', () => {
    const cases: readonly [string, string, string | null][] = [
      ['{2016,2018}', '2016-01-01..2016-12-31', '2018-12-31'],
      ['{2018-05-09,2018-05-02}', '2018-05-02', '2018-05-09'],
      ['{2018-05-02..2018-05-09}', '2018-05-02', '2018-05-09'],
      ['{2018-05-02,2018-06..2018-07}', '2018-05-02', '2018-07-31'],
      ['{2016}', '2016-01-01..2016-12-31', null],
    ];
    for (const [text, days, until] of cases) {
      expect([spans(dateOf(text).days), written(dateOf(text).until)], text).toEqual([days, until]);
    }
  });
});
