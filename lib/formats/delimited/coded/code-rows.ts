import type { DecodedText } from '../../encoding/decode-stream';
import type { RawBatch } from '../../raw-table';
import type { ByteSource } from '../../source/byte-source';
import type { RowsRequest } from '../../source/rows-request';
import { joined } from '../../source/unpacked-source';
import { delimitedRows, fromStart, isBlank, type RowsFrom, rowsOfText, tooManyRows } from '../delimited-rows';
import { RecordReader } from '../record-reader';
import { RowsCoder } from './coded-rows';
import { PlainRecords } from './plain-records';
import type { CodedRows } from './sent-rows';
import { type Utf8Part, utf8Parts } from './utf8-parts';

/** Where the first row begins: a place among bytes, and its line. */
interface Place {
  readonly at: number;
  readonly line: number;
}

/** The place after so many line breaks. CR, LF and CRLF each are one. */
function placeOfLine(bytes: Uint8Array, breaks: number): number {
  let [at, left] = [0, breaks];
  for (; left > 0 && at < bytes.length; at++) {
    const isBreak = bytes[at] === 10 || (bytes[at] === 13 && bytes[at + 1] !== 10);
    if (isBreak) left--;
  }
  return at;
}

/** Where the rows begin, behind a header and what stands above it; null where these bytes do not hold all of that. */
function firstRow(bytes: Uint8Array, { layout, limits }: RowsRequest): Place | null {
  const { sepLine, before, delimiter } = layout;
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const reader = new RecordReader(delimiter, limits.recordCharacters, sepLine ? 2 : 1);
  reader.width = layout.columns.length;
  reader.widthAfter = layout.beforeLine;
  reader.feed(sepLine ? text.replace(/^.*(?:\r\n|\r|\n)/, '') : text);
  for (let passed = 0; passed < before; ) {
    const record = reader.next();
    if (record === null || record.state === 'long' || record.state === 'torn') return null;
    if (!isBlank(record)) passed++;
  }
  const line = reader.nextLine;
  const at = placeOfLine(bytes, line - 1);
  // The line of `sep=` may end later, or with what comes next.
  return sepLine && at === bytes.length ? null : { at, line };
}

/** The text of bytes, and of the parts that follow them. */
async function* decoded(first: Utf8Part, parts: AsyncIterator<Utf8Part>): AsyncGenerator<DecodedText> {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  let part: Utf8Part | undefined = first;
  while (part !== undefined) {
    yield { text: decoder.decode(part.bytes, { stream: true }), bytes: part.read };
    const next: IteratorResult<Utf8Part, unknown> = await parts.next();
    part = next.done ? undefined : next.value;
    if (next.done) yield { text: decoder.decode(), bytes: first.read };
  }
}

/** Codes rows that were read as texts. */
async function* codedBatches(batches: AsyncIterable<RawBatch>, coder: RowsCoder): AsyncGenerator<CodedRows> {
  let read = 0;
  for await (const { rows, problems, bytes } of batches) {
    read = bytes;
    coder.tell(problems);
    for (const row of rows) {
      if (coder.isFull) yield coder.take(bytes);
      coder.add(row);
    }
  }
  if (!coder.isEmpty) yield coder.take(read);
}

/** What can be read byte by byte: tables of several columns, between which a character of one byte stands. */
function isPlain({ layout: { columns, delimiter } }: RowsRequest): boolean {
  return columns.length > 1 && delimiter.charCodeAt(0) < 0x80;
}

/**
 * The rows of a delimited text, which are those of {@link delimitedRows}, coded. Plain records are read from bytes, several times as
 * fast; from the first that is not plain on the rest is read as text. Throws as that does.
 */
export async function* codedRows(source: ByteSource, request: RowsRequest): AsyncGenerator<CodedRows> {
  const { layout } = request;
  const coder = new RowsCoder(layout.columns.length, source.size / 2);
  if (!isPlain(request)) {
    yield* codedBatches(delimitedRows(source, request), coder);
    return;
  }
  const parts = utf8Parts(source, layout.encoding);
  try {
    yield* codedParts(parts, request, coder);
  } finally {
    // The source is let go wherever this is left.
    await parts.return(undefined);
  }
}

async function* codedParts(
  parts: AsyncGenerator<Utf8Part>,
  request: RowsRequest,
  coder: RowsCoder,
): AsyncGenerator<CodedRows> {
  const { file, layout, limits } = request;
  const first = await parts.next();
  if (first.done) return;
  let part: Utf8Part = first.value;
  let from: RowsFrom = fromStart(layout);
  const begin = firstRow(part.bytes, request);
  if (begin !== null) {
    const plain = new PlainRecords(coder, layout.delimiter, limits.recordCharacters, begin.line);
    let [at, isOdd, read] = [begin.at, false, 0];
    while (!isOdd) {
      const before = coder.rows;
      const [to, stopped] = plain.read(part.bytes, at);
      at = to;
      read += coder.rows - before;
      if (read > limits.rows) throw tooManyRows(file, limits.rows);
      if (stopped === 'full') yield coder.take(part.read);
      else if (stopped === 'odd') isOdd = true;
      else {
        const next = await parts.next();
        const rest = part.bytes.subarray(at);
        isOdd = next.done === true;
        part = next.done
          ? { bytes: rest, read: part.read }
          : { bytes: joined([rest, next.value.bytes]), read: next.value.read };
        at = 0;
      }
    }
    part = { bytes: part.bytes.subarray(at), read: part.read };
    from = { line: plain.line, sepLine: false, before: 0, read };
  }
  yield* codedBatches(rowsOfText(decoded(part, parts), request, from), coder);
}
