import { open, readFile } from 'node:fs/promises';
import { z } from 'zod';
import { codeOf, reasonOf, StoreError } from './store-error';

const count = z.int().nonnegative();
/** Counts that older logs do not have. */
const notLogged = count.nullable().default(null);
const hash = z.string().regex(/^[0-9a-f]{64}$/);
const published = z.object({
  revision: hash,
  parent: hash.nullable(),
  time: z.iso.datetime(),
  source: z.string(),
  importer: z.string(),
  counts: z.object({
    ...{ incidents: count, links: count, actors: count, sources: count, problems: count },
    ...{ read: notLogged, skipped: notLogged, cells: notLogged, warnings: notLogged },
  }),
  earlier: z.literal(true).optional(),
});

/**
 * One publication: the revision, the one before it, when (ISO 8601, UTC), from what, by which importer. Of the counts,
 * `problems` are rows that could not be used; `read`, `skipped`, `cells` and `warnings` are null where nobody counted. Where
 * `cells` is null and `warnings` is not, the cells that were left out stand among the warnings. One that is
 * `earlier` was put in later and stands before all others.
 */
export type LogEntry = Readonly<z.infer<typeof published>>;

const tombstone = z.object({ removed: hash, time: z.iso.datetime(), reason: z.string() });

/** A removal: the revision, when (ISO 8601, UTC), and why. It stays when the files have gone. */
export type Tombstone = Readonly<z.infer<typeof tombstone>>;

const line = z.union([published, tombstone]);
type LogLine = z.infer<typeof line>;

function readLine(text: string): LogLine | null {
  try {
    return line.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    if (codeOf(cause) === 'ENOENT') return '';
    throw new StoreError(file, `the log cannot be read (${reasonOf(cause)})`, cause);
  }
}

/** What a log says: publications that stand, oldest first, and removals of revisions that did not come back. */
export interface WholeLog {
  readonly entries: readonly LogEntry[];
  readonly tombstones: readonly Tombstone[];
}

/** Publications in their order: earlier ones first, each once; the others as they were written. */
function inOrder(entries: readonly LogEntry[]): readonly LogEntry[] {
  const earlier = new Map(entries.filter((entry) => entry.earlier).map((entry) => [entry.revision, entry]));
  const all = [...earlier.values(), ...entries.filter((entry) => !entry.earlier)];
  return all.filter(({ revision }, i) => revision !== all[i - 1]?.revision);
}

/**
 * The log of a dataset; empty without a file. A removal undoes the publications before it, and a later publication the
 * removal. A line that a crash tore is passed over, and of two neighbours with the same revision, which two processes
 * may write at once, the first counts.
 */
export async function readWholeLog(file: string): Promise<WholeLog> {
  let [entries, tombstones]: [LogEntry[], Tombstone[]] = [[], []];
  for (const one of (await readText(file)).split('\n').flatMap((text) => readLine(text) ?? [])) {
    const named = 'removed' in one ? one.removed : one.revision;
    tombstones = tombstones.filter(({ removed }) => removed !== named);
    if ('removed' in one) {
      entries = entries.filter(({ revision }) => revision !== named);
      tombstones.push(one);
    } else entries.push(one);
  }
  return { entries: inOrder(entries), tombstones };
}

/** The publications of a dataset that stand, oldest first; see {@link readWholeLog}. */
export async function readLog(file: string): Promise<readonly LogEntry[]> {
  return (await readWholeLog(file)).entries;
}

/** Whether the file ends within a line. */
async function isTorn(handle: Awaited<ReturnType<typeof open>>): Promise<boolean> {
  const { size } = await handle.stat();
  if (size === 0) return false;
  const { buffer } = await handle.read(Buffer.alloc(1), 0, 1, size - 1);
  return buffer[0] !== 0x0a;
}

/** Appends a publication or a removal in one write and flushes it; after a torn line on a line of its own. */
export async function appendToLog(file: string, entry: LogEntry | Tombstone): Promise<void> {
  try {
    const handle = await open(file, 'a+');
    try {
      const start = (await isTorn(handle)) ? '\n' : '';
      await handle.write(`${start}${JSON.stringify(entry)}\n`);
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (cause) {
    throw new StoreError(file, `the log cannot be written (${reasonOf(cause)})`, cause);
  }
}
