import { open, readFile } from 'node:fs/promises';
import { z } from 'zod';
import { codeOf, reasonOf, StoreError } from './store-error';

const count = z.int().nonnegative();
/** Counts that older logs do not have. */
const notLogged = count.nullable().default(null);
const schema = z.object({
  revision: z.string().regex(/^[0-9a-f]{64}$/),
  parent: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable(),
  time: z.iso.datetime(),
  source: z.string(),
  importer: z.string(),
  counts: z.object({
    ...{ incidents: count, links: count, actors: count, sources: count, problems: count },
    ...{ read: notLogged, skipped: notLogged, warnings: notLogged },
  }),
});

/**
 * One publication: the revision, the one before it, when (ISO 8601, UTC), from what, by which importer. Of the counts,
 * `problems` are rows that could not be used; `read`, `skipped` and `warnings` are null where nobody counted.
 */
export type LogEntry = Readonly<z.infer<typeof schema>>;

function readLine(line: string): LogEntry | null {
  try {
    return schema.safeParse(JSON.parse(line)).data ?? null;
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

/**
 * The publications of a dataset, oldest first; empty without a log. A line that a crash tore is passed over, and of two
 * neighbours with the same revision, which two processes may write at once, the first counts.
 */
export async function readLog(file: string): Promise<readonly LogEntry[]> {
  const entries = (await readText(file)).split('\n').flatMap((line) => readLine(line) ?? []);
  return entries.filter(({ revision }, i) => revision !== entries[i - 1]?.revision);
}

/** Whether the file ends within a line. */
async function isTorn(handle: Awaited<ReturnType<typeof open>>): Promise<boolean> {
  const { size } = await handle.stat();
  if (size === 0) return false;
  const { buffer } = await handle.read(Buffer.alloc(1), 0, 1, size - 1);
  return buffer[0] !== 0x0a;
}

/** Appends a publication in one write and flushes it; after a torn line on a line of its own. */
export async function appendToLog(file: string, entry: LogEntry): Promise<void> {
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
