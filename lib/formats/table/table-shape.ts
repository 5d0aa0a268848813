import type { TextRecord } from '../delimited/record-reader';
import { commonest } from '../delimited/sniff-delimiter';
import type { RawColumn } from '../raw-table';
import { areGroups, findHeader } from './find-header';
import { isHxlRow } from './hxl';
import { nameColumns } from './name-columns';

/** What the first records of a text say about its columns. */
export interface TableShape {
  /** As {@link Reading.header}. */
  readonly header: number;
  /** Whether the place of the header follows from its shape, or was given. */
  readonly certain: boolean;
  readonly columns: readonly RawColumn[];
  /** Columns from the left of which the last has a name; all where there is no header. */
  readonly named: number;
  /** Records before the first row that are none. */
  readonly before: number;
  /** The first rows. */
  readonly rows: readonly (readonly string[])[];
  readonly notes: readonly string[];
}

/** The share of rows with cells beyond the header from which on these are columns; of fewer rows each is a problem. */
const MOST = 0.8;

/** How many cells a record has up to its last that is filled. */
function filledWidth(cells: readonly string[]): number {
  return cells.findLastIndex((cell) => cell.trim() !== '') + 1;
}

/** Whether the first cells of the rows count 1, 2, 3, as R writes row names that have no place in the header. */
function areNumbered(rows: readonly (readonly string[])[]): boolean {
  return rows.length > 1 && rows.every((cells, at) => cells[0] === String(at + 1));
}

interface Widened {
  readonly names: readonly string[];
  readonly notes: readonly string[];
  /** Whether the names stand one column further right than in the file. */
  readonly shifted: boolean;
}

/** The cells of the header as many as the columns are, and why they are not those of the file. */
function widen(header: readonly string[], rows: readonly (readonly string[])[]): Widened {
  const widths = rows.map(filledWidth);
  const wider = widths.filter((width) => width > header.length);
  if (wider.length > 0 && wider.length >= widths.length * MOST)
    return lengthen(header, commonest(wider), rows);
  const least = filledWidth(header);
  const used = widths.reduce((most, width) => Math.max(most, Math.min(width, header.length)), least);
  const unused = header.length - used;
  const notes =
    unused === 0 ? [] : [`${unused} empty ${unused === 1 ? 'column' : 'columns'} at the end left out.`];
  return { names: header.slice(0, used), notes, shifted: false };
}

function lengthen(header: readonly string[], width: number, rows: readonly (readonly string[])[]): Widened {
  const missing = width - header.length;
  if (missing === 1 && areNumbered(rows)) {
    const note = 'The first column has no name in the header; it counts the rows.';
    return { names: ['', ...header], notes: [note], shifted: true };
  }
  const note = `The rows have ${width} cells and the header ${header.length}; the cells beyond have no name.`;
  return { names: [...header, ...Array<string>(missing).fill('')], notes: [note], shifted: false };
}

/** A group's name, which stands over the first of its columns, over all of them. */
function overAll(groups: readonly string[], width: number): readonly string[] {
  let group = '';
  return Array.from({ length: width }, (_, at) => {
    group = groups[at]?.trim() || group;
    return group;
  });
}

/**
 * The names of columns below names of groups. A column that has no name of its own is called as its group is; of names
 * that stand twice each is told apart by its group: `Start Year` and `End Year`.
 */
function withGroups(groups: readonly string[] | null, names: readonly string[]): readonly string[] {
  if (groups === null || !areGroups(groups, names)) return names;
  const over = overAll(groups, names.length);
  const own = names.map((name) => name.trim());
  const isTwice = (name: string) => own.indexOf(name) !== own.lastIndexOf(name);
  return own.map((name, at) => {
    if (name === '') return groups[at]?.trim() ?? '';
    const group = over[at] ?? '';
    return isTwice(name) && group !== '' && group !== name ? `${group} ${name}` : name;
  });
}

function namedColumns(
  header: readonly string[],
  tags: readonly string[] | null,
  rows: TableShape['rows'],
  most: number,
) {
  const { names, notes, shifted } = widen(header, rows);
  const hxl = tags && shifted ? ['', ...tags] : tags;
  return { columns: nameColumns(names.slice(0, most + 1), hxl), named: filledWidth(names), notes };
}

function namelessColumns(rows: TableShape['rows'], most: number) {
  const width = Math.min(most + 1, commonest(rows.map((cells) => cells.length)));
  return { columns: nameColumns(Array<string>(width).fill(''), null), named: width, notes: [] };
}

/**
 * Finds header, HXL tags and columns from the first records of a text, blank ones left out. `wanted` is the number of the
 * header where a reader has said it. No more than `most` columns and one are named. Null where there is no such record.
 */
export function tableShape(
  records: readonly TextRecord[],
  wanted: number | null,
  most = Number.POSITIVE_INFINITY,
): TableShape | null {
  const all = records.map(({ cells }) => cells);
  const found = wanted === null ? findHeader(all) : { header: wanted, certain: true };
  const { header, certain } = found;
  if (header === 0) return { header, certain, before: 0, rows: all, ...namelessColumns(all, most) };
  const own = all[header - 1];
  if (own === undefined) return null;
  const names = withGroups(all[header - 2] ?? null, own);
  const second = all[header] ?? [];
  const tags = [second, own].find(isHxlRow) ?? null;
  const before = tags === second ? header + 1 : header;
  const rows = all.slice(before);
  return { header, certain, before, rows, ...namedColumns(names, tags, rows, most) };
}
