import type { Columns } from '../columns/columns';
import { isPossible, isSure, shareOf } from '../columns/dates';
import type { Codes } from '../columns/dictionary';
import { BEST, DISPUTED, LOW, type Selection } from '../selection/selection';
import { type Stretch, type Zone, zonesOf } from '../selection/window';
import type { Adder } from './adders';
import { Cells } from './cells';
import type { Grouping } from './groupings';

/** The sums after each so many rows, all of them taken to lie surely inside. */
interface States {
  readonly every: number;
  readonly sums: readonly Float64Array[];
}

/** So many numbers are kept at most; with more groups the states stand further apart. */
const MOST_NUMBERS = 2 ** 18;

/** What rows have in common that are counted before they are added: their code, or, in one group of all, their figure. */
interface Keys {
  readonly codes: Codes;
  readonly size: number;
  readonly isFigure: boolean;
}

function keysOf({ ids, codes, starts }: Grouping, { figures }: Adder): Keys | null {
  if (figures === null) return { codes, size: starts.length - 1, isFigure: false };
  return ids.length === 1 && starts.length === 2 ? { ...figures, isFigure: true } : null;
}

/** By how many bits a key is shifted to make room for how firm a row is. */
const FIRM_BITS = 3;

/** Adds up the groups of a selection by a measure, for one window after the other. */
export class Tally {
  readonly #columns: Columns;
  readonly #selection: Selection;
  readonly grouping: Grouping;
  readonly adder: Adder;
  readonly #firm: Uint8Array;
  /** How firm all rows are; -1 where they differ. */
  readonly #allFirm: number;
  /** Whether all rows of the series are selected, so that a position is a row. */
  readonly #isAll: boolean;
  readonly #keys: Keys | null;
  #counts: Uint32Array | null = null;
  readonly #step: number;
  #states: States | null = null;

  constructor(columns: Columns, selection: Selection, grouping: Grouping, adder: Adder, step: number) {
    this.#step = step;
    this.#columns = columns;
    this.#selection = selection;
    this.grouping = grouping;
    this.adder = adder;
    this.#firm = grouping.asksLinks ? selection.firm : selection.firm.map((firm) => firm | BEST | LOW);
    const [first = 0] = this.#firm;
    this.#allFirm = this.#firm.every((firm) => firm === first) ? first : -1;
    this.#isAll = selection.rows.length === columns.size;
    this.#keys = keysOf(grouping, adder);
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

  /** Adds rows that lie surely inside: counted by what they have in common first, where they are more than that. */
  #addRows(cells: Cells, from: number, to: number): void {
    const keys = this.#keys;
    if (keys === null || to - from < keys.size) this.#addEach(cells, from, to);
    else this.#addCounted(cells, keys, from, to);
  }

  #addEach(cells: Cells, from: number, to: number): void {
    const { rows } = this.#selection;
    const figures = this.adder.figures?.codes;
    const lists = this.#columns.linkLists.codes;
    for (let at = from; at < to; at++) {
      const row = rows[at]!;
      const figure = figures === undefined ? 0 : figures[row]!;
      this.#add(cells, this.grouping.codes[row]!, figure, 1, this.#firm[lists[row]!]!, 1);
    }
  }

  #addCounted(cells: Cells, { codes, size, isFigure }: Keys, from: number, to: number): void {
    this.#counts ??= new Uint32Array(size << FIRM_BITS);
    const counts = this.#counts;
    if (this.#allFirm < 0) this.#countFirm(counts, codes, from, to);
    else this.#countAlike(counts, codes, from, to);
    for (let key = 0; key < counts.length; key++) {
      const count = counts[key]!;
      if (count === 0) continue;
      counts[key] = 0;
      const code = key >> FIRM_BITS;
      const allowed = key & ((1 << FIRM_BITS) - 1);
      this.#add(cells, isFigure ? 0 : code, isFigure ? code : 0, 1, allowed, count);
    }
  }

  /** Counts rows by code and by how firm they are. */
  #countFirm(counts: Uint32Array, codes: Codes, from: number, to: number): void {
    const { rows } = this.#selection;
    const lists = this.#columns.linkLists.codes;
    const firm = this.#firm;
    for (let at = from; at < to; at++) {
      const row = rows[at]!;
      counts[(codes[row]! << FIRM_BITS) | firm[lists[row]!]!]!++;
    }
  }

  /** Counts rows that are all as firm. */
  #countAlike(counts: Uint32Array, codes: Codes, from: number, to: number): void {
    const firm = this.#allFirm;
    const { rows } = this.#selection;
    if (this.#isAll) {
      for (let row = from; row < to; row++) counts[(codes[row]! << FIRM_BITS) | firm]!++;
    } else {
      for (let at = from; at < to; at++) counts[(codes[rows[at]!]! << FIRM_BITS) | firm]!++;
    }
  }

  /** Adds incidents of one code and one figure to the groups of the code. */
  #add(cells: Cells, code: number, figure: number, share: number, allowed: number, count: number): void {
    const { starts, groups, firm } = this.grouping;
    for (let i = starts[code]!; i < starts[code + 1]!; i++) {
      this.adder.add(cells, groups[i]!, figure, share, (firm[i]! | DISPUTED) & allowed, count);
    }
  }

  /** Adds rows that may lie inside, each with its share. */
  #addEdge(cells: Cells, edge: Stretch, from: number, to: number): void {
    const { dates, linkLists } = this.#columns;
    const dateCodes = dates.column.codes;
    const figures = this.adder.figures?.codes;
    for (let at = edge.from; at < edge.to; at++) {
      const row = this.#selection.rows[at]!;
      const date = dateCodes[row]!;
      if (!isPossible(dates, date, from, to)) continue;
      const share = shareOf(dates, date, from, to);
      const allowed = this.#firm[linkLists.codes[row]!]! & (isSure(dates, date, from, to) ? ~0 : ~LOW);
      this.#add(cells, this.grouping.codes[row]!, figures?.[row] ?? 0, share, allowed, 1);
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
