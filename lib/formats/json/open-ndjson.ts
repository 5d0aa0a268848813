import { decodeStream } from '../encoding/decode-stream';
import { formatError } from '../errors/format-error';
import type { ImportLimits } from '../limits';
import type { Opened, RawBatch } from '../raw-table';
import { NO_READING, type WantedReading } from '../reading';
import type { ByteSource } from '../source/byte-source';
import { ColumnTree } from './column-tree';
import { isFeature } from './feature';
import { jsonEncoding } from './json-encoding';
import { type ElementKind, membersOf } from './json-outline';
import { JsonRows } from './json-rows';
import { type JsonElement, JsonWalker } from './json-walker';
import { parseRecord } from './parse-record';
import { type TextLine, textLines } from './text-lines';

/** The record separator that may begin a line (RFC 8142). */
const SEPARATOR = '\u001e';

/** Opens a file with one JSON object, or one GeoJSON feature, a line. A line that is none is a problem row. */
export async function openNdjson(
  source: ByteSource,
  file: string,
  _wanted: WantedReading,
  limits: ImportLimits,
  signal?: AbortSignal,
): Promise<Opened> {
  const encoding = jsonEncoding(await source.slice(0, 4));
  const lines = (abort?: AbortSignal) =>
    textLines(decodeStream(source, encoding, abort), limits.recordCharacters);
  const tree = new ColumnTree(file, limits.columns);
  const kind = await observe(lines(signal), tree, file, limits);
  const columns = tree.conclude(null);
  async function* batches(abort?: AbortSignal): AsyncGenerator<RawBatch> {
    const rows = new JsonRows(file, tree, columns.length, kind, limits);
    for await (const some of lines(abort)) {
      for (const one of some) if (isFilled(one)) rows.take(one.line, elementOf(one, limits));
      if (some.length > 0) yield { ...rows.drain(), bytes: some.at(-1)!.bytes };
    }
  }
  return {
    kind: 'table',
    reading: { ...NO_READING, format: 'ndjson', encoding },
    choices: { entries: [], sheets: [], paths: [] },
    table: { file, columns, batches, size: source.size },
    notes: ['Read as one JSON object a line.', ...tree.notes],
    questions: [],
  };
}

async function observe(
  lines: AsyncIterable<TextLine[]>,
  tree: ColumnTree,
  file: string,
  limits: ImportLimits,
): Promise<ElementKind> {
  let kind: ElementKind | null = null;
  let records = 0;
  for await (const some of lines) {
    for (const one of some) {
      const element = isFilled(one) ? elementOf(one, limits) : null;
      if (element?.state !== 'whole') continue;
      const parsed = parseRecord(element.text);
      if (parsed.kind === 'broken') continue;
      kind ??= isFeature(parsed.value) ? 'features' : 'objects';
      const members = membersOf(kind, parsed.value);
      if (members !== null) tree.observe(members);
      records += members === null ? 0 : 1;
      if (records > limits.rows)
        throw formatError(file, 'over-limit', `it has more than ${limits.rows} records`);
    }
  }
  if (kind === null || records === 0)
    throw formatError(file, 'broken-file', 'no line of it is a JSON object');
  return kind;
}

function isFilled({ text, tooLong }: TextLine): boolean {
  return tooLong || ownText(text) !== '';
}

function ownText(text: string): string {
  return text.startsWith(SEPARATOR) ? text.slice(1).trim() : text.trim();
}

/** A line as an element, measured by the walk that arrays are measured by. */
function elementOf({ text, tooLong }: TextLine, limits: ImportLimits): JsonElement {
  if (tooLong) return { text: '', members: 0, state: 'too-long' };
  const own = ownText(text);
  let found: JsonElement | null = null;
  const element = (_: string, one: JsonElement) => {
    found ??= one;
  };
  const walker = new JsonWalker({ element, array: () => undefined, value: () => undefined }, limits);
  walker.feed(`[${own}]`);
  const { members, state } = (found as JsonElement | null) ?? { members: 0, state: 'whole' };
  return { text: own, members, state: state === 'torn' ? 'whole' : state };
}
