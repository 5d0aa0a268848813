import type { RawColumn } from '../raw-table';
import { ColumnTree, isRecord, type Member } from './column-tree';
import { featureMembers, isFeature } from './feature';
import type { JsonElement, JsonVisitor } from './json-walker';
import { parseRecord } from './parse-record';

/** How the elements of an array are records: objects, GeoJSON features, or lists under a header. */
export type ElementKind = 'objects' | 'features' | 'lists';

/** An array that may be the table. */
export interface JsonTable {
  readonly path: string;
  readonly kind: ElementKind;
  readonly rows: number;
  readonly columns: readonly RawColumn[];
  readonly tree: ColumnTree;
  readonly notes: readonly string[];
}

/** The members of an element; null where it is no record of this kind. */
export function membersOf(kind: ElementKind, value: unknown): Member[] | null {
  if (kind === 'lists')
    return Array.isArray(value) ? value.map((one, at): Member => [String(at), one]) : null;
  if (!isRecord(value)) return null;
  return kind === 'features' && isFeature(value) ? featureMembers(value) : Object.entries(value);
}

class Candidate {
  readonly tree: ColumnTree;
  kind: ElementKind | null = null;
  rows = 0;
  private header: readonly unknown[] = [];

  constructor(file: string, mostColumns: number) {
    this.tree = new ColumnTree(file, mostColumns);
  }

  /** Takes an element; the first record decides of which kind all are. */
  take({ text, state }: JsonElement): void {
    this.rows += 1;
    if (state !== 'whole') return;
    const parsed = parseRecord(text);
    if (parsed.kind === 'broken') return;
    this.kind ??= kindOf(parsed.value);
    const members = this.kind === null ? null : membersOf(this.kind, parsed.value);
    if (members === null) return;
    if (this.kind === 'lists' && this.header.length === 0) {
      this.header = parsed.value as unknown[];
      this.rows = 0;
    }
    this.tree.observe(members);
  }

  table(path: string): JsonTable | null {
    const { kind, rows, tree } = this;
    if (kind === null || rows === 0) return null;
    const found = tree.conclude(this.kind === 'lists' ? this.header.map(String) : null);
    return { path, kind, rows, columns: found, tree, notes: tree.notes };
  }
}

/** A list is a header where all of its members are texts, and no two are the same. */
function kindOf(value: unknown): ElementKind | null {
  if (isFeature(value)) return 'features';
  if (isRecord(value)) return 'objects';
  const isHeader =
    Array.isArray(value) &&
    value.length > 1 &&
    value.every((one) => typeof one === 'string' && one !== '') &&
    new Set(value).size === value.length;
  return isHeader ? 'lists' : null;
}

/** Arrays that one document is looked through for. */
const MOST_ARRAYS = 1_000;

/** Collects every array of records in a document, with its columns. */
export class JsonOutline implements JsonVisitor {
  private readonly arrays = new Map<string, Candidate>();
  /** Plain values at the top, such as `type`, for telling what the document is. */
  readonly top = new Map<string, string>();

  constructor(
    private readonly file: string,
    private readonly mostColumns: number,
  ) {}

  array(path: string): void {
    if (this.arrays.size < MOST_ARRAYS && !this.arrays.has(path)) {
      this.arrays.set(path, new Candidate(this.file, this.mostColumns));
    }
  }

  element(path: string, element: JsonElement): void {
    this.arrays.get(path)?.take(element);
  }

  value(path: string, text: string): void {
    if (this.top.size < MOST_ARRAYS && text.length < 200) this.top.set(path, text);
  }

  /** Arrays that hold records, those with the most rows first. */
  tables(): JsonTable[] {
    const tables = [...this.arrays].flatMap(([path, one]) => one.table(path) ?? []);
    return tables.sort((a, b) => b.rows - a.rows);
  }
}
