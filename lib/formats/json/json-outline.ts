import type { RawColumn } from '../raw-table';
import { findHeader } from '../table/find-header';
import { ColumnTree, isRecord, type Member } from './column-tree';
import { featureMembers, isFeature } from './feature';
import type { JsonElement, JsonVisitor } from './json-walker';
import { parseRecord } from './parse-record';
import { plainText } from './plain-text';

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
  /** 1 where the first list names the columns, and is no row. */
  readonly header: 0 | 1;
  /** Whether it is sure what the first list is. */
  readonly certain: boolean;
  /** Of lists, the first ones. */
  readonly head: readonly (readonly string[])[];
}

/** The members of an element; null where it is no record of this kind. */
export function membersOf(kind: ElementKind, value: unknown): Member[] | null {
  if (kind === 'lists')
    return Array.isArray(value) ? value.map((one, at): Member => [String(at), one]) : null;
  if (!isRecord(value)) return null;
  return kind === 'features' && isFeature(value) ? featureMembers(value) : Object.entries(value);
}

/** Lists from the top that say whether the first of them is a header. */
const HEAD = 50;
/** Names that are kept of an array that may be those of the columns of another. */
const MOST_NAMES = 5_000;

class Candidate {
  readonly tree: ColumnTree;
  kind: ElementKind | null = null;
  rows = 0;
  /** The first lists, as cells. */
  readonly head: (readonly string[])[] = [];
  /** What the elements call themselves; null once one has no name. */
  names: string[] | null = [];

  constructor(file: string, mostColumns: number) {
    this.tree = new ColumnTree(file, mostColumns);
  }

  /** Takes an element; the first record decides of which kind all are. */
  take({ text, state }: JsonElement): void {
    this.rows += 1;
    if (state !== 'whole') return;
    const parsed = parseRecord(text);
    if (parsed.kind === 'broken') return;
    this.note(parsed.value);
    this.kind ??= kindOf(parsed.value);
    const members = this.kind === null ? null : membersOf(this.kind, parsed.value);
    if (members === null) return;
    if (this.kind === 'lists' && this.head.length < HEAD)
      this.head.push(members.map(([, one]) => plainText(one)));
    this.tree.observe(members);
  }

  private note(value: unknown): void {
    const name = nameOf(value);
    if (name === null || (this.names?.length ?? 0) >= MOST_NAMES) this.names = null;
    else this.names?.push(name);
  }

  get width(): number {
    return this.head[0]?.length ?? 0;
  }

  /** `names` are those of the columns where another array has them; `wanted` is the header that a reader chose. */
  table(path: string, names: readonly string[] | null, wanted: number | null): JsonTable | null {
    const { kind, rows, tree } = this;
    if (kind === null || rows === 0) return null;
    if (kind !== 'lists') {
      return {
        path,
        kind,
        rows,
        columns: tree.conclude(null),
        tree,
        notes: tree.notes,
        header: 0,
        certain: true,
        head: [],
      };
    }
    const [first = []] = this.head;
    const found = names === null ? headerOf(this.head) : { header: 0, certain: true };
    const header = (wanted ?? found.header) === 0 ? 0 : 1;
    const certain = wanted !== null || found.certain;
    const places = first.map((_, at) => `column ${at + 1}`);
    const columns = tree.conclude(header === 1 ? first : (names ?? places));
    return {
      path,
      kind,
      rows: rows - header,
      columns,
      tree,
      notes: tree.notes,
      header,
      certain,
      head: this.head,
    };
  }
}

/** Whether the first of some lists is a header: it is none where it holds more than texts. */
function headerOf(head: readonly (readonly string[])[]): {
  readonly header: number;
  readonly certain: boolean;
} {
  const [first = [], second] = head;
  const isNames = first.length > 1 && new Set(first).size === first.length && !first.includes('');
  const found = findHeader(head);
  if (!isNames || second === undefined) return { header: 0, certain: second !== undefined };
  return found.header === 1 ? found : { header: 0, certain: found.certain };
}

/** What a name, or the description of a column, calls it; null for anything else. */
function nameOf(value: unknown): string | null {
  if (typeof value === 'string') return value;
  if (!isRecord(value)) return null;
  const { name, fieldName, field, title, label, id } = value;
  const found = [name, fieldName, field, title, label, id].find((one) => typeof one === 'string');
  return (found as string | undefined) ?? null;
}

const isPlain = (value: unknown) => value === null || typeof value !== 'object';

/** Lists are records where they hold plain values, not all of them numbers, as coordinates are. */
function kindOf(value: unknown): ElementKind | null {
  if (isFeature(value)) return 'features';
  if (isRecord(value)) return 'objects';
  const isList =
    Array.isArray(value) &&
    value.length > 1 &&
    value.every(isPlain) &&
    value.some((one) => typeof one === 'string');
  return isList ? 'lists' : null;
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
  tables(wanted: number | null = null): JsonTable[] {
    const headers = new Map(
      [...this.arrays].flatMap(([path, one]) => {
        const header = one.kind === 'lists' ? this.headerFor(path, one) : null;
        return header === null ? [] : [[path, header] as const];
      }),
    );
    const named = new Set([...headers.values()].map(([path]) => path));
    const tables = [...this.arrays]
      .filter(([path]) => !named.has(path))
      .flatMap(([path, one]) => one.table(path, headers.get(path)?.[1] ?? null, wanted) ?? []);
    return tables.sort((a, b) => b.rows - a.rows);
  }

  /** The array with as many names as the lists are wide, the nearest to them first: `columns` beside `data`. */
  private headerFor(path: string, lists: Candidate): readonly [string, readonly string[]] | null {
    const parent = path.slice(0, path.lastIndexOf('/') + 1);
    const fits = [...this.arrays].filter(
      ([other, { names }]) =>
        other !== path && names?.length === lists.width && new Set(names).size === names.length,
    );
    const [found] = fits.sort(
      ([a], [b]) => Number(b.startsWith(parent)) - Number(a.startsWith(parent)) || a.length - b.length,
    );
    return found?.[1].names ? [found[0], found[1].names] : null;
  }
}
