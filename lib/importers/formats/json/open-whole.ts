import type { ImportLimits } from '../../limits';
import { NO_READING } from '../../mapping/reading';
import type { ByteSource } from '../../source/byte-source';
import { decodeStream } from '../decode-stream';
import { formatError } from '../format-error';
import type { Opened, RawBatch } from '../raw-table';
import { ColumnTree } from './column-tree';
import { featureMembers, isFeature } from './feature';
import type { JsonEncoding } from './json-encoding';
import { parseRecord } from './parse-record';

/** Opens a document that is one GeoJSON feature: a table of one row. */
export async function openWhole(
  source: ByteSource,
  file: string,
  encoding: JsonEncoding,
  limits: ImportLimits,
  signal?: AbortSignal,
): Promise<Opened> {
  const parts: string[] = [];
  let length = 0;
  for await (const { text } of decodeStream(source, encoding, signal)) {
    parts.push(text);
    length += text.length;
    if (length > limits.recordCharacters) throw formatError(file, 'over-limit', 'the feature is too long');
  }
  const parsed = parseRecord(parts.join(''));
  if (parsed.kind === 'broken' || !isFeature(parsed.value))
    throw formatError(file, 'broken-file', 'it is no feature');
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
