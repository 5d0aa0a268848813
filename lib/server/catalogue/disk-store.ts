import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { parse } from 'csv-parse/sync';
import { openIndexedEngine } from '../../engine/duckdb/indexed-engine';
import type { PrepareRevision } from '../../engine/stored/prepare-apart';
import {
  BYTES_EACH,
  loadColumns,
  MOST_FILE,
  mostInColumns,
  openStoredEngine,
} from '../../engine/stored/stored-engine';
import { UNLOGGED } from '../../problems/failed-words';
import type { Problem } from '../../problems/problem';
import type { DatasetId } from '../../series/model';
import { datasetDir, isRevision, logFile, REVISION_FILES, revisionDir } from '../../store/log/layout';
import { readWholeLog } from '../../store/log/log';
import { checkStored, settle, unlogged } from '../../store/log/recover';
import { reasonOf, StoreError } from '../../store/log/store-error';
import { datasetsIn, publish, resolveRevision, revisions } from '../../store/publish/publish';
import { type RevisionHead, readHead } from '../../store/revision/read-revision';
import { problemOf, type StoredProblem } from '../../store/revision/stored-problem';
import { keepCard, readCard } from './card-file';
import { DamagedError, type Published, type RevisionParts, type SeriesStore } from './series-store';

function damage(file: string, reason: string, cause?: unknown): DamagedError {
  const problem = { file, row: null, column: null, value: null, code: 'damaged-revision', reason };
  return new DamagedError([problem], cause);
}

/** The first line of a reason, without the place where the store happens to lie. */
function publicReason(store: string, reason: string): string {
  return (reason.split('\n')[0] ?? '').replaceAll(`${store}/`, '');
}

async function namesIn(dir: string): Promise<readonly string[]> {
  return readdir(dir).catch(() => []);
}

/** The problems that the import of a revision left, as the revision keeps them. */
async function readProblems(dir: string): Promise<readonly Problem[]> {
  const file = join(dir, REVISION_FILES.problems);
  const rows = await readFile(file, 'utf8')
    .then((text) => parse(text, { columns: true }) as StoredProblem[])
    .catch((cause: unknown) => {
      throw new StoreError(file, `it cannot be read (${reasonOf(cause)})`, cause);
    });
  return rows.map(problemOf);
}

/** How revisions are opened, by their incidents, and who makes what stands beside large ones. */
export interface StoreOptions {
  /** Up to so many, columns are made at each opening, which takes a moment; of more they stand beside the revision. */
  readonly mostHeld?: number;
  /** Up to so many, columns answer; for more an index of DuckDB does. */
  readonly mostInColumns?: number;
  /** Up to so many bytes of incidents, columns answer. */
  readonly mostFile?: number;
  readonly prepare?: PrepareRevision;
}

const MOST_HELD = 5_000;

/** Bytes that any engine takes, and those of the buffers of an index; see docs/performance.md. */
const [ANY_ENGINE, BUFFERS] = [10_000_000, 300_000_000];

/** What answers for a revision, and the bytes that it comes to take. */
async function openEngine(
  store: string,
  id: DatasetId,
  revision: string,
  head: RevisionHead,
  {
    mostHeld = MOST_HELD,
    mostInColumns: most = mostInColumns(),
    mostFile = MOST_FILE,
    prepare,
  }: StoreOptions,
): Promise<Pick<RevisionParts, 'engine' | 'bytes'>> {
  const incidents = join(revisionDir(store, id, revision), REVISION_FILES.incidents);
  // One that cannot be read is found by whoever reads it, who says so.
  const { size } = await stat(incidents).catch(() => ({ size: 0 }));
  if (head.incidents > most || size > mostFile) {
    const held = head.incidents > most ? `${head.incidents} incidents` : `${size} bytes of incidents`;
    const limit = head.incidents > most ? `${most}` : `${mostFile} bytes`;
    console.warn(
      `${id}: its ${held} are more than the ${limit} that columns answer for on this machine; an index of DuckDB answers, for which a new filter takes seconds`,
    );
    const engine = await openIndexedEngine(store, id, revision, head, prepare);
    return { engine, bytes: ANY_ENGINE + BUFFERS };
  }
  const bytes = ANY_ENGINE + BYTES_EACH * head.incidents;
  if (head.incidents <= mostHeld) return { engine: await loadColumns(store, id, revision, head), bytes };
  return { engine: await openStoredEngine(store, id, revision, head, { prepare }), bytes };
}

/**
 * Opens a revision. What stands beside a large one `prepare` makes, where it is missing; without it, this process.
 */
export async function openStored(
  store: string,
  id: DatasetId,
  revision: string,
  options: StoreOptions = {},
): Promise<RevisionParts> {
  const dir = revisionDir(store, id, revision);
  await checkStored(store, id, revision, new Date());
  const head = await readHead(dir);
  const problems = await readProblems(dir);
  const opened = await openEngine(store, id, revision, head, options);
  const { sources, ...guide } = head.rest;
  const { incidents, columns } = head;
  return { guide, sources, problems, columns, incidents, ...opened };
}

/** The publications of a dataset, first of each revision only. A folder of revisions without a log is damaged. */
async function publications(store: string, id: DatasetId): Promise<readonly Published[]> {
  const { entries: log, tombstones } = await readWholeLog(logFile(store, id));
  if (log.length + tombstones.length === 0 && (await namesIn(datasetDir(store, id))).some(isRevision)) {
    throw new StoreError(logFile(store, id), 'no line of it can be read, though there are revisions');
  }
  return log.map(({ revision }) => {
    const first = log.find((entry) => entry.revision === revision);
    return { revision, published: first?.time.slice(0, 10) ?? '' };
  });
}

/** The start of a day, `YYYY-MM-DD` in UTC, where it lies before `now`; else `now`. */
function notAfter(now: Date, day: string | null): Date {
  const start = new Date(`${day}T00:00:00Z`);
  return day !== null && start < now ? start : now;
}

/** The store in a folder, read with DuckDB. What the store finds wrong comes out as damage, by file. */
export function diskStore(store: string, options: StoreOptions = {}): SeriesStore {
  const guarded = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      throw damage(relative(store, error.file), publicReason(store, error.reason), error);
    }
  };
  return {
    datasets: () => guarded(() => datasetsIn(store)),
    settle: (id) => guarded(() => settle(store, id)),
    unlogged: (id) =>
      guarded(async () =>
        (await unlogged(store, id)).map((revision) => ({
          ...{ file: `${id}/${revision}`, row: null, column: null, value: null, code: UNLOGGED },
          reason: 'the log does not name this revision; “annals repair” writes it down again',
        })),
      ),
    current: (id) => guarded(async () => (await publications(store, id)).at(-1) ?? null),
    resolve: (id, prefix) =>
      guarded(async () => {
        const found = await resolveRevision(store, id, prefix);
        if (found.kind === 'ambiguous') return { kind: 'ambiguous', count: found.revisions.length };
        if (found.kind === 'unknown') return found;
        if (found.kind === 'removed') {
          return { kind: 'removed', removed: found.time.slice(0, 10), reason: found.reason };
        }
        const entry = (await publications(store, id)).find(({ revision }) => revision === found.revision);
        return entry ? { kind: 'found', ...entry } : { kind: 'unknown' };
      }),
    history: (id) =>
      guarded(async () => {
        const days = new Map(
          (await publications(store, id)).map(({ revision, published }) => [revision, published]),
        );
        return (await revisions(store, id)).map(({ revision, time, counts }) => ({
          ...{ revision, time, incidents: counts.incidents },
          published: days.get(revision) ?? time.slice(0, 10),
        }));
      }),
    publish: (series, problems, counts) =>
      guarded(async () => {
        const { id } = series.meta;
        const source = { source: `data/${id}`, importer: 'datapackage', now: new Date() };
        return (await publish(store, id, series, problems, source, counts)).revision;
      }),
    publishEarlier: ({ series, revision, published, problems, counts, file }) =>
      guarded(async () => {
        const { id } = series.meta;
        const found = await resolveRevision(store, id, revision);
        if (found.kind === 'removed') return 'removed';
        if (found.kind === 'found' && (await namesIn(datasetDir(store, id))).includes(revision))
          return 'known';
        const now = notAfter(new Date(), published);
        const source = { source: `data/${id}/${file}`, importer: 'datapackage', now };
        await publish(store, id, series, problems, { ...source, earlier: true }, counts);
        return 'published';
      }),
    open: (id, revision) => guarded(() => openStored(store, id, revision, options)),
    readCard: (id, revision) => readCard(store, id, revision),
    keepCard: (id, revision, card) => keepCard(store, id, revision, card),
  };
}
