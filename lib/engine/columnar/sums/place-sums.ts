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
const MOST_BESIDE = 2 ** 20;

/** What is added up: the marks, and their groups by mark and group; null without a split. */
export interface PlaceSums {
  readonly marks: Cells;
  readonly groups: Cells | SparseCells | null;
}

function roomFor(marks: number, { ids }: Grouping, { width }: Adder): Cells | SparseCells {
  const groups = marks * ids.length;
  return groups * width <= MOST_BESIDE ? new Cells(groups, width) : new SparseCells(width);
}

/** Whether every incident is in one group and as firm there as it is: then a mark is the sum of its groups. */
function areParts({ asksLinks, starts, groups, firm }: Grouping): boolean {
  const isSingle = starts.length === groups.length + 1 && groups.every((_, code) => starts[code] === code);
  return asksLinks && isSingle && firm.every((one) => one === (BEST | LOW));
}

/** Adds the groups of marks up to the marks. */
function addParts(marks: Cells, groups: Cells | SparseCells, size: number): void {
  for (const cell of groups.held()) {
    const [from, to] = [groups.placeOf(cell), marks.placeOf(Math.floor(cell / size))];
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
  { firm: firmOf }: Selection,
  { sure, doubtful, shares }: PlacedRows,
  { cells, markOf, marks: { length: size } }: Marking,
  { adder, grouping }: { readonly adder: Adder; readonly grouping: Grouping | null },
): PlaceSums {
  const marks = new Cells(size, adder.width);
  const groups = grouping === null ? null : roomFor(size, grouping, adder);
  const lists = linkLists.codes;
  const figures = adder.figures?.codes ?? null;
  // Where a sum has the same bits in any order.
  const isParts = grouping !== null && adder.isExact && areParts(grouping);
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
    const [code, first] = [grouping.codes[row]!, mark * grouping.ids.length];
    for (let i = grouping.starts[code]!; i < grouping.starts[code + 1]!; i++)
      groupEntry.add(first + grouping.groups[i]!, figure, (grouping.firm[i]! | DISPUTED) & allowed);
  };
  for (const rows of sure) for (let at = 0; at < rows.length; at++) add(rows[at]!);
  for (let at = 0; at < doubtful.length; at++) {
    const [row, share] = [doubtful[at]!, shares[at]!];
    const mark = markOf[cells[row]!]!;
    const firm = firmOf[lists[row]!]!;
    const figure = figures === null ? 0 : figures[row]!;
    if (!isParts) adder.add(marks, mark, figure, share, firm & ~LOW, 1);
    if (grouping === null || groups === null) continue;
    const allowed = (grouping.asksLinks ? firm : firm | BEST) & ~LOW;
    const [code, first] = [grouping.codes[row]!, mark * grouping.ids.length];
    for (let i = grouping.starts[code]!; i < grouping.starts[code + 1]!; i++) {
      const how = (grouping.firm[i]! | DISPUTED) & allowed;
      adder.add(groups, first + grouping.groups[i]!, figure, share, how, 1);
    }
  }
  if (isParts) addParts(marks, groups!, grouping.ids.length);
  return { marks, groups };
}
