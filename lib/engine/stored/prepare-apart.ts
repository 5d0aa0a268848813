import { spawn } from 'node:child_process';
import { setPriority } from 'node:os';
import { join } from 'node:path';
import type { DatasetId } from '../../series/model';
import { StoreError } from '../../store/log/store-error';

/** A little behind whoever answers readers. */
const PRIORITY = 5;

/** Makes what stands beside a revision, its index among it. Throws a StoreError. */
export type PrepareRevision = (store: string, id: DatasetId, revision: string) => Promise<void>;

/** Runs the program to its end; gives its code, and what it said. */
async function run(program: string, args: readonly string[]): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, [program, ...args], { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  try {
    setPriority(child.pid ?? 0, PRIORITY);
  } catch {
    // It has ended, or may not be told.
  }
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  return { code: await ended, said: Buffer.concat(chunks).toString() };
}

/**
 * Prepares revisions in a process of their own, the program in `bin`: to read a million incidents takes a minute, in which
 * this process answers others. One revision is prepared once for all who ask for it meanwhile.
 */
export function prepareApart(bin: string): PrepareRevision {
  const running = new Map<string, Promise<void>>();
  const prepare: PrepareRevision = async (store, id, revision) => {
    const { code, said } = await run(join(bin, 'prepare-revision.mjs'), [store, id, revision]);
    if (code === 0) return;
    const line = said.trim().split('\n').at(-1) ?? '';
    if (code !== 3 || !line.startsWith('{')) {
      throw new Error(`${id}/${revision} could not be prepared: code ${code}. ${line}`);
    }
    const { file, reason } = JSON.parse(line) as { readonly file: string; readonly reason: string };
    throw new StoreError(file, reason);
  };
  return (store, id, revision) => {
    const key = `${store}/${id}/${revision}`;
    const known = running.get(key);
    if (known) return known;
    const work = prepare(store, id, revision).finally(() => running.delete(key));
    running.set(key, work);
    return work;
  };
}
