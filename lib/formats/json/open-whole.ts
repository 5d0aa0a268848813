import { decodeStream } from '../encoding/decode-stream';
import { formatError } from '../errors/format-error';
import type { ImportLimits } from '../limits';
import type { Opened, RawBatch } from '../raw-table';
import { NO_READING } from '../reading';
import type { ByteSource } from '../source/byte-source';
import { ColumnTree } from './column-tree';
import { featureMembers, isFeature } from './feature';
import type { JsonEncoding } from './json-encoding';
import { type JsonElement, JsonWalker } from './json-walker';
import { parseRecord } from './parse-record';

/** Opens a document that is one GeoJSON feature: a table of one row. */
export async function openWhole(
  source: ByteSource,
  file: string,
  encoding: JsonEncoding,
  limits: ImportLimits,
  signal?: AbortSignal,
): Promise<Opened> {
  const { text, state } = await onlyElement(source, encoding, limits, signal);
  if (state === 'too-long' || state === 'too-deep')
    throw formatError(file, 'over-limit', `the feature is ${state}`);
  const parsed = parseRecord(text);
  if (parsed.kind === 'broken' || !isFeature(parsed.value)) {
    throw formatError(file, 'broken-file', 'it begins as a GeoJSON feature and is none');
  }
  const members = featureMembers(parsed.value);
  const tree = new ColumnTree(file, limits.columns);
  tree.observe(members);
  const columns = tree.conclude(null);
  const rows = [{ line: 1, cells: tree.cells(members, columns.length) }];
  async function* batches(): AsyncGenerator<RawBatch> {
    yield { rows, problems: [], bytes: source.size };
  }
  return {
    kind: 'table',
    reading: { ...NO_READING, format: 'geojson', path: '', encoding },
    choices: { entries: [], sheets: [], paths: [''] },
    table: { file, columns, batches, size: source.size },
    notes: ['The file is a single feature.'],
    questions: [],
  };
}

/** The document as the only element of an array, so that its length and depth are bounded as those of others are. */
async function onlyElement(
  source: ByteSource,
  encoding: JsonEncoding,
  limits: ImportLimits,
  signal?: AbortSignal,
): Promise<JsonElement> {
  let found: JsonElement | null = null;
  const element = (_: string, one: JsonElement) => {
    found ??= one;
  };
  const walker = new JsonWalker({ element, array: () => undefined, value: () => undefined }, limits);
  walker.feed('[');
  for await (const { text } of decodeStream(source, encoding, signal)) walker.feed(text);
  walker.feed(']');
  return found ?? { text: '', members: 0, state: 'torn' };
}
