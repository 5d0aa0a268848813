import { decodeStream } from '../encoding/decode-stream';
import { formatError } from '../errors/format-error';
import type { ImportLimits } from '../limits';
import type { Opened, RawBatch, RawTable } from '../raw-table';
import type { ReadingQuestion, WantedReading } from '../reading';
import { NO_READING } from '../reading';
import type { ByteSource } from '../source/byte-source';
import { askHeader } from '../table/ask-header';
import { choosePath } from './choose-path';
import { type JsonEncoding, jsonEncoding } from './json-encoding';
import { JsonOutline, type JsonTable } from './json-outline';
import { JsonRows } from './json-rows';
import { JsonWalker } from './json-walker';
import { openNdjson } from './open-ndjson';
import { openWhole } from './open-whole';
import { pageNotes } from './page-notes';

/**
 * Opens a JSON document: finds the arrays of records in it, takes the one that is clearly the table or asks. The whole
 * document is walked through once for that, and for the keys of all records. A document behind which another follows is
 * read as one record a line.
 */
export async function openJson(
  source: ByteSource,
  file: string,
  wanted: WantedReading,
  limits: ImportLimits,
  signal?: AbortSignal,
): Promise<Opened> {
  const encoding = jsonEncoding(await source.slice(0, 4));
  const outline = new JsonOutline(file, limits.columns);
  const walker = new JsonWalker(outline, limits);
  for await (const { text } of decodeStream(source, encoding, signal)) {
    walker.feed(text);
    if (walker.followed) return openNdjson(source, file, wanted, limits, signal);
  }
  const whole = walker.end();
  if (outline.top.get('/type') === '"Feature"') return openWhole(source, file, encoding, limits, signal);
  const tables = outline.tables(wanted.header ?? null);
  const { table, question } = choosePath(tables, wanted.path);
  if (table === null) throw noTable(file, wanted, tables, whole);
  if (table.rows > limits.rows)
    throw formatError(file, 'over-limit', `it has more than ${limits.rows} records`);
  return {
    kind: 'table',
    reading: {
      ...NO_READING,
      format: table.kind === 'features' ? 'geojson' : 'json',
      path: table.path,
      encoding,
      header: wanted.header ?? null,
    },
    choices: { entries: [], sheets: [], paths: tables.map(({ path }) => path) },
    table: tableOf(source, file, encoding, table, limits),
    notes: [...notesOf(table, tables.length), ...pageNotes(outline.top)],
    questions: [...(question === null ? [] : [question]), ...headerQuestions(table)],
  };
}

function noTable(file: string, wanted: WantedReading, tables: readonly JsonTable[], whole: boolean) {
  if (typeof wanted.path === 'string') {
    const there = tables.map(({ path }) => path || 'the document itself').join(', ') || 'none';
    return formatError(
      file,
      'unknown-choice',
      `there is no list of records at this path; there is ${there}`,
      wanted.path,
    );
  }
  return whole
    ? formatError(file, 'no-table', 'the JSON document holds no list of records')
    : formatError(file, 'broken-file', 'the JSON is damaged before the first record');
}

/** Asks whether the first list names the columns, where lists do not show it. */
function headerQuestions({ header, certain, head, columns }: JsonTable): ReadingQuestion[] {
  const records = head.map((cells, at) => ({ line: at + 1, cells: [...cells], state: 'whole' as const }));
  const shape = { header, certain, columns, named: 0, before: header, rows: [], notes: [] };
  return askHeader(shape, records);
}

function notesOf(table: JsonTable, tables: number): string[] {
  const where = table.path === '' ? 'the document' : table.path;
  const found = tables > 1 ? [`Of ${tables} lists of records, the one at ${where} was taken.`] : [];
  return [...found, ...table.notes, ...placeNotes(table.kind)];
}

/** What is assumed of the places of features. */
export function placeNotes(kind: JsonTable['kind']): string[] {
  if (kind !== 'features') return [];
  return ['Longitude and latitude are those of a point, else the middle of the box around the shape.'];
}

function tableOf(
  source: ByteSource,
  file: string,
  encoding: JsonEncoding,
  { path, kind, tree, columns, header }: JsonTable,
  limits: ImportLimits,
): RawTable {
  async function* batches(signal?: AbortSignal): AsyncGenerator<RawBatch> {
    const rows = new JsonRows(file, tree, columns.length, kind, limits);
    let record = -header;
    const element: JsonOutline['element'] = (at, one) => {
      if (at !== path) return;
      record += 1;
      if (record > 0) rows.take(record, one);
    };
    const walker = new JsonWalker({ element, array: () => undefined, value: () => undefined }, limits);
    let read = 0;
    for await (const { text, bytes } of decodeStream(source, encoding, signal)) {
      walker.feed(text);
      read = bytes;
      if (rows.rows.length > 0 || rows.problems.length > 0) yield { ...rows.drain(), bytes };
    }
    if (!walker.end()) rows.tear(null, walker.damage);
    yield { ...rows.drain(), bytes: read };
  }
  return { file, columns, batches, size: source.size };
}
