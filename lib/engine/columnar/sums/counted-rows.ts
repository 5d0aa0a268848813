import type { Columns } from '../columns/columns';
import { FRACTIONS } from '../columns/steady';
import {
  BEST,
  type Firmness,
  LOW,
  type Selection,
  type Stretch,
  type WindowRows,
} from '../selection/selection';
import type { AddedRows, Moves } from './added-rows';
import type { Adder } from './adders';
import type { Cells } from './cells';
import type { Grouping, Slots } from './groupings';
import { MovingSums } from './moving-sums';

const ALLOWED = BEST | LOW;
const KINDS = ALLOWED + 1;

/** Where no more rows than so many for each slot are added, each is added by itself. */
const MANY = 2;

/** Counts the rows of a selection under the groups of a grouping. */
export class CountedRows implements AddedRows {
  readonly #grouping: Grouping;
  readonly #lists: Columns['linkLists']['codes'];
  readonly #firmness: Firmness;
  readonly #adder: Adder;
  readonly #slots: Slots;
  readonly #counts: Int32Array;
  readonly #moving: MovingSums;
  /** The rows of the selection where it has all, each of which stands in its own place. */
  readonly #allRows: Uint32Array | null;
  #alike: Int32Array | null = null;

  constructor(
    { linkLists, size }: Columns,
    { rows }: Selection,
    grouping: Grouping,
    firmness: Firmness,
    adder: Adder,
    { step, windows }: Moves,
  ) {
    this.#grouping = grouping;
    this.#lists = linkLists.codes;
    this.#firmness = firmness;
    this.#adder = adder;
    this.#slots = grouping.slots(firmness.kinds);
    this.#allRows = rows.length === size ? rows : null;
    this.#counts = new Int32Array(this.#slots.groups.length);
    this.#moving = new MovingSums({
      ...{ numbers: grouping.ids.length * adder.width, rows: rows.length, size, step, windows },
      add: (sums, from, to, sign) => this.#add(sums, rows, from, to, sign),
    });
  }

  add(cells: Cells, rows: Uint32Array, from: number, to: number): void {
    this.#add(cells.values, rows, from, to, 1);
  }

  setWindow(cells: Cells, stretches: readonly Stretch[]): void {
    cells.values.set(this.#moving.over(stretches));
  }

  addDoubtful({ values }: Cells, { doubtful, steps }: WindowRows): void {
    const { codes, starts, groups, firm } = this.#grouping;
    const { ofList } = this.#firmness;
    const { width } = this.#adder;
    for (let at = 0; at < doubtful.length; at++) {
      const row = doubtful[at]!;
      const allowed = ofList[this.#lists[row]!]! & BEST;
      const code = codes[row]!;
      for (let i = starts[code]!; i < starts[code + 1]!; i++) {
        const place = groups[i]! * width;
        values[place]! += 1;
        if ((firm[i]! & allowed) === 0) continue;
        for (let part = 0; part < FRACTIONS; part++)
          values[place + 2 + part]! += steps[at * FRACTIONS + part]!;
      }
    }
  }

  #add(sums: Float64Array, rows: Uint32Array, from: number, to: number, sign: 1 | -1): void {
    const counts = this.#counts;
    if (to - from < counts.length * MANY) {
      this.#addEach(sums, rows, from, to, sign);
      return;
    }
    this.#count(counts, rows, from, to, sign);
    for (let slot = 0; slot < counts.length; slot++) {
      if (counts[slot] !== 0) this.#addSlot(sums, slot, counts[slot]!);
      counts[slot] = 0;
    }
  }

  /** Adds so many incidents, or takes them away, as `COUNT` adds whole ones. */
  #addSlot(sums: Float64Array, slot: number, count: number): void {
    const { groups, firm } = this.#slots;
    const [at, kind] = [groups[slot]! * this.#adder.width, firm[slot]!];
    sums[at]! += count;
    if ((kind & LOW) !== 0) sums[at + 1]! += count;
    if ((kind & BEST) !== 0) sums[at + 2]! += count;
  }

  #addEach(sums: Float64Array, rows: Uint32Array, from: number, to: number, sign: 1 | -1): void {
    const { codes, starts } = this.#grouping;
    const { ofList } = this.#firmness;
    const { of } = this.#slots;
    for (let at = from; at < to; at++) {
      const row = rows[at]!;
      const slotOf = of[ofList[this.#lists[row]!]! & ALLOWED]!;
      const code = codes[row]!;
      for (let i = starts[code]!; i < starts[code + 1]!; i++) this.#addSlot(sums, slotOf[i]!, sign);
    }
  }

  #count(counts: Int32Array, rows: Uint32Array, from: number, to: number, sign: 1 | -1): void {
    if (to - from < this.#grouping.starts.length) this.#countByMembers(counts, rows, from, to, sign);
    else this.#countAlike(counts, rows, from, to, sign);
  }

  #countByMembers(counts: Int32Array, rows: Uint32Array, from: number, to: number, sign: 1 | -1): void {
    const { codes, starts } = this.#grouping;
    const { ofList } = this.#firmness;
    const { of } = this.#slots;
    for (let at = from; at < to; at++) {
      const row = rows[at]!;
      const slotOf = of[ofList[this.#lists[row]!]! & ALLOWED]!;
      const code = codes[row]!;
      for (let i = starts[code]!; i < starts[code + 1]!; i++) counts[slotOf[i]!]! += sign;
    }
  }

  /** Counts rows that are of one code and as firm, and then the groups of all of them at once. */
  #countAlike(counts: Int32Array, rows: Uint32Array, from: number, to: number, sign: 1 | -1): void {
    const { starts } = this.#grouping;
    this.#alike ??= new Int32Array(starts.length * KINDS);
    const alike = this.#alike;
    const [kind = 0, ...others] = this.#firmness.kinds;
    if (others.length > 0) this.#countKinds(alike, rows, from, to, sign);
    else this.#countCodes(alike, kind, rows, from, to, sign);
    for (let key = 0; key < alike.length; key++) {
      const count = alike[key]!;
      if (count === 0) continue;
      alike[key] = 0;
      const [code, slotOf] = [Math.floor(key / KINDS), this.#slots.of[key % KINDS]!];
      for (let i = starts[code]!; i < starts[code + 1]!; i++) counts[slotOf[i]!]! += count;
    }
  }

  #countKinds(alike: Int32Array, rows: Uint32Array, from: number, to: number, sign: 1 | -1): void {
    const { codes } = this.#grouping;
    const { ofList } = this.#firmness;
    const lists = this.#lists;
    for (let at = from; at < to; at++) {
      const row = rows[at]!;
      alike[codes[row]! * KINDS + (ofList[lists[row]!]! & ALLOWED)]! += sign;
    }
  }

  /** The same of rows that are all as firm. */
  #countCodes(
    alike: Int32Array,
    kind: number,
    rows: Uint32Array,
    from: number,
    to: number,
    sign: 1 | -1,
  ): void {
    const { codes, starts } = this.#grouping;
    if (starts.length === 2) alike[kind]! += sign * (to - from);
    else if (rows === this.#allRows)
      for (let row = from; row < to; row++) alike[codes[row]! * KINDS + kind]! += sign;
    else for (let at = from; at < to; at++) alike[codes[rows[at]!]! * KINDS + kind]! += sign;
  }
}
