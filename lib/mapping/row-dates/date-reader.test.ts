import { describe, expect, it } from 'vitest';
import { cpuTime } from '@/testing/cpu-time';
import { type DateRule, ISO_DATES } from '../../dates/date-rule';
import type { RawColumn } from '../../formats/raw-table';
import type { DateMapping } from '../mapping';
import { dateReader } from './date-reader';

function columns(...names: readonly string[]): readonly RawColumn[] {
  return names.map((name) => ({ name, hxl: null }));
}

/** The EDTF of a row; the code, column and value of a problem; a warning behind a plus. */
function reader(mapping: DateMapping, ...names: readonly string[]): (...cells: string[]) => string {
  const read = dateReader(mapping, columns(...names));
  return (...cells) => {
    const outcome = read(cells);
    if (outcome.kind === 'problem') return `${outcome.code} in ${outcome.column}: ${outcome.value}`;
    return outcome.date.edtf + (outcome.warning ? ` + ${outcome.warning.code}` : '');
  };
}

const ENGLISH: DateRule = { ...ISO_DATES, language: 'en' };

describe('a date in one column', () => {
  it('is read by the rule, and a cell without one is a problem', () => {
    const read = reader({ kind: 'one', column: 'when', rule: ENGLISH, precision: null }, 'id', 'when');
    expect(read('1', '22 March 2024')).toBe('2024-03-22');
    expect(read('1', 'Monday, 22 March 2024')).toBe('2024-03-22 + weekday-differs');
    expect(read('1', '')).toBe('no-date in when: ');
    expect(read('1', 'Unknown Date')).toBe('no-date in when: Unknown Date');
    expect(read('1', '31 June 2024')).toBe('date-not-understood in when: 31 June 2024');
    expect(read('1', 'XXXX')).toBe('XXXX');
    expect(read('1', '../..')).toBe('../..');
  });

  it('is as sure as its coder says', () => {
    // ACLED: time_precision 1 is the day, 2 about the week, 3 the month.
    const precision = {
      column: 'p',
      values: { 1: 'day', 2: 'week', 3: 'month', 4: 'year' },
      otherwise: 'as-written',
    } as const;
    const read = reader({ kind: 'one', column: 'd', rule: ISO_DATES, precision }, 'd', 'p');
    expect(read('2024-03-22', '1')).toBe('2024-03-22');
    expect(read('2024-03-02', '2')).toBe('[2024-02-28..2024-03-05]');
    expect(read('2024-03-22', '3')).toBe('2024-03');
    expect(read('2024-03-22?', '3')).toBe('2024-03?');
    expect(read('2024-03-22', '4')).toBe('2024');
    expect(read('2024-03', '4')).toBe('2024');
    expect(read('2024', '3')).toBe('2024');
    expect(read('2024-03-22/2024-03-25', '3')).toBe('2024-03-22/2024-03-25');
    expect(read('2024-03-22', '9')).toBe('2024-03-22');
    expect(read('2024-03-22', 'constructor')).toBe('2024-03-22');
    expect(read('9999-12-31', '2')).toBe('[9999-12-28..9999-12-31]');
  });

  it('is one object for equal dates, for they never change', () => {
    const read = dateReader({ kind: 'one', column: 'd', rule: ISO_DATES, precision: null }, columns('d'));
    const [a, b] = [read(['2024-03-22T10:00:00']), read(['2024-03-22 23:59'])];
    expect(a.kind === 'date' && b.kind === 'date' && a.date === b.date).toBe(true);
  });

  it('costs little for a million rows', () => {
    const read = dateReader({ kind: 'one', column: 'd', rule: ISO_DATES, precision: null }, columns('d'));
    const rows = Array.from({ length: 1_000_000 }, (_, i) => [
      `20${10 + (i % 15)}-0${1 + (i % 9)}-1${i % 10}`,
    ]);
    const took = cpuTime(() => {
      for (const row of rows) read(row);
    });
    expect(took).toBeLessThan(6_000);
  });
});

describe('year, month and day in columns of their own', () => {
  const mapping = { kind: 'parts', year: 'y', month: 'm', day: 'd', text: 'approx', rule: ENGLISH } as const;
  const read = reader(mapping, 'y', 'm', 'd', 'approx');

  it('are unknown where they are zero, negative or blank', () => {
    expect(read('2016', '3', '22', '')).toBe('2016-03-22');
    expect(read('2016', '3', '0', '')).toBe('2016-03');
    expect(read('2016', '3', '', '')).toBe('2016-03');
    expect(read('2016', '0', '0', '')).toBe('2016');
    expect(read('2016', '-9', '-99', '')).toBe('2016');
    expect(read('2016', '', '5', '')).toBe('2016-XX-05');
    expect(read('2016.0', '3.0', '22.0', '')).toBe('2016-03-22');
  });

  it('may name the month', () => {
    expect(read('2015', 'February', '14', '')).toBe('2015-02-14');
    expect(read('2015', 'feb.', '14', '')).toBe('2015-02-14');
    expect(read('2015', 'Smarch', '14', '')).toBe('date-part-not-understood in m: Smarch');
  });

  it('are a problem where they are no day', () => {
    expect(read('2016', '13', '1', '')).toBe('date-part-not-understood in m: 13');
    expect(read('2016', '6', '31', '')).toBe('date-part-not-understood in d: 31');
    expect(read('2015', '2', '29', '')).toBe('date-part-not-understood in d: 29');
    expect(read('12016', '2', '3', '')).toBe('date-part-not-understood in y: 12016');
    expect(read('', '2', '3', '')).toBe('no-date in y: ');
    expect(read('-9', '2', '3', '')).toBe('no-date in y: -9');
    expect(read('0', '2', '3', '')).toBe('no-date in y: 0');
  });

  it('keep a year before 1 as the number that is written, and shift none', () => {
    expect(read('-2150', '', '', '')).toBe('-2150');
    expect(read('-1', '', '', '')).toBe('-0001');
    expect(read('79', '8', '24', '')).toBe('0079-08-24');
  });

  it('give way to free text that says more, and not to text that says otherwise', () => {
    expect(read('2021', '1', '0', 'January 1-3, 2021')).toBe('2021-01-01/2021-01-03');
    expect(read('2021', '5', '0', 'May 5, 2021 - May 31, 2021')).toBe('2021-05-05/2021-05-31');
    expect(read('2021', '3', '0', 'March 28. 2021')).toBe('2021-03-28');
    expect(read('1993', '8', '0', 'August/September 1993')).toBe('[1993-08..1993-09]');
    expect(read('1993', '8', '0', '1993')).toBe('1993-08');
    expect(read('2021', '3', '28', 'March 2021')).toBe('2021-03-28');
    expect(read('2021', '3', '0', 'April 2021')).toBe('2021-03 + date-text-not-used');
    expect(read('2021', '3', '0', 'during Ramadan')).toBe('2021-03 + date-text-not-used');
    expect(read('', '', '', 'March 2021')).toBe('2021-03');
  });
});

describe('start and end in two columns', () => {
  const rule = ISO_DATES;
  const lasting = reader(
    { kind: 'span', start: 'a', end: 'b', rule, meaning: { fixed: 'lasting' } },
    'a',
    'b',
  );

  it('are an incident that lasted, counted at its start', () => {
    expect(lasting('2024-03-22', '2024-03-22')).toBe('2024-03-22');
    expect(lasting('2024-03-22', '2024-03-25')).toBe('2024-03-22/2024-03-25');
    expect(lasting('2022-02-25T22:55:45+02:00', '2022-02-26T00:10:00+02:00')).toBe('2022-02-25/2022-02-26');
    expect(lasting('2014', '2016')).toBe('2014/2016');
  });

  it('are of one day without an end, unless the cell says that the end is not known or still to come', () => {
    expect(lasting('2017-05-17', '')).toBe('2017-05-17');
    expect(lasting('2017-05-17', 'n/a')).toBe('2017-05-17');
    expect(lasting('2017-05-17', 'unknown')).toBe('2017-05-17/');
    for (const open of [
      'ongoing',
      'Ongoing',
      'still ongoing',
      'to the present day',
      '..',
      'en cours',
      'по настоящее время',
    ])
      expect(lasting('2017-05-17', open)).toBe('2017-05-17/..');
    expect(lasting('2017-05-17', 'present')).toBe('2017-05-17/..');
    expect(lasting('', '2017-05-17')).toBe('/2017-05-17');
    expect(lasting('', '')).toBe('no-date in a: ');
  });

  it('are a problem where the end lies before the start', () => {
    expect(lasting('2024-03-25', '2024-03-22')).toBe('end-before-start in b: 2024-03-22');
    expect(lasting('2024-03-25', '2024-03')).toBe('2024-03-25/2024-03');
    expect(lasting('2024-03-25', 'later')).toBe('date-not-understood in b: later');
  });

  it('are doubt about the day where they are exactly a calendar month or year', () => {
    expect(lasting('2016-01-01', '2016-12-31')).toBe('2016');
    expect(lasting('2016-02-01', '2016-02-29')).toBe('2016-02');
    expect(lasting('2015-02-01', '2015-02-28')).toBe('2015-02');
    expect(lasting('2016-02-01', '2016-02-28')).toBe('2016-02-01/2016-02-28');
    expect(lasting('2016-01-01', '2016-03-31')).toBe('2016-01-01/2016-03-31');
  });

  it('mean what a column says of them', () => {
    // UCDP: date_prec 1 is exact, 2 to 5 a range within which it happened.
    const meaning = { column: 'p', values: { 1: 'lasting' }, otherwise: 'doubt' } as const;
    const coded = reader({ kind: 'span', start: 'a', end: 'b', rule, meaning }, 'a', 'b', 'p');
    expect(coded('2016-03-01', '2016-03-05', '1')).toBe('2016-03-01/2016-03-05');
    expect(coded('2016-03-01', '2016-03-05', '2')).toBe('[2016-03-01..2016-03-05]');
    expect(coded('2016-01-01', '2016-12-31', '5')).toBe('2016');
    expect(coded('2016-03-01', '2016-03-31', '4')).toBe('2016-03');
    expect(coded('2016-03-01', '2016-03-31', '1')).toBe('2016-03-01/2016-03-31');
    expect(coded('2016-03-01', '', '2')).toBe('2016-03-01');
  });
});
