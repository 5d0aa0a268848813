import type { Columns } from '../columns/columns';
import { BEST, type Firmness, LOW, type Selection } from '../selection/selection';
import type { Adder } from './adders';
import type { Cells } from './cells';
import type { Grouping, Slots } from './groupings';
import { type SureRows, stateDistance } from './sure-rows';

const ALLOWED = BEST | LOW;
const KINDS = ALLOWED + 1;

/** Counts after each so many rows: those of a state one after the other, by slot. */
interface States {
  readonly every: number;
  readonly counts: Uint32Array;
}

/** Counts the rows of a selection under the groups of a grouping. */
export class CountedRows implements SureRows {
  readonly #selection: Selection;
  readonly #grouping: Grouping;
  readonly #lists: Columns['linkLists']['codes'];
  readonly #firmness: Firmness;
  readonly #adder: Adder;
  readonly #slots: Slots;
  readonly #counts: Uint32Array;
  readonly #every: number;
  #alike: Uint32Array | null = null;
  #states: States | null = null;

  constructor(
    { linkLists, size }: Columns,
    selection: Selection,
    grouping: Grouping,
    firmness: Firmness,
    adder: Adder,
    step: number,
  ) {
    this.#selection = selection;
    this.#grouping = grouping;
    this.#lists = linkLists.codes;
    this.#firmness = firmness;
    this.#adder = adder;
    this.#slots = grouping.slots(firmness.kinds);
    this.#counts = new Uint32Array(this.#slots.groups.length);
    this.#every = stateDistance(size, selection.rows.length, this.#counts.byteLength, step);
  }

  add(cells: Cells, rows: Uint32Array, from: number, to: number): void {
    this.#count(this.#counts, rows, from, to);
    this.#hand(cells);
  }

  addKept(cells: Cells, from: number, to: number): void {
    const { rows } = this.#selection;
    const { every, counts: states } = this.#keptStates();
    const [first, last] = [Math.ceil(from / every), Math.floor(to / every)];
    if (last <= first) {
      this.add(cells, rows, from, to);
      return;
    }
    const counts = this.#counts;
    this.#count(counts, rows, from, first * every);
    this.#count(counts, rows, last * every, to);
    const [earlier, later] = [first * counts.length, last * counts.length];
    for (let slot = 0; slot < counts.length; slot++) {
      counts[slot]! += states[later + slot]! - states[earlier + slot]!;
    }
    this.#hand(cells);
  }

  /** Hands on what was counted. */
  #hand(cells: Cells): void {
    const { groups, firm } = this.#slots;
    const counts = this.#counts;
    for (let slot = 0; slot < counts.length; slot++) {
      const count = counts[slot]!;
      if (count > 0) this.#adder.add(cells, groups[slot]!, 0, 1, firm[slot]!, count);
    }
    counts.fill(0);
  }

  #count(counts: Uint32Array, rows: Uint32Array, from: number, to: number): void {
    const [kind, ...others] = this.#firmness.kinds;
    const slotOf = kind === undefined || others.length > 0 ? undefined : this.#slots.of[kind];
    if (slotOf !== undefined && this.#slots.isSingle) this.#countByCode(counts, slotOf, rows, from, to);
    else if (to - from < this.#grouping.starts.length * KINDS) this.#countByMembers(counts, rows, from, to);
    else this.#countAlike(counts, rows, from, to);
  }

  /** Counts rows that are all as firm, and each in one group. */
  #countByCode(counts: Uint32Array, slotOf: Uint32Array, rows: Uint32Array, from: number, to: number): void {
    const { codes } = this.#grouping;
    for (let at = from; at < to; at++) counts[slotOf[codes[rows[at]!]!]!]!++;
  }

  #countByMembers(counts: Uint32Array, rows: Uint32Array, from: number, to: number): void {
    const { codes, starts } = this.#grouping;
    const { ofList } = this.#firmness;
    const { of } = this.#slots;
    for (let at = from; at < to; at++) {
      const row = rows[at]!;
      const slotOf = of[ofList[this.#lists[row]!]! & ALLOWED]!;
      const code = codes[row]!;
      for (let i = starts[code]!; i < starts[code + 1]!; i++) counts[slotOf[i]!]!++;
    }
  }

  /** Counts rows that are of one code and as firm, and then the groups of all of them at once. */
  #countAlike(counts: Uint32Array, rows: Uint32Array, from: number, to: number): void {
    const { codes, starts } = this.#grouping;
    const { ofList } = this.#firmness;
    const lists = this.#lists;
    this.#alike ??= new Uint32Array(starts.length * KINDS);
    const alike = this.#alike;
    for (let at = from; at < to; at++) {
      const row = rows[at]!;
      alike[codes[row]! * KINDS + (ofList[lists[row]!]! & ALLOWED)]!++;
    }
    for (let key = 0; key < alike.length; key++) {
      const count = alike[key]!;
      if (count === 0) continue;
      alike[key] = 0;
      const [code, slotOf] = [Math.floor(key / KINDS), this.#slots.of[key % KINDS]!];
      for (let i = starts[code]!; i < starts[code + 1]!; i++) counts[slotOf[i]!]! += count;
    }
  }

  #keptStates(): States {
    this.#states ??= this.#makeStates();
    return this.#states;
  }

  #makeStates(): States {
    const { rows } = this.#selection;
    const [every, slots] = [this.#every, this.#counts.length];
    const states = Math.floor(rows.length / every) + 1;
    const counts = new Uint32Array(states * slots);
    const counted = new Uint32Array(slots);
    for (let state = 1; state < states; state++) {
      this.#count(counted, rows, (state - 1) * every, state * every);
      counts.set(counted, state * slots);
    }
    return { every, counts };
  }
}
