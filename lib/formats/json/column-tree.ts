import { formatError } from '../errors/format-error';
import type { RawColumn } from '../raw-table';
import { nameColumns } from '../table/name-columns';
import { namesByRole, otherKeys, plainText, tellingKey } from './plain-text';

interface Node {
  readonly children: Map<string, Node>;
  /** Whether a value that is no object stood here, null and empty lists apart. */
  plain: boolean;
  /** Its column, once the tree is concluded; -1 for none. */
  at: number;
}

/** A key and its value. Keys that begin with {@link DERIVED} come from no property of the file. */
export type Member = readonly [key: string, value: unknown];

/** Marks a member that was worked out, so that it is kept apart from a property of that name. */
export const DERIVED = '\u0000';

/**
 * The columns of nested records: one for each path that holds a plain value or a list, named by its keys with dots
 * between, in the order in which they first appear. A list of names with roles has a column for each role. Keys are never
 * properties of an object here, so `__proto__` is a name like any other.
 */
export class ColumnTree {
  private readonly root: Node = newNode();
  private nodes = 0;
  /** Keys of lists of objects that no cell shows, by the path of the list. */
  private readonly untold = new Map<string, Set<string>>();

  constructor(
    private readonly file: string,
    private readonly mostColumns: number,
  ) {}

  /** Takes note of the paths of a record. Throws `over-limit` for too many. */
  observe(record: Iterable<Member>): void {
    this.observeInto(this.root, record, '');
  }

  private observeInto(node: Node, record: Iterable<Member>, path: string): void {
    for (const [key, value] of record) {
      let child = node.children.get(key);
      if (child === undefined) {
        child = newNode();
        node.children.set(key, child);
        this.nodes += 1;
        if (this.nodes > this.mostColumns * 2) throw tooMany(this.file, this.mostColumns);
      }
      const parts = partsOf(value);
      if (parts !== null) this.observeInto(child, Object.entries(parts), `${path}${key}.`);
      else if (isFilled(value)) {
        child.plain = true;
        if (Array.isArray(value)) this.observeList(value, path + key);
      }
    }
  }

  private observeList(list: readonly unknown[], path: string): void {
    const told = tellingKey(list);
    if (told === null) return;
    const keys = otherKeys(list, told) ?? [];
    const known = this.untold.get(path) ?? new Set();
    for (const key of keys) if (known.size < 20) known.add(key);
    if (known.size > 0) this.untold.set(path, known);
  }

  /** Settles the columns; records are written in their order from now on. `header` names those of lists. */
  conclude(header: readonly string[] | null): RawColumn[] {
    const names: string[] = [];
    const visit = (node: Node, path: string) => {
      const children = [...node.children].sort(([a], [b]) => Number(isDerived(a)) - Number(isDerived(b)));
      for (const [key, child] of children) {
        const own = isDerived(key) ? key.slice(1) : key;
        const name = path === '' ? (header?.[Number(own)] ?? own) : path + own;
        if (child.plain || child.children.size === 0) child.at = names.push(name) - 1;
        visit(child, `${name}.`);
      }
    };
    visit(this.root, '');
    if (names.length > this.mostColumns) throw tooMany(this.file, this.mostColumns);
    return nameColumns(names, null);
  }

  /** What of the records no cell shows, in sentences. */
  get notes(): string[] {
    return [...this.untold].map(
      ([path, keys]) =>
        `Of the lists in ${path}, ${[...keys].join(', ')} ${keys.size === 1 ? 'is' : 'are'} left out.`,
    );
  }

  /** The cells of a record, as many as `width` says. */
  cells(record: Iterable<Member>, width: number): string[] {
    const cells = new Array<string>(width).fill('');
    fill(this.root, record, cells);
    return cells;
  }
}

function fill(node: Node, record: Iterable<Member>, cells: string[]): void {
  for (const [key, value] of record) {
    const child = node.children.get(key);
    if (child === undefined) continue;
    const parts = partsOf(value);
    if (parts !== null) fill(child, Object.entries(parts), cells);
    else if (child.at >= 0) cells[child.at] = plainText(value);
  }
}

/** What a value is made of that has columns of its own: an object's members, or the names of a list by their roles. */
function partsOf(value: unknown): Readonly<Record<string, unknown>> | null {
  if (isRecord(value)) return value;
  return Array.isArray(value) ? namesByRole(value) : null;
}

function newNode(): Node {
  return { children: new Map(), plain: false, at: -1 };
}

/** Whether a value is an object with members of its own, and no list. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isFilled(value: unknown): boolean {
  return value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0);
}

function isDerived(key: string): boolean {
  return key.startsWith(DERIVED);
}

function tooMany(file: string, most: number) {
  return formatError(file, 'over-limit', `its records have more than ${most} different keys`);
}
