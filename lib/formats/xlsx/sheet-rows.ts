import { decodeStream } from '../encoding/decode-stream';
import { type MergedCells, mergedCells } from './merged-cells';
import { SheetReader, type SheetRow } from './sheet-reader';
import type { Sheet, Workbook } from './workbook';
import { XmlReader } from './xml-reader';

/** Some rows of a sheet in their order, and bytes of its XML read so far. */
export interface SheetPart {
  readonly rows: readonly SheetRow[];
  readonly bytes: number;
  /** Why the sheet ends before its time; said with the last part. */
  readonly torn: string | null;
}

/** Merged cells of sheets that were looked through, so that a second pass need not. */
const known = new WeakMap<Sheet, MergedCells>();

async function mergedOf(sheet: Sheet, signal?: AbortSignal): Promise<MergedCells> {
  const merged = known.get(sheet) ?? (await mergedCells(sheet.source, signal));
  known.set(sheet, merged);
  return merged;
}

/** The rows of a sheet from its first; the row in which a torn sheet ends is none. */
export async function* sheetRows(
  book: Workbook,
  sheet: Sheet,
  file: string,
  signal?: AbortSignal,
): AsyncGenerator<SheetPart> {
  const { source } = sheet;
  const reader = new SheetReader(book, await mergedOf(sheet, signal));
  const xml = new XmlReader(reader, file);
  let read = 0;
  for await (const { text, bytes } of decodeStream(source, 'utf-8', signal)) {
    xml.feed(text);
    read = bytes;
    if (reader.rows.length === 0) continue;
    yield { rows: reader.rows, bytes, torn: null };
    reader.rows = [];
  }
  const torn = source.torn() ?? (reader.ended ? null : 'its XML does not end');
  yield { rows: [], bytes: read, torn };
}
