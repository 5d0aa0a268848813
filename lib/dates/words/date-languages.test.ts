import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Day, formatDay } from '../../time/day';
import type { DateRule } from '../date-rule';
import { collectDates } from '../evidence/date-evidence';
import { readDate } from '../read-date';
import { LANGUAGES } from './languages';

const DAY_MS = 86_400_000;

const formats = new Map<string, Intl.DateTimeFormat>();

/** Intl writes the date: an independent writer for the reader under test. */
function write(language: string, day: number, style: Intl.DateTimeFormatOptions): string {
  const key = language + JSON.stringify(style);
  const format =
    formats.get(key) ?? new Intl.DateTimeFormat(`${language}-u-ca-gregory`, { timeZone: 'UTC', ...style });
  formats.set(key, format);
  return format.format(day * DAY_MS);
}

/** Styles that name the month, so that a single text is unambiguous where the language has names for months. */
const STYLES: readonly Intl.DateTimeFormatOptions[] = [{ dateStyle: 'full' }, { dateStyle: 'long' }];

/** The middle of each month of a year and some days around, so that every month's name is in the column. */
const SPREAD = Array.from({ length: 24 }, (_, i) => 19_000 + i * 15 + (i % 3));

function ruleOf(texts: readonly string[]): DateRule | null {
  const evidence = collectDates();
  for (const text of texts) evidence.observe(text);
  const inference = evidence.conclude();
  return inference !== null && inference.understood === texts.length ? (inference.rules[0] ?? null) : null;
}

/** The languages all of whose styles read back for every day of the spread. */
function isRead(language: string, style: Intl.DateTimeFormatOptions): boolean {
  const texts = SPREAD.map((day) => write(language, day, style));
  const rule = ruleOf(texts);
  return (
    rule !== null &&
    texts.every((text, i) => {
      const read = readDate(rule, text);
      return read.kind === 'edtf' && read.edtf === formatDay((SPREAD[i] ?? 0) as Day);
    })
  );
}

describe('dates that Intl writes in a language', () => {
  const known = LANGUAGES.map(([language]) => language).filter(
    (language) => Intl.DateTimeFormat.supportedLocalesOf([language]).length === 1,
  );

  it('are read back by the rule of their column in every language that is tried', () => {
    const unread = known.filter((language) => !STYLES.every((style) => isRead(language, style)));
    expect(unread).toEqual([]);
  });

  it('are read back on any day of a thousand years', () => {
    const days = fc.integer({ min: -300_000, max: 60_000 });
    const languages = [
      'en',
      'de',
      'fr',
      'es',
      'ru',
      'uk',
      'pl',
      'cs',
      'el',
      'tr',
      'fi',
      'hu',
      'ar',
      'fa',
      'he',
      'hi',
      'zh',
      'ja',
      'ko',
      'vi',
      'pt',
      'it',
      'ca',
      'eu',
      'lt',
      'lv',
      'th',
    ];
    const rules = new Map(
      languages.map((language) => [
        language,
        ruleOf(SPREAD.map((day) => write(language, day, { dateStyle: 'long' }))),
      ]),
    );
    fc.assert(
      fc.property(fc.constantFrom(...languages), days, (language, day) => {
        const rule = rules.get(language);
        expect(rule, language).toBeTruthy();
        const text = write(language, day, { dateStyle: 'long' });
        const read = rule ? readDate(rule, text) : null;
        expect(read?.kind === 'edtf' ? read.edtf : read, text).toBe(formatDay(day as Day));
      }),
      { numRuns: 2000 },
    );
  });

  it('are read back as numbers where the column holds a day over 12', () => {
    for (const language of ['en-US', 'en-GB', 'de', 'fr', 'pt', 'ru', 'fi', 'tr', 'it', 'pl', 'he', 'hi']) {
      const style: Intl.DateTimeFormatOptions = { year: 'numeric', month: 'numeric', day: 'numeric' };
      expect(isRead(language, style), `${language} ${write(language, 19_000, style)}`).toBe(true);
    }
  });
});

describe('dates as people write them beside the forms of Intl', () => {
  it.each([
    [
      'ru',
      ['5 фев 2021', '17 мая 2021', '3 сен 2021', '9 ноя 2021'],
      ['2021-02-05', '2021-05-17', '2021-09-03', '2021-11-09'],
    ],
    ['ru', ['5 марта 2021 года', '17 мая 2021 года'], ['2021-03-05', '2021-05-17']],
    ['pl', ['5 stycznia 2021 r.', '17 maja 2021 roku'], ['2021-01-05', '2021-05-17']],
    ['uk', ['5 березня 2021 року', '17 травня 2021 року'], ['2021-03-05', '2021-05-17']],
    ['vi', ['ngày 5 tháng 3 năm 2021', 'ngày 17 tháng 11 năm 2021'], ['2021-03-05', '2021-11-17']],
    [
      'ar',
      [
        '5 كانون الثاني 2021',
        '17 شباط 2021',
        '3 تشرين الأول 2021',
        '4 تشرين الثاني 2021',
        '9 كانون الأول 2021',
      ],
      ['2021-01-05', '2021-02-17', '2021-10-03', '2021-11-04', '2021-12-09'],
    ],
  ])('in %s', (language, texts, days) => {
    const rule = ruleOf(texts);
    expect(rule?.language).toBe(language);
    expect(rule && texts.map((text) => readDate(rule, text))).toMatchObject(days.map((edtf) => ({ edtf })));
  });
});

describe('what spreadsheets and encyclopaedias put around a date', () => {
  it.each([
    ["'22/03/2024", '2024-03-22'],
    ['="22/03/2024"', '2024-03-22'],
    ['22 March 2024[1]', '2024-03-22'],
    ['22 March 2024 [a][note 2]', '2024-03-22'],
    ['22/03/2024*', '2024-03-22'],
    ['[2016-01..2016-03]', '[2016-01..2016-03]'],
    ["'24", '2024'],
  ])('%s', (text, edtf) => {
    const rule = { order: 'day-first', language: 'en', numbers: null, pivot: 2068 } as const;
    expect(readDate(rule, text)).toMatchObject({ edtf });
  });
});

it('never takes the days of a list for a day and a month', () => {
  const rule = { order: 'day-first', language: 'en', numbers: null, pivot: null } as const;
  for (const text of ['5, 6 and 7 May 2021', '5, 6 May 2021', 'May 5, 6 and 7, 2021'])
    expect(readDate(rule, text).kind).toBe('problem');
});
