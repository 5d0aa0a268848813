import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cpuTime } from '@/testing/cpu-time';
import { DATE_SHAPES } from '../../testing/files/date-shapes';
import { parseEventDate } from '../time/edtf';
import { type DateRule, ISO_DATES } from './date-rule';
import { readDate } from './read-date';

const ENGLISH: DateRule = { order: null, language: 'en', numbers: 'year', pivot: null };

function edtfOf(rule: DateRule, text: string): string {
  const read = readDate(rule, text);
  return read.kind === 'edtf' ? read.edtf : `${read.kind} ${read.kind === 'problem' ? read.reason : ''}`;
}

describe('the shapes of dates', () => {
  it('are read as the table says, which was written by hand', () => {
    expect(DATE_SHAPES.length).toBeGreaterThan(93);
    for (const { example, edtf, rule } of DATE_SHAPES) expect(edtfOf(rule, example), example).toBe(edtf);
  });

  it('are all dates that Annals can hold', () => {
    for (const { edtf } of DATE_SHAPES) expect(parseEventDate(edtf).kind, edtf).toBe('date');
  });

  it('are read the same with spaces around, in capitals and with other dashes', () => {
    for (const { example, edtf, rule } of DATE_SHAPES.filter(({ rule: { language } }) => language === 'en')) {
      expect(edtfOf(rule, `  ${example.toUpperCase()}\u00a0`), example).toBe(edtf);
      expect(edtfOf(rule, example.replaceAll(' - ', ' — ')), example).toBe(edtf);
    }
  });
});

describe('a cell that gives no date', () => {
  it('says that it is not known', () => {
    const blank = [
      '',
      ' ',
      '-',
      '—',
      '?',
      'n/a',
      'N/A',
      'Unknown',
      'Unknown Date',
      '(unknown)',
      'NaN',
      'null',
      '0000-00-00',
      'TBD',
      'unbekannt',
      'неизвестно',
    ];
    for (const text of blank) expect(readDate(ENGLISH, text).kind, JSON.stringify(text)).toBe('unknown');
  });
});

describe('a cell that is not understood', () => {
  it('is a problem with its reason, and is never moved to a day nearby', () => {
    const cases: readonly (readonly [string, RegExp])[] = [
      ['2023-02-29', /29 February 2023 does not exist/],
      ['29 February 2023', /29 February 2023 does not exist/],
      ['31 June 2020', /31 June 2020 does not exist/],
      ['30/02/2020', /no order of its numbers gives a day/],
      ['2024-13-01', /neither a month/],
      ['2024/13/01', /no month 13/],
      ['32 March 2024', /not understood|two digits/],
      ['22 Smarch 2024', /“smarch”/],
      ['12 Main Street', /“main”/],
      ['https://example.org/2020/05/30/news', /not understood/],
      ['22 March', /no year/],
      ['March', /no year/],
      ['22 March 24', /two digits/],
      ['03/04/2021', /either way/],
      ['2024-03-22T25:00:00', /not understood/],
      ['end of 5 May 2014 to 3 May 2014', /not understood/],
      ['5 May 2014 - 3 May 2014', /before the start/],
      ['5th century BC - present - 2016', /./],
      ['1,234', /./],
      ['12', /./],
      ['10000', /no date/],
      ['20240322001', /no date/],
      ['mar 2020 or so', /“so”/],
      ['after 9999-12-31', /only the years/],
      ['before the end of 2016', /no sure end/],
      ['c. 1905-10', /a month or a second year/],
      ['May 10-13', /./],
      ['5/6/7', /./],
      ['or March 3, 2020', /./],
      ['and 2020', /./],
      ['2016 or earlier', /“earlier”/],
      ['x'.repeat(201), /more than 200 characters/],
      [`${'9'.repeat(120)}-${'9'.repeat(60)}`, /./],
      ['__proto__', /not understood/],
      ['constructor 2020', /“constructor”/],
    ];
    for (const [text, reason] of cases) {
      const read = readDate({ ...ENGLISH, numbers: null }, text);
      expect(read.kind === 'problem' ? read.reason : JSON.stringify(read), text).toMatch(reason);
    }
  });

  it('stays one where the column has the other order or another language', () => {
    expect(edtfOf({ ...ISO_DATES, order: 'day-first' }, '02/13/2024')).toMatch(/no month 13/);
    expect(edtfOf({ ...ISO_DATES, order: 'month-first' }, '13/02/2024')).toMatch(/no month 13/);
    expect(edtfOf({ ...ISO_DATES, language: 'de' }, '22 March 2024')).toMatch(/“march”/);
    expect(edtfOf({ ...ISO_DATES, language: 'fr' }, 'mar 2020')).toMatch(/weekday/);
  });
});

describe('a weekday', () => {
  it('that is not the date’s is told, and the date is kept', () => {
    // python3: datetime.date(2024, 3, 22).weekday() == 4, a Friday.
    expect(readDate(ENGLISH, 'Monday 22 March 2024')).toEqual({
      kind: 'edtf',
      edtf: '2024-03-22',
      warning: { code: 'weekday-differs', reason: '2024-03-22 is a Friday, not a Monday' },
    });
    expect(readDate(ENGLISH, 'Friday 22 March 2024')).toMatchObject({ warning: null });
  });
});

describe('a two-digit year', () => {
  it('falls in the hundred years that end with the pivot', () => {
    const short = (pivot: number, text: string) => edtfOf({ ...ENGLISH, pivot }, text);
    expect(short(2068, '1 May 68')).toBe('2068-05-01');
    expect(short(2068, '1 May 69')).toBe('1969-05-01');
    expect(short(1999, '1 May 24')).toBe('1924-05-01');
    expect(short(2024, '1 May 24')).toBe('2024-05-01');
  });
});

describe('any text', () => {
  it('is a date that Annals can hold, unknown, or a problem with a reason', () => {
    const word = fc.constantFrom(
      ...'2024 22 3 44 1990s 03/04/2021 2024-03 March mar Friday c. BC AD - / to or and between since until before after early mid ? ~ ( ) , . : 19th century Q1 spring present 2014-15 872/3 -'.split(
        ' ',
      ),
    );
    const text = fc.oneof(
      fc.array(word, { maxLength: 9 }).map((words) => words.join(' ')),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(text, (written) => {
        const read = readDate({ ...ENGLISH, order: 'day-first', pivot: 2068 }, written);
        if (read.kind === 'problem') return read.reason.length > 0;
        return read.kind === 'unknown' || parseEventDate(read.edtf).kind === 'date';
      }),
      { numRuns: 5_000 },
    );
  });
});

describe('hostile text', () => {
  it('is answered at once', () => {
    const pieces = [
      '1',
      '-',
      '/',
      ' ',
      '?',
      'march ',
      '(',
      '2024',
      ':',
      "'",
      '12:',
      '1-',
      'to ',
      'or ',
      '\u0301',
      '[',
      '..',
    ];
    const texts = pieces.flatMap((a) => pieces.map((b) => (a + b).repeat(100).slice(0, 199)));
    const took = cpuTime(() => {
      for (const text of texts) readDate(ENGLISH, text);
    });
    expect(took / texts.length).toBeLessThan(20);
  });
});
