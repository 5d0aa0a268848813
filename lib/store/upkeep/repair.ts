import { copyFile, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { DatasetId } from '../../series/model';
import { logFile, revisionDir } from '../log/layout';
import { withLock } from '../log/lock';
import { appendToLog, type LogEntry, type LogLine, readWholeLog, replaceLog, salvageLog } from '../log/log';
import { checkStored, recover, unlogged } from '../log/recover';
import { StoreError } from '../log/store-error';
import { placeIn } from '../publish/open-publication';
import { checkContent } from '../revision/check-revision';
import { SUMS_FILE, writeSums } from '../revision/checksums';
import { readHead, readIncidents } from '../revision/read-revision';
import { exists } from './temporary-folder';

/** What was mended in a dataset, a sentence each, and what could not be. */
export interface Repaired {
  readonly dataset: DatasetId;
  readonly mended: readonly string[];
  readonly left: readonly string[];
}

function short(revision: string): string {
  return revision.slice(0, 12);
}

/** Lines that still mean something: of publications, those whose revision is there. */
async function meaningful(
  store: string,
  id: DatasetId,
  lines: readonly LogLine[],
): Promise<readonly LogLine[]> {
  const kept = await Promise.all(
    lines.map(async (line) => {
      if ('removed' in line) return true;
      const revision = 'checked' in line ? line.checked : line.revision;
      return exists(revisionDir(store, id, revision));
    }),
  );
  return lines.filter((_, i) => kept[i]);
}

/** Writes a damaged log anew from what can be read of it, and keeps the old one beside it. */
async function mendLog(store: string, id: DatasetId, now: Date): Promise<readonly string[]> {
  const file = logFile(store, id);
  const { sound, lines } = await salvageLog(file);
  if (sound) return [];
  const aside = `${file}.damaged-${now.toISOString().replaceAll(/[:.]/g, '-')}`;
  await copyFile(file, aside);
  const kept = await meaningful(store, id, lines);
  await replaceLog(file, kept);
  return [
    `the log was written anew from the ${kept.length} lines that could be read; the old one is kept as ${aside}`,
  ];
}

/** A line for a revision that the log does not name. */
async function lineFor(store: string, id: DatasetId, revision: string, now: Date): Promise<LogEntry> {
  const dir = revisionDir(store, id, revision);
  const head = await readHead(dir);
  let links = 0;
  for await (const batch of readIncidents(dir, head)) for (const one of batch) links += one.links.length;
  const problems = (await readFile(join(dir, 'problems.csv'), 'utf8')).trimEnd().split('\n').length - 1;
  const { entries } = await readWholeLog(logFile(store, id));
  const written = await stat(join(dir, SUMS_FILE)).catch(() => stat(dir));
  // What was written after the last publication was the next one; anything else must not become current.
  const earlier = entries.some(({ time }) => new Date(time) > written.mtime);
  const place = placeIn(entries, revision, { now: earlier ? written.mtime : now, earlier });
  const { actors, sources } = head.rest;
  return {
    ...{ revision, parent: null, time: now.toISOString(), ...place },
    ...{ source: 'found in the store', importer: 'annals-repair/1' },
    counts: {
      ...{ incidents: head.incidents, links, actors: actors.length, sources: sources.length, problems },
      ...{ read: null, skipped: null, cells: null, warnings: null },
    },
    sums: await writeSums(dir),
  };
}

type Outcome = { readonly mended: string } | { readonly left: string };

async function attempt(what: string, work: () => Promise<string>): Promise<Outcome> {
  try {
    return { mended: await work() };
  } catch (error) {
    if (!(error instanceof StoreError) || error.fault !== 'damaged') throw error;
    return { left: `${what}: ${error.reason} (${error.file})` };
  }
}

/** Writes lines for revisions that the log does not name, those first that were written first. */
async function adopt(store: string, id: DatasetId, now: Date): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const revision of await unlogged(store, id)) {
    const what = `revision ${short(revision)}, which the log did not name`;
    const outcome = await attempt(what, async () => {
      await checkContent(revisionDir(store, id, revision), revision);
      const line = await lineFor(store, id, revision, now);
      await appendToLog(logFile(store, id), line);
      return `${what}, stands in it again, ${line.earlier ? 'before the others' : 'as the current one'}`;
    });
    outcomes.push(outcome);
  }
  return outcomes;
}

/**
 * Mends what can be mended of a dataset: its log, what was left half done, revisions that its log lost. A revision whose
 * files are damaged is mended by an import of the same content, and is only named here.
 */
export async function repairDataset(store: string, id: DatasetId, now: Date): Promise<Repaired> {
  const [mended, adopted] = await withLock(store, id, async () => {
    const log = await mendLog(store, id, now);
    await recover(store, id);
    return [log, await adopt(store, id, now)] as const;
  });
  const outcomes = [...adopted];
  const { entries, sums } = await readWholeLog(logFile(store, id));
  for (const revision of new Set(entries.map((entry) => entry.revision))) {
    const what = `revision ${short(revision)}`;
    const checked = await attempt(what, async () => {
      await checkStored(store, id, revision, now);
      return sums.has(revision) ? '' : `${what} was found whole and got the hashes of its files`;
    });
    if ('left' in checked || checked.mended !== '') outcomes.push(checked);
  }
  return {
    dataset: id,
    mended: [...mended, ...outcomes.flatMap((one) => ('mended' in one ? [one.mended] : []))],
    left: outcomes.flatMap((one) => ('left' in one ? [`${one.left}; import the same content again`] : [])),
  };
}
