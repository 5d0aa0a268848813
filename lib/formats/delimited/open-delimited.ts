import type { Problem } from '../../problems/problem';
import { decodeStream } from '../encoding/decode-stream';
import { encodingName } from '../encoding/encoding-names';
import { NotUtf8, presumingUtf8 } from '../encoding/presumed-utf8';
import { findEncoding, type TextEncoding } from '../encoding/text-encoding';
import type { FormatCode } from '../errors/format-codes';
import { formatProblem } from '../errors/format-codes';
import { wholeFile } from '../errors/format-error';
import type { ImportLimits } from '../limits';
import type { Opened, RawTable } from '../raw-table';
import { NO_READING, type WantedReading } from '../reading';
import type { ByteSource } from '../source/byte-source';
import type { RowsRequest } from '../source/rows-request';
import { askHeader } from '../table/ask-header';
import { type TableShape, tableShape } from '../table/table-shape';
import type { DelimitedLayout } from './delimited-layout';
import { delimitedRecords, delimitedRows } from './delimited-rows';
import { RecordReader, type TextRecord } from './record-reader';
import { rowsApart } from './rows-apart';
import { type FoundDelimiter, sepLine, sniffDelimiter } from './sniff-delimiter';

/** Characters and records from which delimiter and header are found. */
const HEAD = 1 << 18;
const HEAD_RECORDS = 300;
/** Bytes after which no more records are looked at, where they are long. */
const HEAD_BYTES = 1 << 25;
/** The share of control characters from which on a file is no text. */
const BINARY = 0.02;

const DELIMITERS: Readonly<Record<string, string>> = {
  ',': 'commas',
  ';': 'semicolons',
  '\t': 'tabs',
  '|': 'vertical bars',
};

interface Head {
  readonly text: string;
  readonly whole: boolean;
}

function refused(file: string, code: FormatCode, reason: string, value: string | null = null): Opened {
  const problem: Problem = formatProblem(wholeFile(file, value), code, reason);
  return { kind: 'refused', problems: [problem] };
}

async function readHead(source: ByteSource, encoding: string, signal?: AbortSignal): Promise<Head> {
  let text = '';
  for await (const part of decodeStream(source, encoding, signal)) {
    text += part.text;
    if (text.length >= HEAD) return { text, whole: false };
  }
  return { text, whole: true };
}

/** Whether a text is none. NUL characters at its end are what a crash leaves of a text. */
function isBinary({ text }: Head): boolean {
  let end = text.length;
  while (text.charCodeAt(end - 1) === 0) end -= 1;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  const controls = text.slice(0, end).match(/[\x00-\x08\x0e-\x1b]/g)?.length ?? 0;
  return controls > end * BINARY;
}

async function firstRecords(
  source: ByteSource,
  layout: Pick<DelimitedLayout, 'encoding' | 'delimiter' | 'sepLine'>,
  limits: ImportLimits,
  signal?: AbortSignal,
): Promise<TextRecord[]> {
  const reader = new RecordReader(layout.delimiter, limits.recordCharacters, layout.sepLine ? 2 : 1);
  const parts = decodeStream(source, layout.encoding, signal);
  const found: TextRecord[] = [];
  for await (const { records, bytes } of delimitedRecords(parts, layout.sepLine, reader)) {
    found.push(...records.slice(0, HEAD_RECORDS - found.length));
    if (found.length === HEAD_RECORDS || (bytes > HEAD_BYTES && found.length > 0)) break;
  }
  return found;
}

function delimiterNote({ delimiter, by }: FoundDelimiter, wanted: boolean): string {
  if (by === 'none' && !wanted) return 'nothing separates cells, so each line is one';
  return `separated by ${DELIMITERS[delimiter] ?? `“${delimiter}”`}`;
}

function notesOf(
  text: TextEncoding,
  delimiter: string,
  shape: TableShape,
  records: readonly TextRecord[],
): string[] {
  const head = `Read as ${encodingName(text.encoding)}, ${delimiter}.`;
  const line = records[shape.header - 1]?.line ?? 0;
  const above = records.slice(0, Math.max(0, shape.header - 1));
  const header =
    shape.header === 0
      ? ['There is no header; columns are named by their places.']
      : above.length === 0
        ? []
        : [
            `The header is on line ${line}; what stands above it is no row: “${above[0]?.cells.join(' ').trim().slice(0, 80)}”.`,
          ];
  const tags = shape.columns.some(({ hxl }) => hxl !== null)
    ? ['The row of HXL tags is no row of the table.']
    : [];
  return [head, ...text.notes, ...header, ...tags, ...shape.notes];
}

function isDelimiter(wanted: string): boolean {
  return wanted.length === 1 && !/["\r\n]/.test(wanted);
}

/** Why the columns that were found are none that can be read; null where they can. */
function whyNot(
  file: string,
  shape: TableShape | null,
  records: readonly TextRecord[],
  limits: ImportLimits,
): Opened | null {
  const [first] = records;
  if (first === undefined)
    return refused(file, 'empty-file', 'There is nothing in the file but blank lines.');
  if (first.state === 'long') {
    const reason = `Line ${first.line} is longer than ${limits.recordCharacters} characters, which is the limit.`;
    return refused(file, 'over-limit', reason, first.cells[0]);
  }
  if (shape === null)
    return refused(
      file,
      'unknown-choice',
      'The file has fewer records than the header was said to be after.',
    );
  const { columns, rows } = shape;
  if (columns.length > limits.columns) {
    const reason = `The table has more than ${limits.columns} columns, which is the limit.`;
    return refused(file, 'over-limit', reason);
  }
  if (rows.length === 0) return refused(file, 'empty-file', 'There is a header and no row below it.');
  return null;
}

/** The rows of a source, read in a thread of their own where it has one. */
function rowsOf(
  source: ByteSource,
  { isUtf8 }: TextEncoding,
  request: RowsRequest,
): Pick<RawTable, 'batches' | 'halves'> {
  const { startRows } = source;
  if (startRows === undefined) return { batches: (signal) => delimitedRows(source, request, signal) };
  const rows = rowsApart(() => startRows(request), request.layout.columns.length);
  // Halves are what a whole reading has given, which has shown that it is UTF-8.
  return isUtf8 === undefined ? rows : { ...rows, batches: presumingUtf8(rows.batches, isUtf8) };
}

/**
 * Opens text whose records are lines and whose cells are separated: CSV, TSV and their kin. Encoding, delimiter, header and
 * columns are found, and each can be given in `wanted`. Throws what the source throws, and `AbortError`. Where a thread
 * is to read the rows, it can throw {@link NotUtf8}, and so can reading them.
 */
export async function openDelimited(
  source: ByteSource,
  file: string,
  wanted: WantedReading,
  limits: ImportLimits,
  signal?: AbortSignal,
): Promise<Opened> {
  if (source.size > limits.fileBytes) {
    return refused(
      file,
      'over-limit',
      `The file has ${source.size} bytes; the limit is ${limits.fileBytes}.`,
    );
  }
  const given = wanted.delimiter ?? null;
  if (given !== null && !isDelimiter(given)) {
    return refused(
      file,
      'unknown-choice',
      'A delimiter is one character, and no quotation mark or line break.',
      given,
    );
  }
  const text = await findEncoding(source, wanted.encoding ?? null, signal);
  if (text === null) {
    return refused(file, 'unknown-choice', 'No such encoding is known.', wanted.encoding ?? null);
  }
  const sure = async (why: Opened): Promise<Opened> => {
    if ((await text.isUtf8) === false) throw new NotUtf8();
    return why;
  };
  const head = await readHead(source, text.encoding, signal);
  if (isBinary(head))
    return sure(refused(file, 'unknown-format', 'The file is no text: it is full of control characters.'));
  const sniffed = sniffDelimiter(head.text, head.whole);
  const delimiter = given ?? sniffed.delimiter;
  const lines = { encoding: text.encoding, delimiter, sepLine: sepLine(head.text) !== null };
  const records = await firstRecords(source, lines, limits, signal);
  const shape = tableShape(records, wanted.header ?? null, limits.columns);
  const why = whyNot(file, shape, records, limits);
  if (why !== null || shape === null)
    return sure(why ?? refused(file, 'broken-file', 'The file has no columns.'));
  const { before, columns, named } = shape;
  const layout = { ...lines, before, beforeLine: records[before - 1]?.line ?? 0, columns, named };
  return {
    kind: 'table',
    reading: { ...NO_READING, format: 'delimited', encoding: text.encoding, delimiter, header: shape.header },
    choices: { entries: [], sheets: [], paths: [] },
    table: {
      file,
      columns,
      size: source.size,
      ...rowsOf(source, text, { file, layout, limits }),
    },
    notes: notesOf(text, delimiterNote({ ...sniffed, delimiter }, given !== null), shape, records),
    questions: [...text.questions, ...askHeader(shape, records)],
  };
}
