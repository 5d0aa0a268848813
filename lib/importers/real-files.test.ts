import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, describe, expect, it } from 'vitest';
import { type CollectedSeries, collectSeries, openQuestions } from '../../testing/files/collect-series';
import {
  type FileSummary,
  mappingInShort,
  readingInShort,
  regionLevels,
  summaryOf,
} from '../../testing/files/example-summary';
import { READ_BY_HAND } from '../../testing/files/read-by-hand';
import { columnarEngine } from '../engine/columnar/columnar-engine';
import { columnsOf } from '../engine/columnar/columns/columns-builder';
import { fileSource } from '../formats/source/file-source';
import { answerQuestion } from '../mapping/answer';
import type { Mapping } from '../mapping/mapping';
import { EVERYTHING } from '../query/info/everything';
import { loadInfo } from '../query/info/load-info';
import { NONE } from '../query/query';
import type { DatasetId, Incident, Series } from '../series/model';
import { effectOf } from './import-codes';
import counted from './real-files.json';
import { reportColumns } from './report/report-columns';
import { type ExaminedTable, examine } from './run/import-file';

/** Real files of publishers. They stand beside the project, so a clone has them not. */
const FOLDER = join(process.cwd(), '..', 'shared', 'series');
const isHere = existsSync(FOLDER);
if (!isHere) console.warn('the real event files are absent: their imports are not tested');

const GOLDENS = new URL('./goldens/', import.meta.url);
const SEED = { id: 'mine' as DatasetId, title: 'Mine' };
type File = keyof typeof counted;
/** Every file; what bench/files/count-series.py counted of it is expected, with Python's csv and json modules alone. */
const FILES = Object.keys(counted) as readonly File[];
const byHand = new Map<string, (typeof READ_BY_HAND)[number][1]>(READ_BY_HAND);

async function examined(file: string): Promise<ExaminedTable> {
  const found = await examine(await fileSource(join(FOLDER, file)));
  if (found.kind !== 'table') throw new Error(JSON.stringify(found));
  return found;
}

/** A list of plain values, over several lines. */
const PLAIN_LIST = /\[\n[^[\]{}]*\n\s*\]/g;
const inOneLine = (list: string) => list.replace(/\n\s+/g, ' ').replace('[ ', '[').replace(' ]', ']');

/**
 * Compares a summary with `goldens/<name>.json`. Where it differs, the new one is written beside it as
 * `<name>-changed.json`, to be looked at; `UPDATE_GOLDENS=1` makes it the golden.
 */
function expectGolden(name: string, summary: object): void {
  const [golden, changed] = [new URL(`${name}.json`, GOLDENS), new URL(`${name}-changed.json`, GOLDENS)];
  const written = `${JSON.stringify(summary, null, 2).replace(PLAIN_LIST, inOneLine)}\n`;
  mkdirSync(GOLDENS, { recursive: true });
  if (process.env.UPDATE_GOLDENS === '1') writeFileSync(golden, written);
  const known = existsSync(golden) ? readFileSync(golden, 'utf8') : null;
  if (known === written) {
    rmSync(changed, { force: true });
    return;
  }
  writeFileSync(changed, written);
  expect.fail(`${name}.json ${known === null ? 'does not exist' : 'differs'}: look at ${name}-changed.json`);
}

/** What a reader has to say of some files: when Oryx recorded a loss may not be when it happened. */
const ANSWERS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'oryx/event_destroyed.csv': { 'date-column': 'date_recorded' },
};

const goldenName = (file: string) => file.replace('/', '-').replace(/[^\w-]+/g, '-');

/** Rows, and those equal to one before them: counted with Python's csv module, rows less distinct rows. */
const EQUAL_ROWS: Readonly<Record<string, readonly [number, number]>> = {
  'iraq_geocausal/insurgencies.csv': [68_573, 2_095],
  'arvig/arvig.csv': [6_918, 87],
};

/** The columns of a file with any cell that says something, by a reader of CSV that is none of ours; null for JSON. */
function filledColumns(file: string): readonly string[] | null {
  if (/json$/.test(file)) return null;
  const delimiter = file.endsWith('.txt') ? '\t' : ',';
  const text = readFileSync(join(FOLDER, file), 'utf8');
  const options = { delimiter, bom: true, relax_column_count: true, relax_quotes: true };
  const [names = [], ...rows] = parse(text, options) as string[][];
  const says = (cell: string | undefined) => !/^\s*(?:|NA|N\/A|null|nan|-)\s*$/i.test(cell ?? '');
  return names.filter((_, at) => rows.some((row) => says(row[at]))).map((name) => name.trim());
}

/** The fields that are the same in all incidents, counted by their properties: those of its own, and of the model's a few. */
function saysOneThing({ fields, incidents }: Series): readonly string[] {
  const values = {
    ...Object.fromEntries(fields.map(({ id }) => [`.${id}`, ({ own }: Incident) => own[id]])),
    type: ({ type }: Incident) => type,
    region: ({ regions }: Incident) => regions,
    initiator: ({ initiator }: Incident) => initiator,
    actor: ({ links }: Incident) => links.map(({ actor }) => actor),
    place: ({ place }: Incident) => place.name ?? undefined,
    sources: ({ sources }: Incident) => sources,
    fatalities: ({ fatalities }: Incident) => fatalities,
    injured: ({ injured }: Incident) => injured,
    perpetrators: ({ perpetratorsKilled }: Incident) => perpetratorsKilled,
  };
  const [first] = incidents;
  return Object.entries(values).flatMap(([key, value]) => {
    const said = JSON.stringify(first && value(first));
    return incidents.every((incident) => JSON.stringify(value(incident)) === said) ? [key] : [];
  });
}

async function firstView({ incidents, sources: _, ...guide }: Series) {
  const engine = columnarEngine(await columnsOf({ incidents, sources: [], ...guide }));
  const about = { guide, revision: '', published: '2024-01-01', incidents: incidents.length };
  const { standard, offers } = await loadInfo(engine, about);
  const asked = { kind: 'groups', filter: EVERYTHING, measure: 'incidents', split: standard.split } as const;
  const { groups } = await engine.run(asked);
  return { standard, offers, groups: groups.filter(({ series }) => series !== NONE && series !== null) };
}

/** What became of a file. */
interface Imported {
  readonly found: ExaminedTable;
  readonly mapping: Mapping;
  readonly collected: CollectedSeries;
}

async function imported(file: string): Promise<Imported> {
  const found = await examined(file);
  const mapping = openQuestions(found).reduce((soFar, { id, options }) => {
    const option = options.find(({ value }) => value === ANSWERS[file]?.[id]);
    return answerQuestion(soFar, option!);
  }, found.proposal.mapping!);
  return { found, mapping, collected: await collectSeries(found, mapping, SEED) };
}

describe.skipIf(!isHere).each(FILES)('%s', (file) => {
  let known: Promise<Imported> | null = null;
  /** Each file is read once for all that is said of it, and let go of then. */
  const once = () => {
    known ??= imported(file);
    return known;
  };
  afterAll(() => {
    known = null;
  });

  it('is understood as by a person who looks at it', async () => {
    const { found } = await once();
    const { mapping, questions, refusal } = found.proposal;
    expect(refusal).toBeNull();
    // The day on which a loss was recorded may not be that of the loss, so it is asked.
    expect(questions.map(({ id }) => id)).toEqual(Object.keys(ANSWERS[file] ?? {}));
    const { date, actors, ...rest } = byHand.get(file)!;
    const { fatalities, links, ...fields } = { fatalities: null, links: null, ...rest } as Record<
      string,
      unknown
    >;
    expect(mapping).toMatchObject({ date, ...fields });
    expect(mapping?.actors.map(({ column }) => column)).toEqual(actors);
    if (fatalities) expect(mapping?.fatalities.best).toBe(fatalities);
    if (links) expect(mapping?.sources?.columns).toHaveLength(links as number);
  });

  it('is imported as Python counts it', async () => {
    const { found, mapping, collected } = await once();
    expect(openQuestions(found).map(({ id }) => id)).toEqual(Object.keys(ANSWERS[file] ?? {}));
    const { rows: all, equalRows } = found.survey;
    if (EQUAL_ROWS[file]) expect([all, equalRows]).toEqual(EQUAL_ROWS[file]);
    const summary: FileSummary = summaryOf(collected, mapping);
    const { counts } = collected;
    const expected = counted[file];

    expect(summary).toEqual(expected);
    expect(counts.read).toBe(counts.incidents + counts.problems + counts.skipped);
    expect([counts.read, counts.incidents]).toEqual([expected.rows, expected.incidents]);
    // The goldens have one number for all that is said of rows that are used; by code it stands below.
    const { cells, warnings, ...rows } = counts;
    expectGolden(goldenName(file), {
      file,
      counts: { ...rows, warnings: cells + warnings },
      ...summary,
      noted: collected.problems.filter(({ code }) => effectOf(code) === 'note').map(({ code }) => code),
      regions: regionLevels(collected.series),
      reading: readingInShort(found),
      mapping: mappingInShort(mapping),
      firstTitles: collected.series.incidents.slice(0, 3).map(({ title }) => title),
    });
  });

  it('loses no column, and its first view has groups', async () => {
    const { found, mapping, collected } = await once();
    const { survey, proposal } = found;
    const { series } = collected;
    expect(mapping).toEqual(proposal.mapping);

    const report = reportColumns(survey.columns, mapping, { kind: 'guessed', reasons: proposal.reasons });
    const became = (outcome: string) =>
      report.filter((one) => one.outcome === outcome).map(({ column }) => column);
    expect(became('dropped')).toEqual([]);
    const filled = filledColumns(file);
    if (filled !== null) {
      expect(became('empty').filter((column) => filled.includes(column))).toEqual([]);
      expect([...became('used'), ...became('kept')]).toEqual(expect.arrayContaining([...filled]));
    }
    const kept = new Set(series.fields.map(({ column }) => column));
    expect(became('kept').filter((column) => !kept.has(column))).toEqual([]);
    const silent = series.fields.filter((field) =>
      series.incidents.every(({ own }) => own[field.id] === undefined),
    );
    expect(silent).toEqual([]);

    const { standard, offers, groups } = await firstView(series);
    const offered = new Set<string>(Object.values(offers).flat());
    expect(saysOneThing(series).filter((key) => offered.has(key))).toEqual([]);
    expect(standard.split).not.toBe('none');
    expect(groups.length).toBeGreaterThan(1);
  });
});

describe.skipIf(!isHere)('a real file', () => {
  it.each([
    [
      'ua_losses_json/russia_losses_equipment.json',
      'cumulative-series',
      ['date', 'helicopter', 'naval ship'],
    ],
    ['boundaries_natural_earth/ne_50m_admin1_294.geojson', 'no-date-column', ['iso_3166_2', 'name']],
    ['boundaries_natural_earth/ne_50m_admin1_russia.geojson', 'no-date-column', ['iso_3166_2', 'name']],
    ['world_atlas/countries-50m.json', 'no-date-column', ['arcs']],
  ])('%s is refused for what its columns are', async (file, code, columns) => {
    const { proposal } = await examined(file);
    expect(proposal.mapping).toBeNull();
    expect(proposal.refusal?.code).toBe(code);
    for (const column of columns) expect(proposal.refusal?.reason).toContain(`“${column}”`);
  });
});
