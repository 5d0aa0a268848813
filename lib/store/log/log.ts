import { open, readFile, rename, rm, writeFile } from 'node:fs/promises';
import * as z from 'zod';
import { flush } from '../upkeep/temporary-folder';
import { BEGINNING, type Chain, readChain, sealed } from './log-chain';
import { onceForEachChange } from './log-memory';
import { codeOf, reasonOf, StoreError } from './store-error';

const count = z.int().nonnegative();
/** Counts that older logs do not have. */
const notLogged = count.nullable().default(null);
const hash = z.string().regex(/^[0-9a-f]{64}$/);
const published = z.strictObject({
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
  sums: hash.optional(),
});

/**
 * One publication: the revision, the one before it, when (ISO 8601, UTC), from what, by which importer. Of the counts,
 * `problems` are rows that could not be used; `read`, `skipped`, `cells` and `warnings` are null where nobody counted. Where
 * `cells` is null and `warnings` is not, the cells that were left out stand among the warnings. One that is
 * `earlier` was put in later and stands before all others. `sums` is the hash of the list of hashes of the files, see
 * {@link checkFiles}; older lines have none.
 */
export type LogEntry = Readonly<z.infer<typeof published>>;

const tombstone = z.strictObject({ removed: hash, time: z.iso.datetime(), reason: z.string() });

/** A removal: the revision, when (ISO 8601, UTC), and why. It stays when the files have gone. */
export type Tombstone = Readonly<z.infer<typeof tombstone>>;

const resealed = z.strictObject({ checked: hash, time: z.iso.datetime(), sums: hash });

/**
 * The files of a revision were held to its name and found whole, or were written anew from the same content: from then on
 * these are their hashes.
 */
export type Checked = Readonly<z.infer<typeof resealed>>;

const line = z.union([published, tombstone, resealed]);
export type LogLine = LogEntry | Tombstone | Checked;

/** A line of JSON; null where it says nothing that is known. */
export function readLine(text: string): LogLine | null {
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

/** What the lines of a log say. */
export interface WholeLog {
  /** Publications that stand, oldest first. */
  readonly entries: readonly LogEntry[];
  /** Removals of revisions that did not come back. */
  readonly tombstones: readonly Tombstone[];
  /** The hash of the hashes of the files of each revision that stands, where one was written. */
  readonly sums: ReadonlyMap<string, string>;
}

/** Publications in their order: earlier ones first, each once; the others as they were written. */
function inOrder(entries: readonly LogEntry[]): readonly LogEntry[] {
  const earlier = new Map(entries.filter((entry) => entry.earlier).map((entry) => [entry.revision, entry]));
  const all = [...earlier.values(), ...entries.filter((entry) => !entry.earlier)];
  return all.filter(({ revision }, i) => revision !== all[i - 1]?.revision);
}

/** What lines say, one after the other. A removal undoes the publications before it, and a later publication the removal. */
export function meaningOf(lines: readonly LogLine[]): WholeLog {
  let [entries, tombstones]: [LogEntry[], Tombstone[]] = [[], []];
  const sums = new Map<string, string>();
  for (const one of lines) {
    if ('checked' in one) {
      sums.set(one.checked, one.sums);
      continue;
    }
    const named = 'removed' in one ? one.removed : one.revision;
    tombstones = tombstones.filter(({ removed }) => removed !== named);
    if ('removed' in one) {
      entries = entries.filter(({ revision }) => revision !== named);
      sums.delete(named);
      tombstones.push(one);
    } else {
      entries.push(one);
      if (one.sums !== undefined) sums.set(named, one.sums);
    }
  }
  return { entries: inOrder(entries), tombstones, sums };
}

function damaged(file: string, at: number): StoreError {
  return new StoreError(
    file,
    `line ${at} is not as it was written; “annals repair” keeps what can be kept of the log`,
  );
}

/** Lines of a log that has no seals. What a crash tore has no end, and is passed over. */
function plainLines(file: string, { lines, torn }: Extract<Chain, { kind: 'plain' }>): readonly LogLine[] {
  const whole = lines.flatMap((text, at) => {
    const known = readLine(text);
    if (known === null && text.endsWith('}')) throw damaged(file, at + 1);
    return known ?? [];
  });
  const last = readLine(torn);
  return last === null ? whole : [...whole, last];
}

function linesOf(file: string, chain: Chain): readonly LogLine[] {
  switch (chain.kind) {
    case 'plain':
      return plainLines(file, chain);
    case 'broken':
      throw damaged(file, chain.at);
    case 'sealed':
      return chain.lines.map(({ text }, at) => {
        const known = readLine(text);
        if (known === null) throw new StoreError(file, `line ${at + 1} is of a newer version of Annals`);
        return known;
      });
  }
}

/**
 * The log of a dataset; empty without a file. A last line that a crash tore is passed over; any other that is not as it was
 * written is a StoreError. Of two neighbours with the same revision the first counts.
 */
export const readWholeLog: (file: string) => Promise<WholeLog> = onceForEachChange(async (file) =>
  meaningOf(linesOf(file, readChain(await readText(file)))),
);

/** The publications of a dataset that stand, oldest first; see {@link readWholeLog}. */
export async function readLog(file: string): Promise<readonly LogEntry[]> {
  return (await readWholeLog(file)).entries;
}

/** What can still be read of a log that is not as it was written, line by line. */
export async function salvageLog(
  file: string,
): Promise<{ readonly sound: boolean; readonly lines: readonly LogLine[] }> {
  const chain = readChain(await readText(file));
  try {
    return { sound: true, lines: linesOf(file, chain) };
  } catch {
    const texts = chain.kind === 'plain' ? chain.lines : chain.lines.map(({ text }) => text);
    const rest = chain.kind === 'broken' ? chain.rest : [];
    const unsealed = rest.map((text) => text.replace(/,"seal":"[^"]*"\}$/, '}'));
    return { sound: false, lines: [...texts, ...unsealed].flatMap((text) => readLine(text) ?? []) };
  }
}

/** Writes a log anew, whole or not at all. */
export async function replaceLog(file: string, lines: readonly LogLine[]): Promise<void> {
  let before = BEGINNING;
  const texts = lines.map((one) => {
    const text = sealed(before, JSON.stringify(one));
    before = text.slice(-66, -2);
    return `${text}\n`;
  });
  const fresh = `${file}.new`;
  try {
    await writeFile(fresh, texts.join(''));
    await flush(fresh);
    await rename(fresh, file);
  } catch (cause) {
    await rm(fresh, { force: true }).catch(() => undefined);
    throw new StoreError(file, `the log cannot be written (${reasonOf(cause)})`, cause);
  }
}

/** The log as it is written today: one of an older version gets its seals. Only who holds the lock of the dataset may. */
export async function upgradeLog(file: string): Promise<void> {
  const text = await readText(file);
  const chain = readChain(text);
  if (chain.kind === 'plain' && text !== '') await replaceLog(file, linesOf(file, chain));
}

async function append(
  file: string,
  chain: Extract<Chain, { kind: 'sealed' }>,
  entry: LogLine,
): Promise<void> {
  const handle = await open(file, 'a+');
  try {
    const whole = chain.lines.map(({ text, seal }) => `${text.slice(0, -1)},"seal":"${seal}"}\n`).join('');
    const [size, { size: there }] = [Buffer.byteLength(whole), await handle.stat()];
    // What a crash tore goes; a line that lacks only its end gets it.
    if (there > size) await handle.truncate(size);
    const end = there < size ? '\n' : '';
    const before = chain.lines.at(-1)?.seal ?? BEGINNING;
    await handle.write(`${end}${sealed(before, JSON.stringify(entry))}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Appends a line in one write and flushes it. Only who holds the lock of the dataset may. */
export async function appendToLog(file: string, entry: LogLine): Promise<void> {
  await upgradeLog(file);
  const chain = readChain(await readText(file));
  if (chain.kind === 'broken') throw damaged(file, chain.at);
  const lines = chain.kind === 'sealed' ? chain : ({ kind: 'sealed', lines: [], torn: '' } as const);
  try {
    await append(file, lines, entry);
  } catch (cause) {
    throw new StoreError(file, `the log cannot be written (${reasonOf(cause)})`, cause);
  }
}
