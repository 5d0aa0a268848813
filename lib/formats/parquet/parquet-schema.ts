import type { FileMetaData, SchemaElement, SchemaTree } from 'hyparquet';
import {
  bytesText,
  clockText,
  dayText,
  decimalText,
  floatText,
  integerOf,
  momentText,
  numberText,
  type TimeUnit,
} from './parquet-text';

/** What a column of Parquet holds and how its values become text. */
export type ParquetNode =
  | { readonly kind: 'leaf'; readonly text: (value: unknown) => string }
  | { readonly kind: 'list'; readonly item: ParquetNode }
  | { readonly kind: 'struct'; readonly members: ReadonlyMap<string, ParquetNode> };

/** What the library is to hand over as it is stored, because its own reading loses digits or fails. */
const STORED = new Set(['DECIMAL', 'DATE', 'TIME', 'TIMESTAMP', 'INTERVAL', 'BSON']);

/** The metadata with the meaning of some columns taken away, so that their values come as they are stored. */
export function asStored(metadata: FileMetaData): FileMetaData {
  const schema = metadata.schema.map((element): SchemaElement => {
    const { converted_type, logical_type, ...rest } = element;
    return STORED.has(meaningOf(element)) ? rest : element;
  });
  return { ...metadata, schema };
}

function meaningOf({ logical_type, converted_type }: SchemaElement): string {
  return (logical_type?.type ?? converted_type ?? '').replace(/_(?:MILLIS|MICROS)$/, '');
}

/** How the values of a column are read, from its place in the schema as the file has it. */
export function nodeOf(tree: SchemaTree): ParquetNode {
  const { element, children } = tree;
  const own = children.length === 0 ? leafOf(element) : groupOf(tree);
  return element.repetition_type === 'REPEATED' ? { kind: 'list', item: own } : own;
}

function groupOf({ element, children }: SchemaTree): ParquetNode {
  const [repeated] = children;
  if (meaningOf(element) === 'LIST' && repeated?.element.repetition_type === 'REPEATED') {
    const [item] = repeated.children;
    return { kind: 'list', item: item === undefined ? leafOf(repeated.element) : nodeOf(item) };
  }
  return { kind: 'struct', members: new Map(children.map((child) => [child.element.name, nodeOf(child)])) };
}

function leafOf(element: SchemaElement): ParquetNode {
  const read = readerOf(element);
  return { kind: 'leaf', text: (value) => (value === null || value === undefined ? '' : read(value)) };
}

function readerOf(element: SchemaElement): (value: unknown) => string {
  const { type, logical_type: logical, converted_type: converted, scale = 0 } = element;
  switch (meaningOf(element)) {
    case 'DECIMAL':
      return (value) => decimalText(wholeOf(value), logical?.type === 'DECIMAL' ? logical.scale : scale);
    case 'DATE':
      return (value) => dayText(Number(value));
    case 'TIME':
      return (value) => clockText(wholeOf(value), unitOf(element));
    case 'TIMESTAMP': {
      const zone = logical?.type === 'TIMESTAMP' && logical.isAdjustedToUTC ? 'Z' : '';
      return (value) => momentText(wholeOf(value), unitOf(element)) + zone;
    }
    default:
      if (type === 'INT96')
        return (value) => (typeof value === 'bigint' ? momentText(value, 'NANOS') : anyText(value));
      return type === 'FLOAT' && converted === undefined ? (value) => floatText(Number(value)) : anyText;
  }
}

function unitOf({ logical_type: logical, converted_type: converted }: SchemaElement): TimeUnit {
  if (logical?.type === 'TIMESTAMP' || logical?.type === 'TIME') return logical.unit;
  return converted?.endsWith('MICROS') ? 'MICROS' : 'MILLIS';
}

function wholeOf(value: unknown): bigint {
  if (value instanceof Uint8Array) return integerOf(value);
  return typeof value === 'bigint' ? value : BigInt(Math.trunc(Number(value)));
}

function anyText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return numberText(value);
  if (value instanceof Uint8Array) return bytesText(value);
  if (typeof value === 'object' && value !== null) {
    return JSON.stringify(value, (_, one: unknown) => (typeof one === 'bigint' ? String(one) : one));
  }
  return String(value);
}

/** A value with its leaves as text, as the tree of columns takes it. */
export function plainOf(value: unknown, node: ParquetNode): unknown {
  if (value === null || value === undefined) return null;
  if (node.kind === 'leaf') return node.text(value);
  if (node.kind === 'list')
    return Array.isArray(value) ? value.map((one) => plainOf(one, node.item)) : anyText(value);
  if (Array.isArray(value) || typeof value !== 'object') return Array.isArray(value) ? value : anyText(value);
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => {
      const member = node.members.get(key);
      return [key, member === undefined ? one : plainOf(one, member)];
    }),
  );
}

/** An empty value of this kind, by which a tree of columns learns its paths. */
export function emptyOf(node: ParquetNode): unknown {
  if (node.kind !== 'struct') return null;
  return Object.fromEntries([...node.members].map(([key, member]) => [key, emptyOf(member)]));
}
