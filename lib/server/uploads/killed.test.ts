import { execFile } from 'node:child_process';
import { mkdtemp, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { tinySeries } from '../../../testing/series/tiny-series';
import { UPLOADED, uploadRequests } from '../../../testing/stores/upload-requests';
import { testProgram } from '../../../testing/test-program';
import type { DatasetId } from '../../series/model';
import { isTemporary } from '../../store/log/layout';
import { settle } from '../../store/log/recover';
import { publish, revisions } from '../../store/publish/publish';
import { collectGarbage } from '../../store/upkeep/collect-garbage';
import { verifyDataset } from '../../store/upkeep/verify';
import { isImporting } from './import-job';
import { listUploads, sweepUploads } from './upload-spool';

const ID = 'tiny' as DatasetId;
const BY = { source: 'test', importer: 'test/1', now: new Date('2024-06-24T12:00:00Z') };

/** Runs a server that is killed at a step, with its import where one goes on; the signal by which it ended. */
function killedAt(store: string, step: string): Promise<string | null> {
  const env = { ...process.env, ANNALS_TEST_LETHAL: step, ANNALS_TEST_WITH_PARENT: 'yes' };
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [testProgram('upload-process'), store], { env });
    child.once('exit', (_, signal) => resolve(signal));
  });
}

/** How the upload stands after each step, and what is to be done about it. */
const STEPS = [
  { step: 'half sent', state: 'receiving', sent: UPLOADED.length / 2, code: null },
  { step: 'ordered', state: 'done', sent: UPLOADED.length, code: null },
  { step: 'half-written', state: 'failed', sent: UPLOADED.length, code: 'interrupted' },
  { step: 'renamed', state: 'failed', sent: UPLOADED.length, code: 'interrupted' },
] as const;

describe.concurrent('a server killed while it takes an upload', () => {
  it.each(STEPS)('at $step: it goes on where it stood', async ({ step, state, sent, code }) => {
    const store = await mkdtemp(join(tmpdir(), 'annals-upload-'));
    await publish(store, ID, tinySeries('old'), [], BY);
    expect(await killedAt(store, step)).toBe('SIGKILL');

    const { settings, settled, send, order } = await uploadRequests(store);
    const [upload, ...others] = await listUploads(settings);
    expect(others).toEqual([]);
    const left = await settled(upload!.id);
    expect([left.state, left.bytes, left.error?.code ?? null]).toEqual([state, sent, code]);

    // What it had taken, room and places, is free again: as much is sent and ordered as an upload may.
    if (sent < UPLOADED.length) await send(upload!.id, sent, UPLOADED.slice(sent));
    if (state !== 'done') expect((await order(upload!.id)).status).toBe(202);
    expect((await settled(upload!.id)).state).toBe('done');

    await settle(store, ID);
    const checked = await verifyDataset(store, ID, {
      ...{ deep: true, now: BY.now, signal: new AbortController().signal },
    });
    expect(checked.findings).toEqual([]);
    expect(await revisions(store, ID)).toHaveLength(2);

    const later = Date.now() + 2 * settings.keepMs;
    await sweepUploads(settings, later, isImporting);
    expect(await readdir(join(store, '.uploads'))).toEqual([]);
    await collectGarbage(store, ID, new Date(later));
    expect((await readdir(join(store, ID))).filter(isTemporary)).toEqual([]);
  });
});
