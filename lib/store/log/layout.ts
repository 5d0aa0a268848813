import { join } from 'node:path';
import type { DatasetId } from '../../series/model';

/** First segments of the app's own addresses, and names a server or a reader may ask for; no dataset can have them. */
const RESERVED: ReadonlySet<string> = new Set([
  ...['_next', 'api', 'assets', 'embed', 'favicon.ico', 'fonts', 'healthz', 'icon', 'methods', 'metrics'],
  ...['new', 'open', 'problems', 'public', 'robots.txt', 'sitemap.xml', 'static'],
]);

const LONGEST = 64;

/** Whether a text can name a dataset: lower-case letters, digits and single hyphens, at most 64, not reserved. */
export function isDatasetId(text: string): text is DatasetId {
  return text.length <= LONGEST && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text) && !RESERVED.has(text);
}

/** Whether a text is a whole revision: a SHA-256 in lower-case hexadecimal. */
export function isRevision(text: string): boolean {
  return /^[0-9a-f]{64}$/.test(text);
}

/** The files of a revision. */
export const REVISION_FILES = {
  manifest: 'manifest.json',
  incidents: 'incidents.parquet',
  actors: 'actors.json',
  sources: 'sources.json',
  problems: 'problems.csv',
} as const;

export function datasetDir(store: string, id: DatasetId): string {
  return join(store, id);
}

export function revisionDir(store: string, id: DatasetId, revision: string): string {
  return join(store, id, revision);
}

export function logFile(store: string, id: DatasetId): string {
  return join(store, id, 'revisions.jsonl');
}

/**
 * An index that an engine may make of a revision and keep beside it. Anybody may delete it. The number is that of its
 * layout, so that another version of the engine makes its own.
 */
export function indexFile(store: string, id: DatasetId, revision: string): string {
  return `${revisionDir(store, id, revision)}.index-3.duckdb`;
}

/**
 * The columns of a revision, from which it is answered. Anybody may delete the file. The number is that of its form; it is
 * named by the content of the revision, and says itself by which code it was made.
 */
export function columnsFile(store: string, id: DatasetId, revision: string): string {
  return `${revisionDir(store, id, revision)}.columns-1.bin`;
}

/**
 * What lists show of a revision, kept beside it so that no list opens it. Anybody may delete it. The number is that of its
 * form.
 */
export function cardFile(store: string, id: DatasetId, revision: string): string {
  return `${revisionDir(store, id, revision)}.card-1.json`;
}

/** The folder of files that were made of a revision to be sent in parts. Anybody may delete it; it goes with the revision. */
export function cacheFolder(store: string, id: DatasetId, revision: string): string {
  return `${revisionDir(store, id, revision)}.cache`;
}

/**
 * The name of a folder in which something is written before it is moved into place; `of` is the revision it belongs to,
 * where one is known.
 */
export function temporaryName(random: string, of = ''): string {
  return `${of}.tmp-${random}`;
}

/** Whether a name is that of a temporary folder, as today's versions or older ones give them. */
export function isTemporary(name: string): boolean {
  return /^(?:[0-9a-f]{64})?\.tmp-[0-9a-f-]+$/.test(name);
}

/** What is to be logged once a revision is in its place; see `recover`. */
export function pendingFile(store: string, id: DatasetId): string {
  return join(store, id, 'pending.json');
}
