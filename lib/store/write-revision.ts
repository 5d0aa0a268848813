import { randomBytes } from 'node:crypto';
import { access, mkdir, open, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import type { DatasetId, Problem, Series } from '../series/model';
import { FORMAT } from './guide-schema';
import { writeIncidents } from './incident-file';
import { datasetDir, processOf, REVISION_FILES, revisionDir, temporaryName } from './layout';
import { inStoredOrder } from './row-order';
import { codeOf, reasonOf, StoreError } from './store-error';

/** The moments at which a crash must leave the store whole, in order. */
export const STEPS = ['made', 'half-written', 'written', 'flushed', 'renamed', 'logged'] as const;
export type Step = (typeof STEPS)[number];

/** Told of each step before the next begins, so that a test can stop there. */
export type OnStep = (step: Step) => void | Promise<void>;

const LINES = 'incidents.ndjson';
const HOUR = 3_600_000;

function writeJson(dir: string, file: string, value: unknown): Promise<void> {
  return writeFile(join(dir, file), `${JSON.stringify(value, null, 1)}\n`);
}

/** The problems of an import as CSV, with a header. */
export function problemsCsv(problems: readonly Problem[]): string {
  const columns = ['file', 'row', 'column', 'value', 'code', 'reason'];
  return stringify([...problems], { header: true, columns });
}

async function writeFiles(
  dir: string,
  series: Series,
  problems: readonly Problem[],
  onStep: OnStep,
): Promise<void> {
  const { incidents, sources, actors, actorRelations, ...guide } = inStoredOrder(series);
  await writeJson(dir, REVISION_FILES.manifest, { format: FORMAT, incidents: incidents.length, ...guide });
  await writeJson(dir, REVISION_FILES.actors, { actors, actorRelations });
  await onStep('half-written');
  await writeJson(dir, REVISION_FILES.sources, sources);
  await writeFile(join(dir, REVISION_FILES.problems), problemsCsv(problems));
  await writeIncidents(dir, incidents, LINES);
  await rm(join(dir, LINES));
}

/** Flushes a file or a folder to the disk. Some systems cannot flush folders; there the order of writes must do. */
async function flush(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } catch (cause) {
    if (!['EPERM', 'EINVAL', 'EISDIR'].includes(codeOf(cause) ?? '')) throw cause;
  } finally {
    await handle.close();
  }
}

/** Moves a folder into place. False where somebody else did so before: revisions of one name are the same. */
async function moveInto(from: string, to: string): Promise<boolean> {
  try {
    await rename(from, to);
    return true;
  } catch (cause) {
    if (['ENOTEMPTY', 'EEXIST', 'EPERM'].includes(codeOf(cause) ?? '') && (await exists(to))) return false;
    throw cause;
  }
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    return codeOf(cause) === 'EPERM';
  }
}

/** Removes what dead processes left half written, an hour after it was last touched. `now` is in milliseconds. */
async function sweep(dir: string, now: number): Promise<void> {
  for (const name of await readdir(dir)) {
    const pid = processOf(name);
    if (pid === null || isAlive(pid)) continue;
    const path = join(dir, name);
    const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: now }));
    if (now - mtimeMs > HOUR) await rm(path, { recursive: true, force: true });
  }
}

async function writeAside(
  temporary: string,
  series: Series,
  problems: readonly Problem[],
  onStep: OnStep,
): Promise<void> {
  await mkdir(temporary, { recursive: true });
  await onStep('made');
  await writeFiles(temporary, series, problems, onStep);
  await onStep('written');
  for (const file of Object.values(REVISION_FILES)) await flush(join(temporary, file));
  await flush(temporary);
  await onStep('flushed');
}

/** What is written, and where. `now` is the time in milliseconds, by which leftovers are old. */
export interface RevisionToWrite {
  readonly store: string;
  readonly id: DatasetId;
  readonly revision: string;
  readonly series: Series;
  readonly problems: readonly Problem[];
  readonly now: number;
}

/**
 * Writes a revision beside its place, flushes it and moves it in, so that it is there whole or not at all. False where
 * it was there before. Throws StoreError.
 */
export async function writeRevision(what: RevisionToWrite, onStep: OnStep = () => {}): Promise<boolean> {
  const { store, id, revision, series, problems, now } = what;
  const dir = datasetDir(store, id);
  const place = revisionDir(store, id, revision);
  const temporary = join(dir, temporaryName(process.pid, randomBytes(6).toString('hex')));
  try {
    await mkdir(dir, { recursive: true });
    await sweep(dir, now);
    if (await exists(place)) return false;
    await writeAside(temporary, series, problems, onStep);
    const moved = await moveInto(temporary, place);
    await flush(dir);
    await onStep('renamed');
    return moved;
  } catch (cause) {
    throw new StoreError(place, `the revision cannot be written (${reasonOf(cause)})`, cause);
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}
