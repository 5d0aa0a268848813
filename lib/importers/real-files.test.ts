import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { collectSeries, openQuestions } from '../../testing/files/collect-series';
import {
  type FileSummary,
  mappingInShort,
  readingInShort,
  regionLevels,
  summaryOf,
} from '../../testing/files/example-summary';
import { fileSource } from '../formats/source/file-source';
import { answerQuestion } from '../mapping/answer';
import type { DatasetId } from '../series/model';
import { effectOf } from './import-codes';
import counted from './real-files.json';
import { type ExaminedTable, examine } from './run/import-file';

/** Real files of publishers. They stand beside the project, so a clone has them not. */
const FOLDER = join(process.cwd(), '..', 'shared', 'series');
const isHere = existsSync(FOLDER);
if (!isHere) console.warn('the real event files are absent: their imports are not tested');

const GOLDENS = new URL('./goldens/', import.meta.url);
const SEED = { id: 'mine' as DatasetId, title: 'Mine' };
/** Every file, with what bench/files/count-series.py counted of it with Python's csv and json modules alone. */
const FILES = Object.entries(counted);

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

describe.skipIf(!isHere)('a real file', () => {
  it.each(FILES)('%s is imported as Python counts it', async (file, expected) => {
    const found = await examined(file);
    const answers = ANSWERS[file] ?? {};
    expect(openQuestions(found).map(({ id }) => id)).toEqual(Object.keys(answers));
    const mapping = openQuestions(found).reduce((soFar, { id, options }) => {
      const option = options.find(({ value }) => value === answers[id]);
      return answerQuestion(soFar, option!);
    }, found.proposal.mapping!);
    const collected = await collectSeries(found, mapping, SEED);
    const summary: FileSummary = summaryOf(collected, mapping);
    const { counts } = collected;

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

  it.each([
    ['ua_losses_json/russia_losses_equipment.json', 'cumulative-series', ['date', 'helicopter']],
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
