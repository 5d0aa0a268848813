import type { Problem } from '../../problems/problem';
import { type DecodedText, decodeStream } from '../encoding/decode-stream';
import { type FormatError, formatError } from '../errors/format-error';
import type { RawBatch, RawRow } from '../raw-table';
import type { ByteSource } from '../source/byte-source';
import type { RowsRequest } from '../source/rows-request';
import type { DelimitedLayout } from './delimited-layout';
import { type ReadRow, rowReader } from './delimited-row';
import { RecordReader, type TextRecord } from './record-reader';

/** Rows of one batch: enough to go from one step to the next seldom, few enough that what is made of them is soon let go. */
const BATCH = 250;
/** Characters that are gathered before they are looked at; as many again as a record that did not fit. */
const LOOK = 1 << 18;

/** Whether a record has nothing in it, or nothing but NUL characters, as a crash leaves at the end of a file. */
export function isBlank({ cells }: TextRecord): boolean {
  return cells.length === 1 && /^[\s\0]*$/.test(cells[0] ?? '');
}

/** Some records of a text. */
export interface RecordGroup {
  readonly records: readonly TextRecord[];
  /** Bytes read up to their end. */
  readonly bytes: number;
  /** Whether there may be NUL characters, or bytes that are no text, among them. */
  readonly odd: boolean;
}

/** The records of a text that are not blank, in groups of at most {@link BATCH}, some of them empty. */
export async function* delimitedRecords(
  parts: AsyncIterable<DecodedText>,
  sepLine: boolean,
  reader: RecordReader,
): AsyncGenerator<RecordGroup> {
  let [pending, bytes, passSep, odd] = ['', 0, sepLine, false];
  const drain = function* () {
    odd = (reader.held > 0 && odd) || pending.includes('\0') || pending.includes('\ufffd');
    reader.feed(passSep ? pending.replace(/^.*(?:\r\n|\r|\n)/, '') : pending);
    [pending, passSep] = ['', false];
    for (;;) {
      const records: TextRecord[] = [];
      for (let record = reader.next(); record; record = reader.next()) {
        if (!isBlank(record)) records.push(record);
        if (records.length === BATCH) break;
      }
      yield { records, bytes, odd };
      if (records.length < BATCH) return;
    }
  };
  for await (const part of parts) {
    pending += part.text;
    bytes = part.bytes;
    if (pending.length >= Math.max(LOOK, reader.held)) yield* drain();
  }
  reader.end();
  yield* drain();
}

export function tooManyRows(file: string, most: number): FormatError {
  return formatError(file, 'over-limit', `The file has more than ${most} rows, which is the limit.`);
}

function batchOf({ records, bytes, odd }: RecordGroup, read: ReadRow): RawBatch {
  const rows: RawRow[] = [];
  const problems: Problem[] = [];
  for (const record of records) {
    const row = read(record, odd, problems);
    if (row !== null) rows.push(row);
  }
  return { rows, problems, bytes };
}

/** Where the rows of a text begin, or go on. */
export interface RowsFrom {
  /** The line of the file. */
  readonly line: number;
  /** Whether that line is `sep=`. */
  readonly sepLine: boolean;
  /** Records from there to the first row; blank ones are not counted. */
  readonly before: number;
  /** Records before it, of those that the limit is for. */
  readonly read: number;
}

/** The rows of a text, or of the rest of one, as {@link delimitedRows} gives them. */
export async function* rowsOfText(
  parts: AsyncIterable<DecodedText>,
  { file, layout, limits }: RowsRequest,
  from: RowsFrom,
  signal?: AbortSignal,
): AsyncGenerator<RawBatch> {
  const reader = new RecordReader(layout.delimiter, limits.recordCharacters, from.line);
  reader.width = layout.columns.length;
  reader.widthAfter = layout.beforeLine;
  const read = rowReader(file, layout);
  let [before, count] = [from.before, from.read];
  for await (const group of delimitedRecords(parts, from.sepLine, reader)) {
    signal?.throwIfAborted();
    const records = group.records.slice(before);
    count += records.length;
    if (count > limits.rows) throw tooManyRows(file, limits.rows);
    yield batchOf({ ...group, records }, read);
    before = Math.max(0, before - group.records.length);
  }
}

/** Where the rows of a whole text begin. */
export function fromStart({ sepLine, before }: DelimitedLayout): RowsFrom {
  return { line: sepLine ? 2 : 1, sepLine, before, read: 0 };
}

/**
 * The rows of a delimited text from its first to its last, each a row or a problem. Throws `FormatError` where there are
 * more than the limit.
 */
export function delimitedRows(
  source: ByteSource,
  request: RowsRequest,
  signal?: AbortSignal,
): AsyncGenerator<RawBatch> {
  const { layout } = request;
  return rowsOfText(decodeStream(source, layout.encoding, signal), request, fromStart(layout), signal);
}
