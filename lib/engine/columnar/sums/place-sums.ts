import type { Columns } from '../columns/columns';
import { BEST, DISPUTED, LOW, type Selection } from '../selection/selection';
import type { Adder } from './adders';
import { Cells } from './cells';
import type { Grouping } from './groupings';
import type { Marking } from './marking';
import { type Ones, onesOf } from './ones';
import type { PlacedRows } from './placed-rows';
import { SparseCells } from './sparse-cells';

/** Groups of all marks are held one beside the other up to so many numbers. */
const MOST_BESIDE = 2 ** 22;
/** Groups of more numbers than this are filled one after the other, for together they do not fit where the processor is fast. */
const MOST_AT_ONCE = 2 ** 18;

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

/** Rows in the order of their codes, so that what is added to one group stands together in memory. */
function byCode(rows: Uint32Array, { codes, starts }: Grouping): Uint32Array {
  const ends = new Uint32Array(starts.length);
  for (let at = 0; at < rows.length; at++) ends[codes[rows[at]!]! + 1]! += 1;
  for (let code = 1; code < ends.length; code++) ends[code]! += ends[code - 1]!;
  const ordered = new Uint32Array(rows.length);
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at]!;
    ordered[ends[codes[row]!]!++] = row;
  }
  return ordered;
}

/** Adds the groups of marks up to the marks. */
function addParts(marks: Cells, groups: Cells | SparseCells, size: number): void {
  for (const cell of groups.held()) {
    const [from, to] = [groups.placeOf(cell), marks.placeOf(cell % size)];
    for (let at = 0; at < marks.width; at++) marks.values[to + at]! += groups.values[from + at]!;
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

  add(cell: number, figure: number, firm: number): void {
    const ones = this.#ones;
    if (ones === null) {
      this.#adder.add(this.#cells, cell, figure, 1, firm, 1);
      return;
    }
    const width = this.#width;
    const beside = this.#beside;
    const from = ones.placeOf(figure, firm);
    const { values: added } = ones;
    for (let at = cell * width, i = 0; i < width; i++) beside[at + i]! += added[from + i]!;
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
function firmnessIn({ firm: ofLists }: Selection, { asksLinks, firm }: Grouping): ReadonlySet<number> {
  const [lists, groups] = [new Set(ofLists), new Set(firm)];
  const kinds = new Set<number>();
  for (const list of lists) for (const group of groups) kinds.add(firmInGroup(asksLinks, list, group));
  return kinds;
}

/** How firm an incident is in a group: groups of links say themselves how firm it is in them. */
function firmInGroup(asksLinks: boolean, ofList: number, ofGroup: number): number {
  return (ofGroup | DISPUTED) & (asksLinks ? ofList : ofList | BEST | LOW);
}

/** Adds every incident up that is on a mark. */
export function addPlaces(
  { linkLists }: Columns,
  selection: Selection,
  { sure, doubtful, shares }: PlacedRows,
  marking: Marking,
  { adder, grouping }: { readonly adder: Adder; readonly grouping: Grouping | null },
): PlaceSums {
  const { firm: firmOf } = selection;
  const {
    cells,
    markOf,
    marks: { length: size },
  } = marking;
  const marks = new Cells(size, adder.width);
  const groups = grouping === null ? null : roomFor(size, grouping, adder);
  const lists = linkLists.codes;
  const figures = adder.figures?.codes ?? null;
  // Where a sum has the same bits in any order.
  const isParts = grouping !== null && adder.isExact && areParts(grouping, selection);
  const entry = new SureEntry(adder, marks, new Set(firmOf));
  const groupEntry =
    groups === null || grouping === null
      ? null
      : new SureEntry(adder, groups, firmnessIn(selection, grouping));
  const add = (row: number) => {
    const mark = markOf[cells[row]!]!;
    const firm = firmOf[lists[row]!]!;
    const figure = figures === null ? 0 : figures[row]!;
    if (!isParts) entry.add(mark, figure, firm);
    if (grouping === null || groupEntry === null) return;
    const code = grouping.codes[row]!;
    for (let i = grouping.starts[code]!; i < grouping.starts[code + 1]!; i++) {
      const how = firmInGroup(grouping.asksLinks, firm, grouping.firm[i]!);
      groupEntry.add(grouping.groups[i]! * size + mark, figure, how);
    }
  };
  const isLarge = grouping !== null && grouping.ids.length * size * adder.width > MOST_AT_ONCE;
  for (const rows of sure) {
    const ordered = isLarge ? byCode(rows, grouping) : rows;
    for (let at = 0; at < ordered.length; at++) add(ordered[at]!);
  }
  entry.finish();
  groupEntry?.finish();
  for (let at = 0; at < doubtful.length; at++) {
    const [row, share] = [doubtful[at]!, shares[at]!];
    const mark = markOf[cells[row]!]!;
    const firm = firmOf[lists[row]!]!;
    const figure = figures === null ? 0 : figures[row]!;
    if (!isParts) adder.add(marks, mark, figure, share, firm & ~LOW, 1);
    if (grouping === null || groups === null) continue;
    const allowed = (grouping.asksLinks ? firm : firm | BEST) & ~LOW;
    const code = grouping.codes[row]!;
    for (let i = grouping.starts[code]!; i < grouping.starts[code + 1]!; i++) {
      const how = (grouping.firm[i]! | DISPUTED) & allowed;
      adder.add(groups, grouping.groups[i]! * size + mark, figure, share, how, 1);
    }
  }
  if (isParts) addParts(marks, groups!, size);
  return { marks, groups };
}
