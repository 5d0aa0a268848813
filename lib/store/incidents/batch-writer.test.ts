import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { arbitrarySeries } from '../../../testing/series/arbitrary-series';
import { inStoredOrder } from '../../../testing/stores/stored-order';
import type { Incident, Series } from '../../series/model';
import { IncidentCoder } from '../../series/parts/coded-batch';
import { revisionOf, revisionOfHashes } from '../revision/revision-hash';
import { batchWriter } from './batch-writer';
import { joinRuns, streamIncidents } from './incident-file';

/** A series written backwards in files of some incidents each, which are then joined. */
async function joined({ incidents, ...rest }: Series, most: number) {
  const dir = await mkdtemp(join(tmpdir(), 'annals-runs-'));
  const [coder, writer] = [new IncidentCoder(30, 30), batchWriter(dir, undefined, most)];
  const backwards = incidents.toReversed();
  for (let at = 0; at < backwards.length; at += 4) await writer.take(coder.code(backwards.slice(at, at + 4)));
  const revision = revisionOfHashes(rest, await writer.finish(rest, join(dir, 'columns')));
  writer.prepare();
  const files = await writer.written();
  await joinRuns(dir, files, rest.fields);
  const read: Incident[] = [];
  for await (const batch of streamIncidents(dir, rest.fields)) read.push(...batch);
  const left = await readdir(dir);
  await rm(dir, { recursive: true });
  return { revision, files, read, left };
}

it('incidents that are written in parts come together in the order of their dates', async () => {
  for (const given of fc.sample(arbitrarySeries(60), { numRuns: 6, seed: 20261128 })) {
    const series = inStoredOrder(given);
    const { revision, files, read, left } = await joined(series, 10);
    expect(files).toBe(Math.max(1, Math.ceil(series.incidents.length / 12)));
    expect(revision).toBe(revisionOf(series));
    expect(read).toEqual(series.incidents);
    expect(left).toEqual(['incidents.parquet']);
  }
});
