import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type * as z from 'zod';
import type { SeriesRest } from '../../importers/build/sink';
import type { ColumnReport } from '../../importers/report/column-report';
import type { Incident, Series, SeriesGuide, Source } from '../../series/model';
import { streamIncidents } from '../incidents/incident-file';
import { type IncidentTexts, openTexts } from '../incidents/incident-texts';
import { REVISION_FILES } from '../log/layout';
import { codeOf, reasonOf, StoreError } from '../log/store-error';
import { actorsSchema, manifestSchema, sourcesSchema } from './guide-schema';

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    const missing = codeOf(cause) === 'ENOENT';
    throw new StoreError(
      file,
      missing ? 'the file is missing' : `it cannot be read (${reasonOf(cause)})`,
      cause,
    );
  }
}

function parse(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new StoreError(file, `it is not JSON (${reasonOf(cause)})`, cause);
  }
}

async function readJson<T>(dir: string, name: string, schema: z.ZodType<T>): Promise<T> {
  const file = join(dir, name);
  const parsed = schema.safeParse(parse(file, await readText(file)));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const at = issue?.path.join('.') || 'the whole file';
  throw new StoreError(file, `${at}: ${issue?.message}`, parsed.error);
}

interface Parts extends Omit<RevisionHead, 'rest'> {
  readonly guide: SeriesGuide;
}

/** The guide as the schemas read it; they know the shape, the casts add the brands of ids and days. */
async function readParts(dir: string): Promise<Parts> {
  const read = await readJson(dir, REVISION_FILES.manifest, manifestSchema);
  const { format: _, incidents, columns, ...manifest } = read;
  const actors = await readJson(dir, REVISION_FILES.actors, actorsSchema);
  return {
    guide: { ...manifest, ...actors } as unknown as SeriesGuide,
    incidents,
    columns: columns as readonly ColumnReport[] | null,
  };
}

/** Everything of a revision but its incidents and sources. `dir` is the folder of the revision. Throws StoreError. */
export async function readGuide(dir: string): Promise<SeriesGuide> {
  return (await readParts(dir)).guide;
}

/** Everything of a revision but its incidents, and how many these are. Throws StoreError. */
export interface RevisionHead {
  readonly rest: SeriesRest;
  readonly incidents: number;
  /** What became of the columns of the file it was made from; null where nobody wrote it down. */
  readonly columns: readonly ColumnReport[] | null;
}

/** Reads the small files of a revision. */
export async function readHead(dir: string): Promise<RevisionHead> {
  const { guide, incidents, columns } = await readParts(dir);
  const sources = await readJson(dir, REVISION_FILES.sources, sourcesSchema);
  return { rest: { ...guide, sources: sources as unknown as readonly Source[] }, incidents, columns };
}

/** Passes batches on; at last, or where the file cannot be read, throws a StoreError unless it holds what the manifest says. */
async function* counted<T>(
  file: string,
  expected: number,
  batches: AsyncGenerator<readonly T[]>,
): AsyncGenerator<readonly T[]> {
  let count = 0;
  for (;;) {
    const { value, done } = await batches.next().catch((cause: unknown) => {
      throw new StoreError(file, `it cannot be read (${reasonOf(cause)})`, cause);
    });
    if (done) break;
    count += value.length;
    yield value;
  }
  if (count === expected) return;
  throw new StoreError(file, `it holds ${count} incidents, and the manifest says ${expected}`);
}

/** The incidents of a revision in their order, some thousands at a time. Throws StoreError, at last where they are too few. */
export function readIncidents(dir: string, head: RevisionHead): AsyncGenerator<readonly Incident[]> {
  const file = join(dir, REVISION_FILES.incidents);
  return counted(file, head.incidents, streamIncidents(dir, head.rest.fields));
}

/** The same as texts; see {@link openTexts}. Throws StoreError, also when rows are read. */
export async function openIncidentTexts(dir: string, head: RevisionHead): Promise<IncidentTexts> {
  const file = join(dir, REVISION_FILES.incidents);
  const { rows, close } = await openTexts(dir).catch((cause: unknown) => {
    throw new StoreError(file, `it cannot be read (${reasonOf(cause)})`, cause);
  });
  return { rows: (columns) => counted(file, head.incidents, rows(columns)), close };
}

/** A whole revision. Damaged or missing files give a StoreError with the file and the reason. */
export async function readRevision(dir: string): Promise<Series> {
  const head = await readHead(dir);
  const all: Incident[] = [];
  for await (const batch of readIncidents(dir, head)) all.push(...batch);
  return { ...head.rest, incidents: all };
}
