import { describe, expect, it } from 'vitest';
import { collectSeries } from '../../testing/files/collect-series';
import { blobSource } from '../formats/source/byte-source';
import { checkMapping } from '../mapping/checks/check-mapping';
import { withFields } from '../mapping/guess/fields/guess-fields';
import type { FieldMapping, Mapping } from '../mapping/mapping';
import type { DatasetId } from '../series/model';
import { columnsInShort } from './report/column-words';
import { reportColumns } from './report/report-columns';
import { type ExaminedTable, examine } from './run/import-file';

const SEED = { id: 'mine' as DatasetId, title: 'Mine' };

async function examined(text: string): Promise<ExaminedTable> {
  const found = await examine(blobSource(new Blob([text]), 'events.csv'));
  if (found.kind !== 'table') throw new Error(JSON.stringify(found));
  return found;
}

/** A table of a date, and one more column with the cells that are given; quoted, for they may hold anything. */
function table(name: string, cells: readonly string[]): string {
  const rows = cells.map((cell, at) => {
    const day = String((at % 28) + 1).padStart(2, '0');
    return `2021-0${(at % 9) + 1}-${day},"${cell.replaceAll('"', '""')}"`;
  });
  return ['event_date,"'.concat(name.replaceAll('"', '""'), '"'), ...rows, ''].join('\n');
}

async function fieldsOf(text: string): Promise<readonly FieldMapping[]> {
  const { proposal, survey } = await examined(text);
  return withFields(proposal.mapping!, survey.columns).fields!;
}

async function fieldOf(name: string, cells: readonly string[]): Promise<FieldMapping> {
  const [field] = await fieldsOf(table(name, cells));
  if (!field) throw new Error(`${name} is no field`);
  return field;
}

async function seriesOf(text: string, change: Partial<Mapping> = {}) {
  const found = await examined(text);
  return collectSeries(found, { ...found.proposal.mapping!, ...change }, SEED);
}

/** What the incidents of such a table hold in its one field, in the order of the rows. */
async function valuesOf(name: string, cells: readonly string[], change: Partial<Mapping> = {}) {
  const { series, problems } = await seriesOf(table(name, cells), change);
  const id = series.fields[0]?.id ?? '';
  return {
    values: series.incidents.map(({ own }) => (Object.hasOwn(own, id) ? own[id] : null)),
    codes: problems.map(({ code }) => code),
  };
}

describe('numbers in the cells of a field', () => {
  it.each([
    ['with a unit behind them', 'range', ['12 km', '3.5 km', '1,200 km'], [12, 3.5, 1200], 'km'],
    ['with a sign of money before them', 'damage', ['$1,200', '$35', '-$5.50'], [1200, 35, -5.5], 'USD'],
    ['with the letters of money', 'damage', ['USD 1,200', 'USD 35', 'USD 7'], [1200, 35, 7], 'USD'],
    ['as percentages', 'burnt', ['45%', '3.5 %', '100%'], [45, 3.5, 100], '%'],
    ['below zero', 'change', ['-5', '−12', '3'], [-5, -12, 3], null],
    ['with decimal commas', 'reading', ['3,5', '12,75', '1.200,5'], [3.5, 12.75, 1200.5], null],
    [
      'with thin spaces between thousands',
      'area burnt',
      ['1 200', '12 500 000', '3'],
      [1200, 12_500_000, 3],
      null,
    ],
    [
      'with several points between thousands',
      'cost',
      ['1.200.000', '2.300.000', '7'],
      [1_200_000, 2_300_000, 7],
      null,
    ],
  ])('%s are read', async (_, name, cells, numbers, unit) => {
    const field = await fieldOf(name, cells);
    expect([field.kind, field.unit]).toEqual(['number', unit]);
    expect(await valuesOf(name, cells)).toMatchObject({ values: numbers, codes: [] });
  });

  it('have thousands by the rule of the file where their own cells prove nothing', async () => {
    const cells = ['1.200', '3.500', '12'];
    expect((await valuesOf('reading', cells)).values).toEqual([1.2, 3.5, 12]);
    expect((await valuesOf('reading', cells, { decimals: 'comma' })).values).toEqual([1200, 3500, 12]);
  });

  it('keep the decimals that their own cells prove, whatever the rule of the file', async () => {
    const { values } = await valuesOf('reading', ['5.125', '4.5', '3'], { decimals: 'comma' });
    expect(values).toEqual([5.125, 4.5, 3]);
  });

  it.each([
    ['several units', ['12 km', '7 miles', '3 km']],
    ['two ways to part decimals', ['3,5', '3.5', '4']],
    ['millions beside bare numbers', ['1.2 million', '800000', '3 million']],
    ['a text among them', ['12', 'about a dozen or so', '3']],
    ['leading zeros', ['007', '012', '100']],
    ['more digits than a number holds', ['12345678901234567', '12345678901234568', '12345678901234569']],
  ])('with %s are kept as the texts they are', async (_, cells) => {
    expect((await fieldOf('reading', cells)).kind).not.toBe('number');
    expect(await valuesOf('reading', cells)).toMatchObject({ values: cells, codes: [] });
  });

  it('in another unit than their field are left out and named', async () => {
    const cells = ['12 km', '7 miles', '3'];
    const field = { ...(await fieldOf('range', ['12 km', '3 km', '4 km'])), kind: 'number' } as const;
    const { values, codes } = await valuesOf('range', cells, { fields: [field] });
    expect([values, codes]).toEqual([[12, null, 3], ['not-of-its-kind']]);
  });

  it('do not count what tables write for “not known”', async () => {
    const field = await fieldOf('fuel used', ['-99', '12', '7', '-99']);
    expect(field).toMatchObject({ kind: 'number', unknown: ['-99'] });
    expect((await valuesOf('fuel used', ['-99', '12', '7', '-99'])).values).toEqual([null, 12, 7, null]);
  });
});

describe('how numbers add up', () => {
  const numbers = (...all: readonly number[]) => all.map(String);
  const many = (least: number, step: number) =>
    Array.from({ length: 30 }, (_, at) => String(least + at * step));
  it.each([
    ['suspect_id', numbers(17, 3, 17, 5), 'none'],
    ['Row number of the file', many(1, 1), 'none'],
    ['record', many(1, 1), 'none'],
    ['docket', ['482913', '120044', '998812', '330121'], 'none'],
    ['built', numbers(1990, 1985, 2003, 1990, 1977), 'none'],
    ['Year', many(1900, 1), 'none'],
    ['area_code', numbers(207, 919, 311, 212), 'none'],
    ['latitude_of_base', ['12.5', '13.25', '14.75'], 'none'],
    ['speed_kmh', numbers(80, 120, 95, 33), 'mean'],
    ['share burnt', ['0.25', '0.5', '0.125'], 'mean'],
    ['vehicles', numbers(3, 0, 12, 7, 1), 'sum'],
    ['cost_usd', ['12.50', '7.25', '100'], 'sum'],
    ['swing', ['-3', '5', '-1'], 'mean'],
  ])('%s', async (name, cells, aggregate) => {
    const { kind, aggregate: found } = await fieldOf(name, cells);
    expect(kind === 'number' ? found : 'none').toBe(aggregate);
  });
});

describe('a label', () => {
  it.each([
    ['Phase_of_flt', 'Phase of flt'],
    ['numMentions', 'Num mentions'],
    ['AvgTone', 'Avg tone'],
    ['isUSCitizen', 'Is US citizen'],
    ['DISORDER_TYPE', 'DISORDER TYPE'],
    ['Time of day', 'Time of day'],
    ['start.hour', 'Start hour'],
  ])('of %s is %s', async (name, label) => {
    expect((await fieldOf(name, ['a', 'b', 'a'])).label).toBe(label);
  });
});

describe('columns that are hard to keep', () => {
  it('are kept both where two have one name', async () => {
    const { series } = await seriesOf('event_date,mood,mood\n2021-02-03,calm,tense\n2021-02-04,grim,calm\n');
    expect(series.fields.map(({ id }) => id)).toEqual(['mood', 'mood-2']);
    expect(series.incidents.map(({ own }) => own)).toEqual([
      { mood: 'calm', 'mood-2': 'tense' },
      { mood: 'grim', 'mood-2': 'calm' },
    ]);
  });

  it.each(['none', 'several', 'split', 'measure', 'constructor', '__proto__', 'toString', '__count'])(
    'are kept where one is called %s',
    async (name) => {
      const { values } = await valuesOf(name, ['red', 'blue', 'red']);
      expect(values).toEqual(['red', 'blue', 'red']);
      const { series } = await seriesOf(`event_date,x,${name}\n2021-02-03,a,red\n2021-02-04,b,\n`);
      const id = series.fields.find(({ column }) => column === name)?.id ?? '';
      expect(Object.keys(series.incidents[1]?.own ?? {})).not.toContain(id);
    },
  );

  it('are all kept where there are 400', async () => {
    const names = Array.from({ length: 400 }, (_, at) => `reading ${at}`);
    const row = (day: string, of: number) => [day, ...names.map((_, at) => `v${(at + of) % 7}`)].join(',');
    const text = `event_date,${names.join(',')}\n${row('2021-02-03', 1)}\n${row('2021-02-04', 2)}\n`;
    const { series } = await seriesOf(text);
    expect(series.fields).toHaveLength(400);
    expect(series.incidents[1]?.own['reading-399']).toBe('v2');
  });

  it('are texts where 100,000 cells are all different, and numbers where they are numbers', async () => {
    const rows = Array.from({ length: 100_000 }, (_, at) => {
      const day = String((at % 28) + 1).padStart(2, '0');
      return `2021-03-${day},remark ${at} of many,${(at * 7919) % 1_000_003}.5`;
    });
    const fields = await fieldsOf(`event_date,remark,reading\n${rows.join('\n')}\n`);
    expect(fields.map(({ column, kind }) => [column, kind])).toEqual(
      expect.arrayContaining([['reading', 'number']]),
    );
    expect(fields.filter(({ column }) => column === 'remark').every(({ kind }) => kind === 'text')).toBe(
      true,
    );
  });

  it('are texts where a text stands among numbers, however far down', async () => {
    const rows = Array.from({ length: 30_000 }, (_, at) => {
      const day = String((at % 28) + 1).padStart(2, '0');
      return `2021-03-${day},${at === 29_000 ? 'see note' : at * 3}`;
    });
    const [field] = await fieldsOf(`event_date,reading\n${rows.join('\n')}\n`);
    expect(field).toMatchObject({ column: 'reading', kind: 'text' });
  });
});

describe('a mapping that names its fields', () => {
  const ROWS = 'event_date,mood,cost\n2021-02-03,calm,$5\n2021-02-04,grim,$7\n2021-02-05,calm,$9\n';

  it('is the same as the guess where it names what was guessed, and is checked as such', async () => {
    const found = await examined(ROWS);
    const whole = withFields(found.proposal.mapping!, found.survey.columns);
    const checked = checkMapping(JSON.parse(JSON.stringify(whole)), found.survey.columns);
    expect(checked).toEqual({ kind: 'ok', mapping: whole });
    const [guessed, named] = [
      await collectSeries(found, null, SEED),
      await collectSeries(found, whole, SEED),
    ];
    expect(named.series).toEqual(guessed.series);
  });

  it('drops what it does not name, and says who did', async () => {
    const { proposal, survey } = await examined(ROWS);
    const whole = withFields(proposal.mapping!, survey.columns);
    const mapping = { ...whole, fields: whole.fields!.filter(({ column }) => column !== 'mood') };
    const columns = reportColumns(survey.columns, mapping, { kind: 'said' });
    expect(columnsInShort(columns)).toBe('1 column used, 1 field kept, 1 dropped by you (mood)');
  });

  it('carries a description into the series', async () => {
    const { proposal, survey } = await examined(ROWS);
    const fields = withFields(proposal.mapping!, survey.columns).fields!.map((field) => ({
      ...field,
      description: `What ${field.label} is.`,
    }));
    const { series } = await seriesOf(ROWS, { fields });
    expect(series.fields.map(({ description }) => description)).toEqual(['What Mood is.', 'What Cost is.']);
  });
});
