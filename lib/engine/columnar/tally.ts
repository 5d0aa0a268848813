import { type Day, MAX_DAY, MIN_DAY } from '../../time/day';
import type { Adder } from './adders';
import { Cells } from './cells';
import type { Columns } from './columns';
import { isPossible, isSure, shareOf } from './dates';
import type { Grouping } from './groupings';
import { lowest } from './lowest';
import { BEST, LOW, type Selection } from './selection';

/** Positions among the rows of a selection, the last one exclusive. */
interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** How the rows of a section lie in a window: those of `sure` as a whole, those of `edges` perhaps. */
interface Zone {
  readonly sure: Stretch;
  readonly edges: readonly Stretch[];
}

/** Where the rows of a selection stand that begin on a day or later. */
function positionOf({ dates }: Columns, { rows }: Selection, from: number, to: number, day: number): number {
  const { codes } = dates.column;
  const { first } = dates.spans;
  return lowest(from, to, (at) => first[codes[rows[at]!]!]! >= day);
}

/** How each section lies in a window. */
export function zonesOf(columns: Columns, selection: Selection, from: number, to: number): readonly Zone[] {
  if (from > to) return [];
  return selection.sections.map((section) => {
    const position = (day: number) => positionOf(columns, selection, section.from, section.to, day);
    const end = position(to + 1);
    if (section.reach === Number.POSITIVE_INFINITY) {
      return { sure: { from: end, to: end }, edges: [{ from: section.from, to: end }] };
    }
    const begin = position(from);
    if (section.reach === 0) return { sure: { from: begin, to: end }, edges: [] };
    const sureEnd = Math.max(begin, position(to - section.reach + 1));
    return {
      sure: { from: begin, to: sureEnd },
      edges: [
        { from: position(from - section.reach), to: begin },
        { from: sureEnd, to: end },
      ],
    };
  });
}

/** The first and the last day on which any row of a selection may have begun; beyond them nothing is. */
export function extentOf(columns: Columns, { rows, sections }: Selection): { first: Day; last: Day } {
  const { codes } = columns.dates.column;
  const { first, last } = columns.dates.spans;
  const extent = { first: MAX_DAY as number, last: MIN_DAY as number };
  for (const { reach, from, to } of sections) {
    if (from === to) continue;
    extent.first = Math.min(extent.first, first[codes[rows[from]!]!]!);
    if (reach < Number.POSITIVE_INFINITY) {
      extent.last = Math.max(extent.last, first[codes[rows[to - 1]!]!]! + reach);
      continue;
    }
    for (let at = from; at < to; at++) extent.last = Math.max(extent.last, last[codes[rows[at]!]!]!);
  }
  return extent as { first: Day; last: Day };
}

/** Calls `visit` for each row of a selection that may lie in a window, with its share inside and whether that is sure. */
export function eachMatch(
  columns: Columns,
  selection: Selection,
  window: readonly [from: number, to: number],
  visit: (row: number, share: number, sure: boolean) => void,
): void {
  visitZones(columns, selection, zonesOf(columns, selection, ...window), window, visit);
}

/** The same of the rows that may lie on a day or later, and perhaps of some more. */
export function eachMatchSince(
  columns: Columns,
  selection: Selection,
  window: readonly [from: number, to: number],
  day: number,
  visit: (row: number, share: number, sure: boolean) => void,
): void {
  const zones = zonesOf(columns, selection, ...window).map(({ sure, edges }, at) => {
    const { reach, from, to } = selection.sections[at]!;
    const begin =
      reach < Number.POSITIVE_INFINITY ? positionOf(columns, selection, from, to, day - reach) : from;
    const cut = (one: Stretch) => ({ from: Math.max(one.from, begin), to: one.to });
    return { sure: cut(sure), edges: edges.map(cut) };
  });
  visitZones(columns, selection, zones, window, visit);
}

function visitZones(
  { dates }: Columns,
  { rows }: Selection,
  zones: readonly Zone[],
  [from, to]: readonly [from: number, to: number],
  visit: (row: number, share: number, sure: boolean) => void,
): void {
  const { codes } = dates.column;
  for (const { sure, edges } of zones) {
    for (let at = sure.from; at < sure.to; at++) visit(rows[at]!, 1, true);
    for (const edge of edges) {
      for (let at = edge.from; at < edge.to; at++) {
        const row = rows[at]!;
        const code = codes[row]!;
        if (!isPossible(dates, code, from, to)) continue;
        visit(row, shareOf(dates, code, from, to), isSure(dates, code, from, to));
      }
    }
  }
}

/** How many rows of a selection may lie in a window. */
export function countMatches(columns: Columns, selection: Selection, from: number, to: number): number {
  const { dates } = columns;
  const { codes } = dates.column;
  let count = 0;
  for (const { sure, edges } of zonesOf(columns, selection, from, to)) {
    count += sure.to - sure.from;
    for (const edge of edges) {
      for (let at = edge.from; at < edge.to; at++) {
        if (isPossible(dates, codes[selection.rows[at]!]!, from, to)) count++;
      }
    }
  }
  return count;
}

/** The sums after each so many rows, all of them taken to lie surely inside. */
interface States {
  readonly every: number;
  readonly sums: readonly Float64Array[];
}

/** So many numbers are kept at most; with more groups the states stand further apart. */
const MOST_NUMBERS = 2 ** 20;

/** Adds up the groups of a selection by a measure, for one window after the other. */
export class Tally {
  readonly #columns: Columns;
  readonly #selection: Selection;
  readonly grouping: Grouping;
  readonly adder: Adder;
  readonly #firm: Uint8Array;
  readonly #step: number;
  #states: States | null = null;

  constructor(columns: Columns, selection: Selection, grouping: Grouping, adder: Adder, step: number) {
    this.#step = step;
    this.#columns = columns;
    this.#selection = selection;
    this.grouping = grouping;
    this.adder = adder;
    this.#firm = grouping.asksLinks ? selection.firm : new Uint8Array(selection.firm.length).fill(BEST | LOW);
  }

  cells(): Cells {
    return new Cells(this.grouping.ids.length, this.adder.width);
  }

  /** The sums over the whole window, from states that are kept for the next one. */
  over(from: number, to: number): Cells {
    const cells = this.cells();
    for (const { sure, edges } of this.#zones(from, to)) {
      this.#addStretch(cells, sure);
      for (const edge of edges) this.#addEdge(cells, edge, from, to);
    }
    return cells;
  }

  /** Adds what lies in a part of the window, such as a bin. */
  addPart(cells: Cells, from: number, to: number): void {
    for (const { sure, edges } of this.#zones(from, to)) {
      this.#addRows(cells, sure.from, sure.to);
      for (const edge of edges) this.#addEdge(cells, edge, from, to);
    }
  }

  #zones(from: number, to: number): readonly Zone[] {
    return zonesOf(this.#columns, this.#selection, from, to);
  }

  /** Adds rows that lie surely inside. */
  #addRows(cells: Cells, from: number, to: number): void {
    const { rows } = this.#selection;
    const { codes, starts, groups, firm } = this.grouping;
    const lists = this.#columns.linkLists.codes;
    const adder = this.adder;
    const firmness = this.#firm;
    for (let at = from; at < to; at++) {
      const row = rows[at]!;
      const code = codes[row]!;
      const allowed = firmness[lists[row]!]!;
      for (let i = starts[code]!; i < starts[code + 1]!; i++) {
        const both = firm[i]! & allowed;
        adder.add(cells, groups[i]!, row, both & BEST, (both & LOW) !== 0);
      }
    }
  }

  /** Adds rows that may lie inside, each with its share. */
  #addEdge(cells: Cells, edge: Stretch, from: number, to: number): void {
    const { dates, linkLists } = this.#columns;
    const { codes, starts, groups, firm } = this.grouping;
    const lists = linkLists.codes;
    for (let at = edge.from; at < edge.to; at++) {
      const row = this.#selection.rows[at]!;
      const date = dates.column.codes[row]!;
      if (!isPossible(dates, date, from, to)) continue;
      const share = shareOf(dates, date, from, to);
      const sure = isSure(dates, date, from, to);
      const code = codes[row]!;
      const allowed = this.#firm[lists[row]!]!;
      for (let i = starts[code]!; i < starts[code + 1]!; i++) {
        const both = firm[i]! & allowed;
        this.adder.add(cells, groups[i]!, row, both & BEST ? share : 0, sure && (both & LOW) !== 0);
      }
    }
  }

  /** Adds a stretch of rows that lie surely inside: between two kept states, and what is left at its ends. */
  #addStretch(cells: Cells, { from, to }: Stretch): void {
    const states = this.adder.isExact && to - from > this.#step ? this.#keptStates() : null;
    const first = states === null ? 0 : Math.ceil(from / states.every);
    const last = states === null ? 0 : Math.floor(to / states.every);
    if (states === null || last <= first) {
      this.#addRows(cells, from, to);
      return;
    }
    this.#addRows(cells, from, first * states.every);
    cells.addBetween(states.sums[last]!, states.sums[first]!);
    this.#addRows(cells, last * states.every, to);
  }

  #keptStates(): States {
    this.#states ??= this.#makeStates();
    return this.#states;
  }

  #makeStates(): States {
    const size = this.#selection.rows.length;
    const width = this.grouping.ids.length * this.adder.width;
    const most = Math.max(1, Math.floor(MOST_NUMBERS / Math.max(1, width)));
    const every = Math.max(this.#step, Math.ceil(size / most));
    const cells = this.cells();
    const sums = [cells.values.slice()];
    for (let at = 0; at + every <= size; at += every) {
      this.#addRows(cells, at, at + every);
      sums.push(cells.values.slice());
    }
    return { every, sums };
  }
}
