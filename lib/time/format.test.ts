import { describe, expect, it } from 'vitest';
import type { Bin } from './bin';
import { type Day, parseDay } from './day';
import { parseEventDate } from './edtf';
import { dayInWords, formatBin, formatDayText, formatEventDate, formatSpan } from './format';

function day(text: string): Day {
  return parseDay(text) as Day;
}

function words(text: string): string {
  const parsed = parseEventDate(text);
  return parsed.kind === 'date' ? formatEventDate(parsed.date) : parsed.reason;
}

function expectWords(cases: readonly (readonly [string, string])[]): void {
  for (const [text, expected] of cases) expect(words(text), text).toBe(expected);
}

describe('a day in words', () => {
  it('is day, month and year, with an era where the year alone would mislead', () => {
    const cases: readonly [string, string][] = [
      ['2024-03-22', '22 Mar 2024'],
      ['1969-12-31', '31 Dec 1969'],
      ['0800-12-25', '25 Dec 800'],
      ['0017-03-05', '5 Mar AD 17'],
      ['0000-01-01', '1 Jan 1 BC'],
      ['-0043-03-15', '15 Mar 44 BC'],
      ['-9999-01-01', '1 Jan 10000 BC'],
      ['9999-12-31', '31 Dec 9999'],
    ];
    for (const [text, expected] of cases) expect(formatDayText(day(text)), text).toBe(expected);
  });
});

describe('an incident’s date in words', () => {
  it('is as precise as it is written', () => {
    expectWords([
      ['2024-03-22', '22 Mar 2024'],
      ['2024-03-22T20:00:00+03:00', '22 Mar 2024'],
      ['2024-03', 'Mar 2024'],
      ['2024-03-XX', 'Mar 2024'],
      ['2017', '2017'],
      ['2017-XX', '2017'],
      ['-0043', '44 BC'],
      ['201X', '2010s'],
      ['199', '1990s'],
      ['XXXX', 'date not known'],
    ]);
  });

  it('names seasons and parts of years', () => {
    expectWords([
      ['2001-21', 'spring 2001'],
      ['2001-24', 'winter 2001–2002'],
      ['2001-25', 'northern spring 2001'],
      ['2001-30', 'southern summer 2001–2002'],
      ['2001-32', 'southern winter 2001'],
      ['2001-34', 'Q2 2001'],
      ['2001-37', 'first third of 2001'],
      ['2001-39', 'last third of 2001'],
      ['2001-41', 'second half of 2001'],
    ]);
  });

  it('says about and uncertain', () => {
    expectWords([
      ['2023-09~', 'about Sep 2023'],
      ['2022-10-08?', '8 Oct 2022 (uncertain)'],
      ['2017%', 'about 2017 (uncertain)'],
      ['2004-06~-11', 'about 11 Jun 2004'],
      ['2001-21~', 'about spring 2001'],
      ['201X?', '2010s (uncertain)'],
    ]);
  });

  it('gives the first and last day that unspecified digits allow, and their number where there are gaps', () => {
    expectWords([
      ['2023-09-2X', 'between 20 and 29 Sep 2023'],
      ['2017-1X', 'between Oct and Dec 2017'],
      ['20XX', 'between 2000 and 2099'],
      ['200X', 'between 2000 and 2009'],
      ['2017-XX-05', 'one of 12 days between 5 Jan and 5 Dec 2017'],
    ]);
  });

  it('joins the ends of a range in the fewest words', () => {
    expectWords([
      ['2024-03-02/2024-03-03', '2–3 Mar 2024'],
      ['2024-03-30/2024-04-02', '30 Mar – 2 Apr 2024'],
      ['2023-12-30/2024-01-02', '30 Dec 2023 – 2 Jan 2024'],
      ['2023-03-05/2024-03-05', '5 Mar 2023 – 5 Mar 2024'],
      ['2024-03/2024-05', 'Mar–May 2024'],
      ['2023-12/2024-01', 'Dec 2023 – Jan 2024'],
      ['2017/2020', '2017–2020'],
      ['-0044/-0043', '45–44 BC'],
      ['-0001/0002', '2 BC – AD 2'],
      ['2024-03-12/2024-03', 'from 12 Mar 2024 to Mar 2024'],
      ['2024-05-17~/2024-06-01', 'from about 17 May 2024 to 1 Jun 2024'],
      ['2024-05-17/2024-06-01?', 'from 17 May 2024 to 1 Jun 2024 (uncertain)'],
      ['2024-03-12/2024-03-12', '12 Mar 2024'],
    ]);
  });

  it('tells an unknown end from an open one, and says what is not known of a start', () => {
    expectWords([
      ['2024-03-12/', 'from 12 Mar 2024, end not known'],
      ['2024-03-12/..', 'from 12 Mar 2024, end open'],
      ['2023-09~/', 'from about Sep 2023, end not known'],
      ['../2016', 'until 2016, start not known'],
      ['/2016~', 'until about 2016, start not known'],
      ['../..', 'date not known'],
    ]);
  });

  it('never writes one of several days as a span', () => {
    expectWords([
      ['[2023-08-29,2023-08-30]', '29 or 30 Aug 2023'],
      ['[2019-06-30,2019-07-01]', '30 Jun or 1 Jul 2019'],
      ['[2022-12-31,2023-01-01]', '31 Dec 2022 or 1 Jan 2023'],
      ['[2023-08-15..2023-08-16]', '15 or 16 Aug 2023'],
      ['[2023-08-30..2023-09-01]', 'between 30 Aug and 1 Sep 2023'],
      ['[2016,2018]', '2016 or 2018'],
      ['[2016,2017-03]', '2016 or Mar 2017'],
      ['[2016?,2018]', '2016 (uncertain) or 2018'],
      ['[2016,2018..2019]', '2016 or between 2018 and 2019'],
      ['[2016-01-01..2016-02]', 'between 1 Jan 2016 and Feb 2016'],
      ['[2018-05-01,2018-05-03,2018-05-05]', '1 May 2018, 3 May 2018 or 5 May 2018'],
      ['[..2016]', 'not after 2016'],
      ['[2016-03..]', 'not before Mar 2016'],
      ['[2016]', '2016'],
    ]);
  });

  it('says and for all of a list', () => {
    expectWords([
      ['{2023-08-29,2023-08-30}', '29 and 30 Aug 2023'],
      ['{2023-08-29..2023-09-02}', '29 Aug – 2 Sep 2023'],
      ['{2016..}', 'from 2016, end open'],
    ]);
  });
});

describe('a window in words', () => {
  it('is as short as it can be without being another window', () => {
    const cases: readonly [string, string, string][] = [
      ['2017-01-01', '2017-12-31', '2017'],
      ['2017-01-01', '2020-12-31', '2017–2020'],
      ['2024-03-01', '2024-03-31', 'Mar 2024'],
      ['2024-01-01', '2024-03-31', 'Jan–Mar 2024'],
      ['2024-10-01', '2024-12-31', 'Oct–Dec 2024'],
      ['2017-01-01', '2024-03-31', '2017 – Mar 2024'],
      ['2017-03-01', '2020-12-31', 'Mar 2017 – 2020'],
      ['2023-11-01', '2024-02-29', 'Nov 2023 – Feb 2024'],
      ['2023-11-01', '2024-02-28', '1 Nov 2023 – 28 Feb 2024'],
      ['2024-03-05', '2024-04-07', '5 Mar – 7 Apr 2024'],
      ['2024-03-05', '2024-03-07', '5–7 Mar 2024'],
      ['2024-03-05', '2024-03-05', '5 Mar 2024'],
      ['2024-03-01', '2024-04-07', '1 Mar – 7 Apr 2024'],
      ['2017-01-01', '2024-06-29', '1 Jan 2017 – 29 Jun 2024'],
      ['2024-01-01', '2024-01-01', '1 Jan 2024'],
      ['2024-04-07', '2024-03-05', '7 Apr – 5 Mar 2024'],
      ['-0044-01-01', '-0043-12-31', '45–44 BC'],
      ['0000-01-01', '0001-12-31', '1 BC – AD 1'],
    ];
    for (const [from, to, expected] of cases)
      expect(formatSpan(day(from), day(to)), `${from}..${to}`).toBe(expected);
  });
});

describe('a bin in words', () => {
  it('is named for what it covers', () => {
    const cases: readonly [string, Bin, string][] = [
      ['2024-03-22', 'day', '22 Mar 2024'],
      ['2024-03-18', 'week', 'week of 18 Mar 2024'],
      ['2024-03-01', 'month', 'Mar 2024'],
      ['2024-01-01', 'quarter', 'Q1 2024'],
      ['2024-10-01', 'quarter', 'Q4 2024'],
      ['2024-01-01', 'year', '2024'],
      ['-0043-07-01', 'quarter', 'Q3 44 BC'],
    ];
    for (const [start, bin, expected] of cases)
      expect(formatBin(day(start), bin), `${bin} ${start}`).toBe(expected);
  });
});

describe('dayInWords', () => {
  it.each([
    ['2024-06-24', '24 Jun 2024'],
    ['yesterday', 'yesterday'],
  ])('writes %s as %s', (text, words) => {
    expect(dayInWords(text)).toBe(words);
  });
});
