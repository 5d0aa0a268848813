import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import type { DateMapping } from '../../mapping/mapping';
import { dateReader } from '../../mapping/row-dates/date-reader';
import { type DateInference, ISO_DATES } from '../date-rule';
import { collectDates } from './date-evidence';

const SERIES = join(process.cwd(), '..', 'shared', 'series');
const absent = existsSync(SERIES) ? '' : ' (skipped: ../shared/series is not here)';

interface Options {
  readonly encoding?: string;
  readonly delimiter?: string;
  readonly quote?: false;
}

const tables = new Map<string, readonly string[][]>();

function tableOf(file: string, { encoding = 'utf-8', ...options }: Options = {}): readonly string[][] {
  const known = tables.get(file);
  if (known) return known;
  const text = new TextDecoder(encoding).decode(readFileSync(join(SERIES, file)));
  const table = parse(text, { relax_column_count: true, bom: true, ...options });
  tables.set(file, table);
  return table;
}

function inferenceOf(file: string, column: string, options?: Options): DateInference | null {
  const [header = [], ...rows] = tableOf(file, options);
  const evidence = collectDates();
  for (const row of rows) {
    const cell = row[header.indexOf(column)];
    if (cell) evidence.observe(cell);
  }
  return evidence.conclude();
}

/** How often each kind of outcome comes: the letters of its EDTF, or the code of a problem, with its warning. */
function outcomesOf(file: string, mapping: DateMapping, options?: Options): Record<string, number> {
  const [header = [], ...rows] = tableOf(file, options);
  const read = dateReader(
    mapping,
    header.map((name) => ({ name, hxl: null })),
  );
  const counts: Record<string, number> = {};
  for (const row of rows) {
    const outcome = read(row);
    const kind =
      outcome.kind === 'problem'
        ? outcome.code
        : outcome.date.edtf.replace(/^-/, '').replace(/\d/g, '9') +
          (outcome.warning ? `+${outcome.warning.code}` : '');
    counts[kind] = (counts[kind] ?? 0) + 1;
  }
  return counts;
}

/** File, column, cells, understood, first and last day: counted with python3's csv and datetime modules. */
const COLUMNS: readonly (readonly [string, string, number, number, string, string])[] = [
  ['ucdp_ged_syria_191/ucdp_syria.csv', 'date_start', 16_566, 16_566, '2016-01-01', '2019-11-30'],
  ['ucdp_ged_syria_191/ucdp_syria.csv', 'date_end', 16_566, 16_566, '2016-01-01', '2019-12-01'],
  ['ucdp_hdx_bgd/ged191_fixture.csv', 'date_start', 3_194, 3_194, '1989-01-01', '2018-12-30'],
  ['ucdp_hdx_bgd/ged191_fixture.csv', 'date_end', 3_194, 3_194, '1989-02-21', '2018-12-30'],
  ['ucdp_hdx_ukr/conflict_data_ukr_2025.csv', 'date_start', 1_168, 1_167, '2014-01-22', '2019-12-25'],
  ['iraq_geocausal/insurgencies.csv', 'date', 68_573, 68_573, '2007-02-23', '2008-07-05'],
  ['fivethirtyeight/all_data.csv', 'eow', 22_800, 22_800, '1791-01-03', '2016-07-03'],
  ['stanford_msa/Stanford_MSA_Database.csv', 'Date', 335, 335, '1966-08-01', '2016-06-26'],
  ['stanford_msa/Stanford_MSA_Database.csv', 'Date - Detailed', 335, 335, '1966-08-01', '2016-06-26'],
  ['airraid_ukraine/official_data_en.csv', 'started_at', 43_031, 43_031, '2022-03-15', '2024-04-22'],
  ['airraid_ukraine/official_data_en.csv', 'finished_at', 43_031, 43_031, '2022-03-15', '2024-04-23'],
  ['arvig/arvig.csv', 'date', 6_918, 6_918, '2014-01-01', '2017-11-11'],
  ['police_brutality_2020pb/all-locations.csv', 'date_text', 1_340, 1_337, '2020-05-26', '2021-10-11'],
  ['oryx/event_destroyed.csv', 'date_recorded', 26_251, 26_251, '2022-03-19', '2025-07-19'],
  ['vega_datasets/birdstrikes.csv', 'Flight Date', 10_000, 10_000, '1990-01-08', '2002-07-25'],
];

describe.skipIf(absent !== '')(`the date columns of real files${absent}`, () => {
  for (const [file, column, cells, understood, first, last] of COLUMNS) {
    it(`${file} ${column}`, () => {
      const inference = inferenceOf(file, column);
      expect(inference).toMatchObject({ cells, understood, first, last });
      expect(inference?.rules).toHaveLength(1);
    });
  }

  it('settle their order and their language', () => {
    const msa = 'stanford_msa/Stanford_MSA_Database.csv';
    expect(inferenceOf(msa, 'Date')?.rules).toEqual([{ ...ISO_DATES, order: 'month-first' }]);
    expect(inferenceOf(msa, 'Date - Detailed')?.rules).toEqual([{ ...ISO_DATES, language: 'en' }]);
  });

  it('are not found in counts, texts and links', () => {
    expect(inferenceOf('ucdp_ged_syria_191/ucdp_syria.csv', 'best')).toBeNull();
    expect(inferenceOf('ucdp_ged_syria_191/ucdp_syria.csv', 'source_article')).toBeNull();
    expect(inferenceOf('ucdp_ged_syria_191/ucdp_syria.csv', 'latitude')).toBeNull();
    expect(inferenceOf('police_brutality_2020pb/all-locations.csv', 'Link 1')).toBeNull();
    expect(inferenceOf('oryx/event_destroyed.csv', 'matID')).toBeNull();
  });
});

/** Counted with python3: csv, datetime and calendar. */
describe.skipIf(absent !== '')(`the dates of the rows of real files${absent}`, () => {
  it('keep what NOAA leaves blank unknown, back to the year -2150', () => {
    const mapping: DateMapping = {
      kind: 'parts',
      year: 'YEAR',
      month: 'MONTH',
      day: 'DAY',
      text: null,
      rule: ISO_DATES,
    };
    const options: Options = { encoding: 'windows-1252', delimiter: '\t', quote: false };
    expect(outcomesOf('noaa_signif/signif.txt', mapping, options)).toEqual({
      '9999': 405,
      '9999-99': 152,
      '9999-99-99': 5_529,
    });
  });

  it('read the names of months in a column of their own', () => {
    const rule = { ...ISO_DATES, language: 'en' };
    const mapping: DateMapping = {
      kind: 'parts',
      year: 'year',
      month: 'month',
      day: 'day',
      text: null,
      rule,
    };
    const options = { encoding: 'windows-1252' };
    expect(outcomesOf('fivethirtyeight/police_killings.csv', mapping, options)).toEqual({
      '9999-99-99': 467,
    });
  });

  it('make doubt of the ranges that UCDP codes as doubt', () => {
    const meaning = { column: 'date_prec', values: { 1: 'lasting' }, otherwise: 'doubt' } as const;
    const mapping: DateMapping = {
      kind: 'span',
      start: 'date_start',
      end: 'date_end',
      rule: ISO_DATES,
      meaning,
    };
    expect(outcomesOf('ucdp_ged_syria_191/ucdp_syria.csv', mapping)).toEqual({
      '9999-99-99': 15_480,
      '[9999-99-99..9999-99-99]': 1_016,
      '9999-99': 64,
      '9999': 6,
    });
  });

  it('are of one day where the end is blank', () => {
    const mapping: DateMapping = {
      kind: 'span',
      start: 'investigation-start',
      end: 'investigation-end',
      rule: ISO_DATES,
      meaning: { fixed: 'lasting' },
    };
    expect(outcomesOf('fivethirtyeight/russia-investigation.csv', mapping)).toEqual({
      '9999-99-99': 34,
      '9999-99-99/9999-99-99': 160,
    });
  });

  it('keep the day as written, whatever its offset', () => {
    const meaning = { fixed: 'lasting' } as const;
    const mapping: DateMapping = {
      kind: 'span',
      start: 'started_at',
      end: 'finished_at',
      rule: ISO_DATES,
      meaning,
    };
    expect(outcomesOf('airraid_ukraine/official_data_en.csv', mapping)).toEqual({
      '9999-99-99': 40_098,
      '9999-99-99/9999-99-99': 2_933,
    });
  });

  it('tell of eleven weekdays that are not those of their dates', () => {
    const rule = { ...ISO_DATES, language: 'en' };
    const mapping: DateMapping = { kind: 'one', column: 'Date - Detailed', rule, precision: null };
    expect(outcomesOf('stanford_msa/Stanford_MSA_Database.csv', mapping)).toEqual({
      '9999-99-99': 324,
      '9999-99-99+weekday-differs': 11,
    });
  });

  it('mark what is only believed, and report what is not known', () => {
    const mapping: DateMapping = { kind: 'one', column: 'date_text', rule: ISO_DATES, precision: null };
    expect(outcomesOf('police_brutality_2020pb/all-locations.csv', mapping)).toEqual({
      '9999-99-99': 1_300,
      '9999-99-99?': 37,
      'no-date': 3,
    });
  });
});
