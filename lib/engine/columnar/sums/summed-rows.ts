import type { Columns } from '../columns/columns';
import { DISPUTED, type Firmness, type Selection } from '../selection/selection';
import type { Adder } from './adders';
import { Cells } from './cells';
import type { Grouping } from './groupings';
import { type SureRows, stateDistance } from './sure-rows';

/** The sums after each so many rows: those of a state one after the other, as they stand in cells. */
interface States {
  readonly every: number;
  readonly sums: Float64Array;
}

/** By how many bits a figure is shifted to make room for how firm a row is. */
const FIRM_BITS = 3;

/** Adds up the figures of rows under the groups of a grouping. */
export class SummedRows implements SureRows {
  readonly #selection: Selection;
  readonly #grouping: Grouping;
  readonly #lists: Columns['linkLists']['codes'];
  readonly #firm: Uint8Array;
  readonly #allFirm: number;
  readonly #adder: Adder;
  readonly #figures: NonNullable<Adder['figures']>;
  readonly #every: number;
  #counts: Uint32Array | null = null;
  #states: States | null = null;

  constructor(
    { linkLists, size }: Columns,
    selection: Selection,
    grouping: Grouping,
    { ofList, all }: Firmness,
    adder: Adder,
    step: number,
  ) {
    this.#selection = selection;
    this.#grouping = grouping;
    this.#lists = linkLists.codes;
    this.#firm = ofList;
    this.#allFirm = all;
    this.#adder = adder;
    this.#figures = adder.figures!;
    const bytes = grouping.ids.length * adder.width * Float64Array.BYTES_PER_ELEMENT;
    this.#every = stateDistance(size, selection.rows.length, bytes, step);
  }

  /** In one group of all, rows are counted by their figures first, where they are more than there are counts. */
  add(cells: Cells, rows: Uint32Array, from: number, to: number): void {
    const { ids, starts } = this.#grouping;
    const isOne = ids.length === 1 && starts.length === 2;
    if (isOne && to - from >= this.#figures.size << FIRM_BITS) this.#addCounted(cells, rows, from, to);
    else this.#addEach(cells, rows, from, to);
  }

  #addEach(cells: Cells, rows: Uint32Array, from: number, to: number): void {
    const { codes, starts, groups, firm } = this.#grouping;
    const figures = this.#figures.codes;
    for (let at = from; at < to; at++) {
      const row = rows[at]!;
      const [code, allowed] = [codes[row]!, this.#firm[this.#lists[row]!]!];
      for (let i = starts[code]!; i < starts[code + 1]!; i++) {
        this.#adder.add(cells, groups[i]!, figures[row]!, 1, (firm[i]! | DISPUTED) & allowed, 1);
      }
    }
  }

  #addCounted(cells: Cells, rows: Uint32Array, from: number, to: number): void {
    const figures = this.#figures.codes;
    this.#counts ??= new Uint32Array(this.#figures.size << FIRM_BITS);
    const counts = this.#counts;
    const [all, firmOf, lists] = [this.#allFirm, this.#firm, this.#lists];
    // Where no two rows differ they need not be looked at.
    if (all >= 0 && this.#figures.size === 1) counts[all]! += to - from;
    else if (all >= 0) for (let at = from; at < to; at++) counts[(figures[rows[at]!]! << FIRM_BITS) | all]!++;
    else {
      for (let at = from; at < to; at++) {
        const row = rows[at]!;
        counts[(figures[row]! << FIRM_BITS) | firmOf[lists[row]!]!]!++;
      }
    }
    const firm = this.#grouping.firm[0]! | DISPUTED;
    for (let key = 0; key < counts.length; key++) {
      const count = counts[key]!;
      if (count === 0) continue;
      counts[key] = 0;
      const allowed = key & ((1 << FIRM_BITS) - 1);
      this.#adder.add(cells, 0, key >> FIRM_BITS, 1, firm & allowed, count);
    }
  }

  /** Any sum less a part of it is the sum of the others only where sums are exact. */
  addKept(cells: Cells, from: number, to: number): void {
    const { rows } = this.#selection;
    const states = this.#adder.isExact ? this.#keptStates() : null;
    const every = states?.every ?? rows.length + 1;
    const [first, last] = [Math.ceil(from / every), Math.floor(to / every)];
    if (states === null || last <= first) {
      this.add(cells, rows, from, to);
      return;
    }
    this.add(cells, rows, from, first * every);
    cells.addBetween(states.sums, first * cells.values.length, last * cells.values.length);
    this.add(cells, rows, last * every, to);
  }

  #keptStates(): States {
    this.#states ??= this.#makeStates();
    return this.#states;
  }

  #makeStates(): States {
    const { rows } = this.#selection;
    const every = this.#every;
    const cells = new Cells(this.#grouping.ids.length, this.#adder.width);
    const states = Math.floor(rows.length / every) + 1;
    const sums = new Float64Array(states * cells.values.length);
    for (let state = 1; state < states; state++) {
      this.add(cells, rows, (state - 1) * every, state * every);
      sums.set(cells.values, state * cells.values.length);
    }
    return { every, sums };
  }
}
