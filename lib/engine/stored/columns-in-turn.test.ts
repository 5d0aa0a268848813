import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { arbitrarySeries } from '../../../testing/series/arbitrary-series';
import type { DatasetId, Series } from '../../series/model';
import { revisionDir } from '../../store/log/layout';
import { publish } from '../../store/publish/publish';
import { readHead } from '../../store/revision/read-revision';
import { heldColumns, STORED_LIMITS } from '../columnar/stored/write-columns';
import { readPackage } from '../conformance/conformance';
import { type ReadWritten, writeColumnsFile } from './columns-file';
import { columnsInTurn } from './columns-in-turn';
import { firstAnswers } from './first-answers';
import { buildColumns } from './stored-engine';

const ID = 'x' as DatasetId;
const BY = { source: 'test', importer: 'test/1', now: new Date('2024-06-24T12:00:00Z') };
const ABOUT = { revision: 'r', madeBy: 'test' };
const SMALL = { few: 3, characters: 40, numbers: 7 };

/** The files of columns of a series that are read one after the other, and of those that are all in memory. */
async function bothFiles(series: Series, limits: typeof SMALL): Promise<readonly Buffer[]> {
  const store = await mkdtemp(join(tmpdir(), 'annals-turn-'));
  const { revision } = await publish(store, ID, series, [], BY);
  const place = { store, id: ID, revision, head: await readHead(revisionDir(store, ID, revision)) };
  const [turn, held] = [join(store, 'turn.bin'), join(store, 'held.bin')];
  const pause = async () => undefined;
  let close = () => {};
  const inTurn = async (read: ReadWritten) => {
    const opened = await columnsInTurn(place, store, read);
    close = opened.close;
    return { columns: opened.columns, about: ABOUT, answers: firstAnswers };
  };
  await writeColumnsFile(turn, inTurn, pause, limits);
  close();
  const columns = heldColumns(await buildColumns(place));
  await writeColumnsFile(held, () => ({ columns, about: ABOUT, answers: firstAnswers }), pause, limits);
  const files = await Promise.all([turn, held].map((path) => readFile(path)));
  await rm(store, { recursive: true });
  return files;
}

it('columns that are read in turn make the file of those that are in memory, to the last byte', async () => {
  const series = await readPackage('russia-militancy');
  for (const limits of [SMALL, STORED_LIMITS]) {
    const [turn, held] = await bothFiles(series, limits);
    expect(turn!.length).toBeGreaterThan(10_000);
    expect(turn!.equals(held!)).toBe(true);
  }
});

it('do so of any series', async () => {
  const same = fc.asyncProperty(arbitrarySeries(60), async (series) => {
    const [turn, held] = await bothFiles(series, SMALL);
    expect(turn!.equals(held!)).toBe(true);
  });
  await fc.assert(same, { numRuns: 3, seed: 20261129 });
});
