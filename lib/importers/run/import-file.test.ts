import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { collectSeries } from '../../../testing/files/collect-series';
import { textSource } from '../../../testing/files/text-source';
import { fileSource } from '../../formats/source/file-source';
import type { DatasetId } from '../../series/model';
import { revisionOf } from '../../store/revision/revision-hash';
import { readPackageFolder } from '../datapackage/read-folder';
import { type ExaminedTable, examine, examinePackage, runImport } from './import-file';

const SEED = { id: 'mine' as DatasetId, title: 'Mine' };

const ROWS = [
  ['id', 'date', 'actor', 'location', 'fatalities'],
  ['1', '2024-03-22', 'Islamic State', 'Moscow', '145'],
  ['2', '2024-04-13', 'Unknown', 'Derbent', '0'],
  ['3', '2024-06-23', 'Islamic State', 'Makhachkala', ''],
  ['4', 'soon', 'Islamic State', 'Makhachkala', '3'],
  ['5', '2024-06-24', 'Caucasus Emirate', 'Grozny', 'many'],
];
const CSV = ROWS.map((row) => `${row.join(',')}\n`).join('');
const TSV = [ROWS[0]!, ...ROWS.slice(1).toReversed()].map((row) => row.join('\t')).join('\r\n');
const JSON_ROWS = JSON.stringify(
  ROWS.slice(1).map((row) => Object.fromEntries(row.map((cell, at) => [ROWS[0]![at]!, cell]))),
);

async function examined(text: string, name: string): Promise<ExaminedTable> {
  const found = await examine(textSource(text, name));
  if (found.kind !== 'table') throw new Error(JSON.stringify(found));
  return found;
}

describe('a file', () => {
  it('becomes a series by the mapping that is proposed for it', async () => {
    const { series, counts, problems } = await collectSeries(await examined(CSV, 'mine.csv'), null, SEED);
    expect(counts).toEqual({ read: 5, incidents: 4, problems: 1, skipped: 0, cells: 1, warnings: 0 });
    expect(series.meta.title).toBe('Mine');
    expect(series.incidents.map(({ id }) => id)).toEqual(['1', '2', '3', '5']);
    expect(series.actors.map(({ name }) => name)).toEqual(['Caucasus Emirate', 'Islamic State']);
    expect(problems.map(({ row, code }) => `${row} ${code}`)).toEqual([
      '5 date-not-understood',
      '6 not-a-count',
    ]);
  });

  it('makes the same revision from commas, tabs and JSON, whatever the order of rows and the name', async () => {
    const files = [
      await examined(CSV, 'mine.csv'),
      await examined(TSV, 'yours.tsv'),
      await examined(JSON_ROWS, 'ours.json'),
    ];
    const made = await Promise.all(files.map((file) => collectSeries(file, null, SEED)));
    const [first, ...others] = made.map(({ series }) => revisionOf(series));
    expect(others).toEqual([first, first]);
  });

  it('names every actor of a long file of a known layout, also by a column that its layout does not read', async () => {
    const head =
      'id,date_start,date_end,date_prec,type_of_violence,side_a,side_b,where_prec,low,best,high,my_actor';
    const rows = Array.from({ length: 30_000 }, (_, at) => {
      const late = at >= 29_990 ? `Late ${at % 2}` : 'Early';
      return `${at},2020-01-01,2020-01-01,1,1,A,${late},1,1,1,1,Own ${late}`;
    });
    const found = await examined(`${head}\n${rows.join('\n')}\n`, 'ged.csv');
    expect(found.proposal.mapping?.layout).toBe('ucdp-ged');
    const names = (actors: readonly { readonly name: string }[]) => actors.map(({ name }) => name);
    const guessed = await collectSeries(found, null, SEED);
    expect(names(guessed.series.actors).sort()).toEqual(['A', 'Early', 'Late 0', 'Late 1']);
    const mapping = found.proposal.mapping!;
    const own = { ...mapping, actors: [{ ...mapping.actors[0]!, column: 'my_actor' }] };
    const chosen = await collectSeries(found, own, SEED);
    expect(names(chosen.series.actors).sort()).toEqual(['Own Early', 'Own Late 0', 'Own Late 1']);
    expect(chosen.series.incidents.filter(({ links }) => links.length === 1)).toHaveLength(30_000);
  });

  it('is told to stop', async () => {
    const file = await examined(CSV, 'mine.csv');
    const sink = { incidents: () => undefined, problems: () => undefined };
    await expect(runImport(file, null, SEED, sink, { signal: AbortSignal.abort() })).rejects.toThrow(
      /abort/i,
    );
    await expect(examine(textSource(CSV, 'mine.csv'), { signal: AbortSignal.abort() })).rejects.toThrow(
      /abort/i,
    );
  });

  it('is refused with the reason where nothing can be read of it', async () => {
    const found = await examine(textSource('', 'nothing.csv'));
    expect(found.kind === 'refused' && found.problems.map(({ code }) => code)).toEqual(['empty-file']);
  });
});

describe('a Data Package', () => {
  it('becomes the series that it is, under the id of its dataset', async () => {
    const found = await examinePackage(await readPackageFolder('data/russia-militancy'));
    if (found.kind !== 'package') throw new Error(found.kind);
    const lines = (await readFile('data/russia-militancy/incidents.csv', 'utf8')).trim().split('\n').length;
    const { series, counts } = await collectSeries(found, null, SEED);
    expect(series.meta.id).toBe('mine');
    expect(counts).toMatchObject({ read: series.incidents.length, problems: 0, skipped: 0 });
    expect(counts.read).toBeLessThan(lines);
  });

  it('counts rows of other tables that are lost apart from incidents, for none goes with them', async () => {
    const files = new Map(await readPackageFolder('data/russia-militancy'));
    const [path] = [...files.keys()].filter((name) => /(^|\/)links\.csv$/.test(name));
    files.set(path!, files.get(path!)!.replace(/,(claimed|attributed),/, ',perhaps,'));
    const found = await examinePackage(files);
    expect(found.kind === 'package' && found.counts.cells).toBe(1);
    expect(found.kind === 'package' && found.counts.problems).toBe(0);
  });
});

const SYRIA = '../shared/series/ucdp_ged_syria_191/ucdp_syria.csv';

describe('a real file', () => {
  it.skipIf(!existsSync(SYRIA))('of UCDP keeps all of its 16,566 rows', async () => {
    const found = await examine(await fileSource(SYRIA));
    if (found.kind !== 'table') throw new Error(found.kind);
    const { counts, series } = await collectSeries(found, null, SEED);
    expect(counts.read).toBe(16_566);
    // Counted with Python: 101 rows whose low, best and high are out of order.
    expect(counts.warnings).toBe(101);
    const best = series.incidents.reduce((sum, { fatalities }) => sum + (fatalities.best ?? 0), 0);
    expect([counts.incidents, best]).toEqual([16_566, 112_337]);
  });
});
