import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitrarySeries } from '../../../testing/series/arbitrary-series';
import { inStoredOrder } from '../../../testing/stores/stored-order';
import { pause } from '../../caches/pause';
import type { DatasetId, Series } from '../../series/model';
import { IncidentCoder } from '../../series/parts/coded-batch';
import { CanonicalTexts } from '../../store/incidents/canonical-texts';
import { columnsFile, revisionDir } from '../../store/log/layout';
import { publish } from '../../store/publish/publish';
import { readHead } from '../../store/revision/read-revision';
import { checkQueries, sampleQueries } from '../conformance/check';
import { readPackage } from '../conformance/conformance';
import { gatherColumns } from './gather-columns';
import { openStoredEngine } from './stored-engine';

const ID = 'x' as DatasetId;
const BY = { source: 'test', importer: 'test/1', now: new Date('2024-06-24T12:00:00Z') };

/** Writes a series into a store, and what was gathered of its batches beside it; gives the engine that opens both. */
async function gathered(series: Series, most?: number) {
  const store = await mkdtemp(join(tmpdir(), 'annals-gather-'));
  const { incidents, ...rest } = series;
  const { revision } = await publish(store, ID, series, [], BY);
  const [coder, texts, gathering] = [new IncidentCoder(40), new CanonicalTexts(), gatherColumns(most)];
  const backwards = incidents.toReversed();
  for (let at = 0; at < backwards.length; at += 7) {
    gathering.add(texts.of(coder.code(backwards.slice(at, at + 7))).batch);
  }
  if (incidents.length > (most ?? Number.POSITIVE_INFINITY)) gathering.drop();
  let named = (_: string): void => {};
  const later = new Promise<string>((resolve) => {
    named = resolve;
  });
  const keeping = gathering.keep(rest, { revision: later, path: columnsFile(store, ID, revision) });
  // It begins before the name is known.
  await pause();
  named(revision);
  const isKept = await keeping;
  const head = await readHead(revisionDir(store, ID, revision));
  const prepare = () => Promise.reject(new Error('there are no columns'));
  return { isKept, open: () => openStoredEngine(store, ID, revision, head, { prepare }), store };
}

async function answersWell(series: Series): Promise<void> {
  const { isKept, open, store } = await gathered(series);
  expect(isKept).toBe(true);
  const engine = await open();
  await checkQueries(engine, series, sampleQueries(series, 20, 7));
  await engine.close();
  await rm(store, { recursive: true });
}

describe('columns that are gathered while incidents are written', () => {
  it('answer for the revision as those that are made of it', async () => {
    await answersWell(inStoredOrder(await readPackage('russia-militancy')));
  });

  it('answer so for any series, whatever was forgotten on the way', async () => {
    const answer = fc.asyncProperty(arbitrarySeries(120), (series) => answersWell(inStoredOrder(series)));
    await fc.assert(answer, { numRuns: 3, seed: 20261128 });
  });

  it('are none of more incidents than fit in memory', async () => {
    const { isKept, open } = await gathered(inStoredOrder(await readPackage('russia-militancy')), 50);
    expect(isKept).toBe(false);
    await expect(open()).rejects.toThrow('there are no columns');
  });
});
