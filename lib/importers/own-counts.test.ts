import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, it } from 'vitest';
import { collectSeries } from '../../testing/files/collect-series';
import { textSource } from '../../testing/files/text-source';
import { columnarEngine } from '../engine/columnar/columnar-engine';
import { columnsOf } from '../engine/columnar/columns/columns-builder';
import { loadInfo } from '../query/info/load-info';
import type { SeriesInfo } from '../query/info/series-info';
import { answerPlan } from '../query/plan/answers';
import { planDocument } from '../query/plan/plan';
import type { DatasetId, Series } from '../series/model';
import { parseView } from '../view/parse';
import { examine } from './run/import-file';

/** Real files of publishers. They stand beside the project, so a clone has them not. */
const FOLDER = fileURLToPath(new URL('../../../shared/series/', import.meta.url));
const HAS_FILES = existsSync(FOLDER);
if (!HAS_FILES) console.warn('the real event files are absent: counts by their columns are not tested');

interface Opened {
  readonly rows: readonly Record<string, string>[];
  readonly series: Series;
  readonly info: SeriesInfo;
}

/** A table as it is imported without a word of anybody, beside its rows as another reader of CSV has them. */
async function openTable(text: string, name: string): Promise<Opened> {
  const examined = await examine(textSource(text, name));
  if (examined.kind === 'refused') throw new Error(JSON.stringify(examined.problems));
  const { series } = await collectSeries(examined, null, { id: 'mine' as DatasetId, title: 'Mine' });
  const { incidents, sources: _, ...guide } = series;
  const about = { guide, revision: '', published: '2024-01-01', incidents: incidents.length };
  const info = await loadInfo(columnarEngine(await columnsOf(series)), about);
  return { rows: parse(text, { columns: true }) as Record<string, string>[], series, info };
}

/** The answers of the dashboard at an address. */
async function at({ series, info }: Opened, query: string) {
  const { view, issues } = parseView(series.meta.id, new URLSearchParams(query), { standard: info.standard });
  expect(issues).toEqual([]);
  return answerPlan(columnarEngine(await columnsOf(series)), planDocument(view, info));
}

const NOTHING = ['', 'NA', 'None', 'Unknown'];

/** Rows by what stands in a column; empty cells, and words for what is not known, are `none`. */
function tally(
  rows: Opened['rows'],
  column: string,
  values: readonly string[] = [],
): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const cell = row[column]?.trim() ?? '';
    const value = NOTHING.includes(cell) && !values.includes(cell) ? 'none' : cell;
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return Object.fromEntries(counts);
}

type Answers = Awaited<ReturnType<typeof at>>;

const facetOf = (answers: Answers, key: `.${string}`) =>
  Object.fromEntries((answers.facets[key]?.values ?? []).map(({ id, high }) => [id, high]));

/** The counts of the chart, its bins added up: each incident stands in one bin of one value. */
function chartOf({ activity }: Answers): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const { series, high } of activity.bins) {
    counts.set(series ?? '', (counts.get(series ?? '') ?? 0) + (high ?? 0));
  }
  return Object.fromEntries(counts);
}

const lanesOf = ({ lanes }: Answers) =>
  Object.fromEntries(lanes.groups.map(({ series, matched }) => [series, matched]));

describe.skipIf(!HAS_FILES)('bird strikes by their own columns', () => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await openTable(await readFile(`${FOLDER}vega_datasets/birdstrikes.csv`, 'utf8'), 'birds.csv');
  });

  it.each([
    ['.effect-amount-of-damage', 'Effect Amount of damage', ['None']],
    ['.wildlife-species', 'Wildlife Species', []],
    ['.phase-of-flight', 'Phase of flight', []],
  ] as const)('counts %s in facet, chart and lanes as the file does', async (key, column, values) => {
    const answers = await at(opened, `split=${key}&bin=year`);
    const expected = tally(opened.rows, column, values);
    expect(Object.values(expected).reduce((sum, count) => sum + count)).toBe(10_000);
    expect(facetOf(answers, key)).toEqual(expected);
    expect(chartOf(answers)).toEqual(expected);
    expect(lanesOf(answers)).toEqual(expected);
  });

  it('counts strikes without damage as such, and none as not reported', async () => {
    const damage = facetOf(await at(opened, 'split=.effect-amount-of-damage'), '.effect-amount-of-damage');
    expect(damage).toMatchObject({ None: 8939 });
    expect(damage).not.toHaveProperty('none');
  });

  it('adds up the cost, in all and of one phase of flight within a range of speeds', async () => {
    const cost = (rows: Opened['rows']) => rows.reduce((sum, row) => sum + Number(row['Cost Total $']), 0);
    const { total } = await at(opened, 'measure=.cost-total');
    expect(total.own['.cost-total']).toMatchObject({ best: cost(opened.rows) });
    const some = await at(opened, '.phase-of-flight=Climb&.speed-ias-in-knots=100..200');
    const rows = opened.rows.filter((row) => {
      const speed = row['Speed IAS in knots'] ?? '';
      return (
        row['Phase of flight'] === 'Climb' && speed !== '' && Number(speed) >= 100 && Number(speed) <= 200
      );
    });
    expect(rows.length).toBeGreaterThan(100);
    expect(some.total.incidents.high).toBe(rows.length);
    expect(some.total.own['.cost-total']?.best).toBe(cost(rows));
  });

  it('takes the mean of the speeds that are stated', async () => {
    const speeds = opened.rows.flatMap((row) => {
      const cell = row['Speed IAS in knots'] ?? '';
      return cell === '' ? [] : [Number(cell)];
    });
    const mean = speeds.reduce((sum, speed) => sum + speed, 0) / speeds.length;
    const { total } = await at(opened, '');
    expect(total.own['.speed-ias-in-knots']?.best).toBeCloseTo(mean, 9);
    expect(total.own['.speed-ias-in-knots']?.basis.reported).toBe(speeds.length);
  });
});

describe.skipIf(!HAS_FILES)('police killings by their own columns', () => {
  it('counts how the killed were armed in facet, chart and lanes as the file does', async () => {
    const text = await readFile(`${FOLDER}fivethirtyeight/police_killings.csv`, 'latin1');
    const opened = await openTable(text, 'killings.csv');
    const answers = await at(opened, 'split=.armed');
    const expected = tally(opened.rows, 'armed');
    expect(Object.keys(expected).length).toBeGreaterThan(5);
    expect(facetOf(answers, '.armed')).toEqual(expected);
    expect(chartOf(answers)).toEqual(expected);
    expect(lanesOf(answers)).toEqual(expected);
  });
});

/** A table laid out as that of the Global Terrorism Database, with columns that no role of the model takes. */
const GTD_HEAD =
  'eventid,iyear,imonth,iday,country_txt,provstate,city,attacktype1_txt,targtype1_txt,gname,nkill,nwound,weapontype,propvalue';
const GTD_ROWS = Array.from({ length: 60 }, (_, row) => {
  const weapon = ['Explosives', 'Firearms', 'Incendiary', 'Melee', ''][row % 5];
  const value = row % 4 === 0 ? '' : String((row % 9) * 250.5);
  const day = `${2010 + (row % 3)},${1 + (row % 12)},${1 + (row % 28)}`;
  return `2010${1000 + row},${day},Iraq,Anbar,Ramadi,Bombing/Explosion,Police,Group ${row % 4},${row % 7},${row % 3},${weapon},${value}`;
});

describe('a table laid out as the Global Terrorism Database', () => {
  it('counts weapons in facet, chart and lanes, and adds up values, as the file does', async () => {
    const opened = await openTable([GTD_HEAD, ...GTD_ROWS].join('\n'), 'gtd.csv');
    const weapon = opened.series.fields.find(({ column }) => column === 'weapontype');
    const value = opened.series.fields.find(({ column }) => column === 'propvalue');
    expect([weapon?.kind, value?.kind]).toEqual(['category', 'number']);
    const answers = await at(opened, `split=.${weapon?.id}`);
    const expected = { Explosives: 12, Firearms: 12, Incendiary: 12, Melee: 12, none: 12 };
    expect(tally(opened.rows, 'weapontype')).toEqual(expected);
    expect(facetOf(answers, `.${weapon?.id}`)).toEqual(expected);
    expect(chartOf(answers)).toEqual(expected);
    expect(lanesOf(answers)).toEqual(expected);
    const sum = opened.rows.reduce((all, row) => all + Number(row.propvalue), 0);
    expect(answers.total.own[`.${value?.id}`]?.best).toBe(sum);
    const melee = await at(opened, `.${weapon?.id}=Melee,none`);
    expect(melee.total.incidents.high).toBe(24);
  });
});
