import type { Bits, Postings } from '../../columns/bits';
import type { Columns } from '../../columns/columns';
import type { Codes } from '../../columns/dictionary';
import { BEST, DISPUTED, LOW, type Selection } from '../../selection/selection';
import type { Adder } from '../adders';
import { Cells, SparseCells } from '../cells';
import type { Grouping } from '../groupings';
import type { Marking } from './marking';
import { KINDS, type Ones, onesOf } from './ones';
import type { PlacedRows } from './placed-rows';

/** Groups of all marks are held one beside the other up to so many numbers. */
const MOST_BESIDE = 2 ** 22;
/** What is added up: the marks, and their groups, those of all marks in the first before those in the second; null without a split. */
export interface PlaceSums {
  readonly marks: Cells;
  readonly groups: Cells | SparseCells | null;
}

function roomFor(marks: number, { ids }: Grouping, { width }: Adder): Cells | SparseCells {
  const groups = marks * ids.length;
  return groups * width <= MOST_BESIDE ? new Cells(groups, width) : new SparseCells(groups, width);
}

/** Whether every incident is in one group and as firm there as it is: then a mark is the sum of its groups. */
function areParts(
  { asksLinks, starts, groups, firm }: Grouping,
  { lists, firm: firmOf }: Selection,
): boolean {
  if (asksLinks) {
    const isSingle = starts.length === groups.length + 1 && groups.every((_, code) => starts[code] === code);
    return isSingle && firm.every((one) => one === (BEST | LOW));
  }
  return lists.every((list, code) => {
    if (list === null) return true;
    const at = starts[code]!;
    return starts[code + 1] === at + 1 && (firm[at]! | (firmOf[code]! & DISPUTED)) === firmOf[code];
  });
}

function byCode(rows: Uint32Array, { codes, starts }: Grouping): Ordered {
  const ends = new Uint32Array(starts.length);
  for (let at = 0; at < rows.length; at++) ends[codes[rows[at]!]! + 1]! += 1;
  for (let code = 1; code < ends.length; code++) ends[code]! += ends[code - 1]!;
  const ordered = new Uint32Array(rows.length);
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at]!;
    ordered[ends[codes[row]!]!++] = row;
  }
  return { ordered, ends };
}

/** Rows in the order of their codes, so that what is added to one group stands together in memory, and where those of each code end. */
interface Ordered {
  readonly ordered: Uint32Array;
  readonly ends: Uint32Array;
}

/** The same of a set of rows, of which those of each code are known. */
function postedIn(set: Bits, { starts, rows }: Postings): Ordered {
  const ends = new Uint32Array(starts.length);
  const ordered = new Uint32Array(rows.length);
  let size = 0;
  for (let code = 0; code + 1 < starts.length; code++) {
    for (let at = starts[code]!; at < starts[code + 1]!; at++) {
      const row = rows[at]!;
      ordered[size] = row;
      size += (set[row >>> 5]! >>> (row & 31)) & 1;
    }
    ends[code] = size;
  }
  ends[starts.length - 1] = size;
  return { ordered, ends };
}

function rowsByCode(columns: Columns, grouping: Grouping, placed: PlacedRows): readonly Ordered[] {
  const { linkLists } = columns;
  const { sure, sureSet } = placed;
  if (sureSet === null || grouping.codes !== linkLists.codes)
    return sure.map((rows) => byCode(rows, grouping));
  return [postedIn(sureSet, columns.postings('links', linkLists))];
}

/** Adds the groups of marks up to the marks. */
function addParts(marks: Cells, groups: Cells | SparseCells, size: number): void {
  const [values, added] = [marks.values, groups.values];
  groups.each((cell, from) => {
    const to = marks.placeOf(cell % size);
    for (let at = 0; at < marks.width; at++) values[to + at]! += added[from + at]!;
  });
}

/** What is added of a row: on which mark it is, how firm, and its figure. */
interface RowParts {
  readonly cells: Codes;
  readonly markOf: Int32Array;
  readonly lists: Codes;
  readonly firmOf: Uint8Array;
  /** How firm all rows are; -1 where they differ. */
  readonly firmness: number;
  readonly figures: Codes | null;
}

/** A group as rows are added to it: where its marks begin, and how firm a row of a firmness is in it. */
interface Run {
  readonly offset: number;
  /** Beside these, the firmness of a row is of no account. */
  readonly among: number;
  /** What the group itself leaves of a firmness. */
  readonly kept: number;
}

/** Rows as they count in no group. */
const UNGROUPED: Run = { offset: 0, among: 0, kept: ~0 };

/** How firm an incident is in a group: groups of links say themselves how firm it is in them. */
function runOf({ asksLinks, firm, groups }: Grouping, at: number, size: number): Run {
  return {
    offset: groups[at]! * size,
    among: asksLinks ? 0 : BEST | LOW,
    kept: firm[at]! | DISPUTED,
  };
}

/** Adds rows that are as firm as each other, so many numbers each: `ones` says by figure what one adds. */
function addAlike(
  sums: Float64Array,
  ones: Float64Array,
  width: number,
  rows: Uint32Array,
  offset: number,
  { cells, markOf, figures }: RowParts,
): void {
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at]!;
    const one = figures === null ? 0 : figures[row]! * width;
    const sum = (offset + markOf[cells[row]!]!) * width;
    // A loop over so few takes longer than the sums.
    sums[sum]! += ones[one]!;
    if (width === 1) continue;
    sums[sum + 1]! += ones[one + 1]!;
    if (width === 2) continue;
    sums[sum + 2]! += ones[one + 2]!;
    if (width === 3) continue;
    sums[sum + 3]! += ones[one + 3]!;
    for (let more = 4; more < width; more++) sums[sum + more]! += ones[one + more]!;
  }
}

/**
 * Adds incidents that are surely in the window: by what one of a figure adds where that is known of all, else one by one. Numbers to which all add the same
 * are added up once, beside the cells, until {@link finish} brings them there.
 */
class SureEntry {
  readonly #adder: Adder;
  readonly #cells: Cells | SparseCells;
  readonly #ones: Ones | null;
  readonly #beside: Float64Array;
  readonly #width: number;

  constructor(adder: Adder, cells: Cells | SparseCells, firmness: Iterable<number>) {
    this.#adder = adder;
    this.#cells = cells;
    this.#ones = cells instanceof Cells ? onesOf(adder, firmness) : null;
    this.#width = this.#ones?.alike.length ?? 0;
    this.#beside = new Float64Array((cells.values.length / cells.width) * this.#width);
  }

  /** Adds rows from one place of a list up to another, all of them to one group. */
  add(rows: Uint32Array, from: number, to: number, run: Run, parts: RowParts): void {
    const { offset, among, kept } = run;
    const { cells, markOf, lists, firmOf, firmness, figures } = parts;
    const ones = this.#ones;
    if (ones === null) {
      for (let at = from; at < to; at++) {
        const row = rows[at]!;
        const firm = (firmOf[lists[row]!]! | among) & kept;
        const figure = figures === null ? 0 : figures[row]!;
        this.#adder.add(this.#cells, offset + markOf[cells[row]!]!, figure, 1, firm, 1);
      }
      return;
    }
    const [width, beside, added] = [this.#width, this.#beside, ones.values];
    if (firmness >= 0) {
      addAlike(beside, ones.of((firmness | among) & kept), width, rows.subarray(from, to), offset, parts);
      return;
    }
    for (let at = from; at < to; at++) {
      const row = rows[at]!;
      const firm = (firmOf[lists[row]!]! | among) & kept;
      let one = (((figures === null ? 0 : figures[row]!) * KINDS) | firm) * width;
      let sum = (offset + markOf[cells[row]!]!) * width;
      for (const end = sum + width; sum < end; sum++) beside[sum]! += added[one++]!;
    }
  }

  /** To be called when all are added, and before any other is. */
  finish(): void {
    if (this.#ones === null) return;
    const { values, width } = this.#cells;
    const beside = this.#beside;
    for (const [i, parts] of this.#ones.alike.entries()) {
      for (let from = i, at = 0; from < beside.length; from += this.#width, at += width) {
        const sum = beside[from]!;
        if (sum !== 0) for (const part of parts) values[at + part] = sum;
      }
    }
  }
}

/** The kinds of firmness that incidents have in groups, where they have the one of a list of links and one of a grouping. */
function firmnessIn({ firm: ofLists }: Selection, grouping: Grouping): ReadonlySet<number> {
  const lists = new Set(ofLists);
  const kinds = new Set<number>();
  for (const kept of new Set(grouping.firm)) {
    const among = grouping.asksLinks ? 0 : BEST | LOW;
    for (const list of lists) kinds.add((list | among) & (kept | DISPUTED));
  }
  return kinds;
}

/** Adds every incident up that is on a mark. */
export function addPlaces(
  columns: Columns,
  selection: Selection,
  placed: PlacedRows,
  { cells, markOf, marks: { length: size } }: Marking,
  { adder, grouping }: { readonly adder: Adder; readonly grouping: Grouping | null },
): PlaceSums {
  const { firm: firmOf } = selection;
  const { sure, doubtful, shares } = placed;
  const { linkLists } = columns;
  const marks = new Cells(size, adder.width);
  const groups = grouping === null ? null : roomFor(size, grouping, adder);
  const lists = linkLists.codes;
  const figures = adder.figures?.codes ?? null;
  const parts = { cells, markOf, lists, firmOf, figures, firmness: selection.firmness.asked.all };
  // Where a sum has the same bits in any order.
  const isParts = grouping !== null && adder.isExact && areParts(grouping, selection);
  if (!isParts) {
    const entry = new SureEntry(adder, marks, new Set(firmOf));
    for (const rows of sure) entry.add(rows, 0, rows.length, UNGROUPED, parts);
    entry.finish();
  }
  if (grouping !== null && groups !== null) {
    const entry = new SureEntry(adder, groups, firmnessIn(selection, grouping));
    for (const { ordered, ends } of rowsByCode(columns, grouping, placed)) {
      for (let code = 0, from = 0; code < ends.length; from = ends[code++]!) {
        if (ends[code] === from) continue;
        for (let i = grouping.starts[code]!; i < grouping.starts[code + 1]!; i++)
          entry.add(ordered, from, ends[code]!, runOf(grouping, i, size), parts);
      }
    }
    entry.finish();
  }
  for (let at = 0; at < doubtful.length; at++) {
    const [row, share] = [doubtful[at]!, shares[at]!];
    const mark = markOf[cells[row]!]!;
    const firm = firmOf[lists[row]!]!;
    const figure = figures === null ? 0 : figures[row]!;
    if (!isParts) adder.add(marks, mark, figure, share, firm & ~LOW, 1);
    if (grouping === null || groups === null) continue;
    const code = grouping.codes[row]!;
    for (let i = grouping.starts[code]!; i < grouping.starts[code + 1]!; i++) {
      const { offset, among, kept } = runOf(grouping, i, size);
      adder.add(groups, offset + mark, figure, share, (firm | among) & kept & ~LOW, 1);
    }
  }
  if (isParts) addParts(marks, groups!, size);
  return { marks, groups };
}
