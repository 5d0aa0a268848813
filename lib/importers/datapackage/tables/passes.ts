import { decodeStream } from '../../../formats/encoding/decode-stream';
import type { ByteSource } from '../../../formats/source/byte-source';
import { isOutlineFile, outlineTable } from '../outlines/outline-file';
import { CsvReader, type CsvRecord, type TornQuote } from './csv-records';

/** A file of a package: its text, or bytes that can be read again and again. */
export type PackageFile = string | ByteSource;
/** The files of a package by their paths inside it. */
export type PackageFiles = ReadonlyMap<string, PackageFile>;

/** One reading of a table's file from its first record to its last, some at a time. */
export interface Pass {
  readonly path: string;
  readonly take: (records: readonly CsvRecord[]) => void;
}

/** What became of a pass. Records before a torn quotation mark were given. */
export type PassEnd =
  | { readonly kind: 'whole' }
  | { readonly kind: 'missing' }
  /** It is no file of outlines, though named as one. */
  | { readonly kind: 'no-outlines'; readonly reason: string }
  | ({ readonly kind: 'torn' } & TornQuote);

/**
 * Work on a package that asks for passes over its files one after the other, and knows neither where they lie nor how long a pass
 * takes: so it is the same for texts in memory ({@link overTexts}) and for bytes that stream ({@link overFiles}).
 */
export type Passes<T> = Generator<Pass, T, PassEnd>;

/** Characters that are gathered before they are looked at; as many again as a record that did not fit. */
const LOOK = 1 << 18;
const BATCH = 500;

function* batchesOf(reader: CsvReader): Generator<readonly CsvRecord[]> {
  for (;;) {
    const records: CsvRecord[] = [];
    for (let record = reader.read(); record; record = reader.read()) {
      records.push(record);
      if (records.length === BATCH) break;
    }
    if (records.length > 0) yield records;
    if (records.length < BATCH) return;
  }
}

function endOf({ torn }: CsvReader): PassEnd {
  return torn === null ? { kind: 'whole' } : { kind: 'torn', ...torn };
}

/** All outlines of a file of them, which is held as a text. */
function readOutlines(text: string, take: Pass['take']): PassEnd {
  const table = outlineTable(text);
  if ('reason' in table) return { kind: 'no-outlines', reason: table.reason };
  take(table.records);
  return { kind: 'whole' };
}

/** All records of a text. */
function readText(text: string | undefined, { path, take }: Pass): PassEnd {
  if (text === undefined) return { kind: 'missing' };
  if (isOutlineFile(path)) return readOutlines(text, take);
  const reader = new CsvReader();
  reader.feed(text.replace(/^\uFEFF/, ''));
  reader.feed(null);
  for (const records of batchesOf(reader)) take(records);
  return endOf(reader);
}

/** Works on a package whose texts are held. */
export function overTexts<T>(passes: Passes<T>, files: ReadonlyMap<string, string>): T {
  let step = passes.next();
  while (!step.done) step = passes.next(readText(files.get(step.value.path), step.value));
  return step.value;
}

/** How much of a package has been read, over all passes. */
export interface PassWatch {
  readonly signal?: AbortSignal | undefined;
  /** Told of the bytes that were read since it was told last, and of the records. */
  readonly onRead?: (bytes: number, records: number) => void;
}

/** The records of a file, some at a time. Gives at its end what became of the pass; throws what the source throws. */
export async function* recordsOf(
  file: PackageFile,
  { signal, onRead }: PassWatch = {},
): AsyncGenerator<readonly CsvRecord[], PassEnd> {
  const reader = new CsvReader();
  if (typeof file === 'string') {
    reader.feed(file.replace(/^\uFEFF/, ''));
  } else {
    let [pending, read] = ['', 0];
    for await (const { text, bytes } of decodeStream(file, 'utf-8', signal)) {
      pending += text;
      if (pending.length < Math.max(LOOK, reader.held)) continue;
      reader.feed(pending);
      pending = '';
      for (const records of batchesOf(reader)) {
        onRead?.(bytes - read, records.length);
        read = bytes;
        yield records;
      }
      if (reader.torn !== null) return endOf(reader);
    }
    reader.feed(pending);
  }
  reader.feed(null);
  yield* batchesOf(reader);
  return endOf(reader);
}

/** A file of more characters than this is not held to look for outlines. */
const MOST_OUTLINES = 256_000_000;

async function wholeText(file: PackageFile, { signal, onRead }: PassWatch): Promise<string | null> {
  if (typeof file === 'string') return file;
  const parts: string[] = [];
  let [length, read] = [0, 0];
  for await (const { text, bytes } of decodeStream(file, 'utf-8', signal)) {
    parts.push(text);
    length += text.length;
    onRead?.(bytes - read, 0);
    read = bytes;
    if (length > MOST_OUTLINES) return null;
  }
  return parts.join('');
}

async function readFile(
  file: PackageFile | undefined,
  { path, take }: Pass,
  watch: PassWatch,
): Promise<PassEnd> {
  if (file === undefined) return { kind: 'missing' };
  if (isOutlineFile(path)) {
    const text = await wholeText(file, watch);
    const reason = `it has more than ${MOST_OUTLINES} characters; simplify the outlines`;
    return text === null ? { kind: 'no-outlines', reason } : readOutlines(text, take);
  }
  const records = recordsOf(file, watch);
  for (;;) {
    const { done, value } = await records.next();
    if (done) return value;
    take(value);
  }
}

/** Works on a package whose files stream. Throws what their sources throw, and `AbortError`. */
export async function overFiles<T>(
  passes: Passes<T>,
  files: PackageFiles,
  watch: PassWatch = {},
): Promise<T> {
  let step = passes.next();
  while (!step.done) {
    step = passes.next(await readFile(files.get(step.value.path), step.value, watch));
  }
  return step.value;
}
