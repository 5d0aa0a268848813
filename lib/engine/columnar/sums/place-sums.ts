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

/** Adds incidents that are surely in the window: by what one of a figure adds where that is known of all, else one by one. */
class SureEntry {
  readonly #adder: Adder;
  readonly #cells: Cells | SparseCells;
  readonly #ones: Ones | null;

  constructor(adder: Adder, cells: Cells | SparseCells) {
    this.#adder = adder;
    this.#cells = cells;
    this.#ones = onesOf(adder);
  }

  add(cell: number, figure: number, firm: number): void {
    const ones = this.#ones;
    if (ones === null) {
      this.#adder.add(this.#cells, cell, figure, 1, firm, 1);
      return;
    }
    const at = this.#cells.enter(cell, 0);
    const { values } = this.#cells;
    const from = ones.placeOf(figure, firm);
    const { parts, values: added } = ones;
    for (let i = 0; i < parts.length; i++) values[at + parts[i]!]! += added[from + i]!;
  }
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
  const entry = new SureEntry(adder, marks);
  const groupEntry = groups === null ? null : new SureEntry(adder, groups);
  const add = (row: number) => {
    const mark = markOf[cells[row]!]!;
    const firm = firmOf[lists[row]!]!;
    const figure = figures === null ? 0 : figures[row]!;
    if (!isParts) entry.add(mark, figure, firm);
    if (grouping === null || groupEntry === null) return;
    // Groups of links say themselves how firm an incident is in them.
    const allowed = grouping.asksLinks ? firm : firm | BEST | LOW;
    const code = grouping.codes[row]!;
    for (let i = grouping.starts[code]!; i < grouping.starts[code + 1]!; i++)
      groupEntry.add(grouping.groups[i]! * size + mark, figure, (grouping.firm[i]! | DISPUTED) & allowed);
  };
  const isLarge = grouping !== null && grouping.ids.length * size * adder.width > MOST_AT_ONCE;
  for (const rows of sure) {
    const ordered = isLarge ? byCode(rows, grouping) : rows;
    for (let at = 0; at < ordered.length; at++) add(ordered[at]!);
  }
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
