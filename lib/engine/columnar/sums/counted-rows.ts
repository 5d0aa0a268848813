import type { Columns } from '../columns/columns';
import { BEST, type Firmness, LOW, type Selection, type WindowRows } from '../selection/selection';
import type { AddedRows, Moves } from './added-rows';
import type { Adder } from './adders';
import { banksOf, countInBanks, paysInBanks } from './banks';
import type { Cells } from './cells';
import type { Grouping, Slots } from './groupings';
import { MovingSums } from './moving-sums';
import { FRACTIONS } from './steady';

const ALLOWED = BEST | LOW;
const KINDS = ALLOWED + 1;

/** Where no more rows than so many for each slot are added, each is added by itself. */
const MANY = 2;

/**
 * The slot of each code where every code has one group or none, of rows that are as firm as one kind; those of none have the slot
 * beyond all. One alone where it is that of all codes, so that rows need not be looked at.
 */
function slotsOfCodes({ starts }: Grouping, slotOf: Uint32Array, none: number): Uint32Array | null {
  const slots = new Uint32Array(starts.length - 1).fill(none);
  for (let code = 0; code < slots.length; code++) {
    const members = starts[code + 1]! - starts[code]!;
    if (members > 1) return null;
    if (members === 1) slots[code] = slotOf[starts[code]!]!;
  }
  return slots.every((slot) => slot === slots[0]) ? slots.subarray(0, 1) : slots;
}

/**
 * Counts the rows of a selection under the groups of a grouping. Whole incidents are counted by slot, a number each; what that
 * makes of low, best and high follows at the end.
 */
export class CountedRows implements AddedRows {
  readonly #grouping: Grouping;
  readonly #links: Columns['linkLists'];
  readonly #firmness: Firmness;
  readonly #adder: Adder;
  readonly #slots: Slots;
  /** By slot, and one for what is in no group. */
  readonly #counts: Float64Array;
  /** Where all rows are as firm and each has one group at most. */
  readonly #slotOfCode: Uint32Array | null;
  /** The slots of the members of codes where all rows are as firm. */
  readonly #slotOfMember: Uint32Array | null;
  readonly #moving: MovingSums;
  #alike: Int32Array | null = null;
  #banks: Int32Array | null = null;

  constructor(
    { linkLists, size }: Columns,
    selection: Selection,
    grouping: Grouping,
    firmness: Firmness,
    adder: Adder,
    { step, windows }: Moves,
  ) {
    this.#grouping = grouping;
    this.#links = linkLists;
    this.#firmness = firmness;
    this.#adder = adder;
    this.#slots = grouping.slots(firmness.kinds);
    const none = this.#slots.groups.length;
    this.#counts = new Float64Array(none + 1);
    const [kind, ...others] = firmness.kinds;
    const slotOf = kind === undefined || others.length > 0 ? null : this.#slots.of[kind]!;
    this.#slotOfMember = slotOf;
    this.#slotOfCode = slotOf && slotsOfCodes(grouping, slotOf, none);
    this.#moving = new MovingSums({
      ...{ numbers: none + 1, rows: selection.size, size, step, windows },
      add: (sums, from, to, sign) => this.#count(sums, selection.rows, from, to, sign),
    });
  }

  add(cells: Cells, rows: Uint32Array | null, from: number, to: number): void {
    const counts = this.#counts;
    if (to - from < counts.length * MANY) {
      this.#addEach(cells.values, rows, from, to);
      return;
    }
    counts.fill(0);
    this.#count(counts, rows, from, to, 1);
    this.#addSlots(cells.values, counts);
  }

  setWindow(cells: Cells, found: WindowRows): void {
    const counts = this.#counts;
    counts.set(this.#moving.over(found.stretches));
    this.#count(counts, found.sure, 0, found.sure.length, 1);
    cells.values.fill(0);
    this.#addSlots(cells.values, counts);
    this.addDoubtful(cells, found);
  }

  addDoubtful(cells: Cells, found: WindowRows): void {
    if (this.#slotOfCode === null) this.#addDoubtfulMembers(cells, found);
    else this.#addDoubtfulSlots(this.#slotOfCode, cells, found);
  }

  #addDoubtfulSlots(slots: Uint32Array, { values }: Cells, found: WindowRows): void {
    const { groups, firm } = this.#slots;
    const { width } = this.#adder;
    const { doubtful, steps, allSteps } = found;
    if (slots.length === 1) {
      const slot = slots[0]!;
      if (slot === groups.length) return;
      const place = groups[slot]! * width;
      values[place]! += doubtful.length;
      if ((firm[slot]! & BEST) === 0) return;
      for (let part = 0; part < FRACTIONS; part++) values[place + 2 + part]! += allSteps[part]!;
      return;
    }
    const { codes } = this.#grouping;
    for (let at = 0, step = 0; at < doubtful.length; at++, step += FRACTIONS) {
      const slot = slots[codes[doubtful[at]!]!]!;
      if (slot === groups.length) continue;
      const place = groups[slot]! * width;
      values[place]! += 1;
      if ((firm[slot]! & BEST) === 0) continue;
      values[place + 2]! += steps[step]!;
      values[place + 3]! += steps[step + 1]!;
      values[place + 4]! += steps[step + 2]!;
    }
  }

  #addDoubtfulMembers({ values }: Cells, { doubtful, steps }: WindowRows): void {
    const { codes, starts, groups, firm } = this.#grouping;
    const { ofList } = this.#firmness;
    const { width } = this.#adder;
    const lists = this.#links.codes;
    for (let at = 0, step = 0; at < doubtful.length; at++, step += FRACTIONS) {
      const row = doubtful[at]!;
      const allowed = ofList[lists[row]!]! & BEST;
      const code = codes[row]!;
      for (let i = starts[code]!; i < starts[code + 1]!; i++) {
        const place = groups[i]! * width;
        values[place]! += 1;
        if ((firm[i]! & allowed) === 0) continue;
        values[place + 2]! += steps[step]!;
        values[place + 3]! += steps[step + 1]!;
        values[place + 4]! += steps[step + 2]!;
      }
    }
  }

  /** Adds incidents that are counted by slot, as `COUNT` adds whole ones. */
  #addSlots(sums: Float64Array, counts: Float64Array): void {
    const { groups, firm } = this.#slots;
    const { width } = this.#adder;
    for (let slot = 0; slot < groups.length; slot++) {
      const count = counts[slot]!;
      if (count === 0) continue;
      const at = groups[slot]! * width;
      sums[at]! += count;
      if ((firm[slot]! & LOW) !== 0) sums[at + 1]! += count;
      if ((firm[slot]! & BEST) !== 0) sums[at + 2]! += count;
    }
  }

  #addSlot(sums: Float64Array, slot: number, count: number): void {
    const { groups, firm } = this.#slots;
    const at = groups[slot]! * this.#adder.width;
    const kind = firm[slot]!;
    sums[at]! += count;
    if ((kind & LOW) !== 0) sums[at + 1]! += count;
    if ((kind & BEST) !== 0) sums[at + 2]! += count;
  }

  #addEach(sums: Float64Array, rows: Uint32Array | null, from: number, to: number): void {
    const { codes, starts } = this.#grouping;
    const { ofList } = this.#firmness;
    const { of } = this.#slots;
    const lists = this.#links.codes;
    for (let at = from; at < to; at++) {
      const row = rows === null ? at : rows[at]!;
      const slotOf = of[ofList[lists[row]!]! & ALLOWED]!;
      const code = codes[row]!;
      for (let i = starts[code]!; i < starts[code + 1]!; i++) this.#addSlot(sums, slotOf[i]!, 1);
    }
  }

  #count(counts: Float64Array, rows: Uint32Array | null, from: number, to: number, sign: 1 | -1): void {
    if (this.#slotOfCode !== null) this.#countSlots(this.#slotOfCode, counts, rows, from, to, sign);
    else if (to - from < this.#grouping.starts.length) this.#countByMembers(counts, rows, from, to, sign);
    else this.#countAlike(counts, rows, from, to, sign);
  }

  #countSlots(
    slots: Uint32Array,
    counts: Float64Array,
    rows: Uint32Array | null,
    from: number,
    to: number,
    sign: 1 | -1,
  ): void {
    if (slots.length === 1) {
      counts[slots[0]!]! += sign * (to - from);
      return;
    }
    const { codes } = this.#grouping;
    if (paysInBanks(counts.length, to - from)) {
      this.#banks ??= banksOf(counts.length);
      countInBanks(this.#banks, counts, slots, codes, rows, from, to, sign);
    } else if (rows === null) for (let row = from; row < to; row++) counts[slots[codes[row]!]!]! += sign;
    else for (let at = from; at < to; at++) counts[slots[codes[rows[at]!]!]!]! += sign;
  }

  #countByMembers(
    counts: Float64Array,
    rows: Uint32Array | null,
    from: number,
    to: number,
    sign: 1 | -1,
  ): void {
    const { codes, starts } = this.#grouping;
    const { ofList } = this.#firmness;
    const { of } = this.#slots;
    const lists = this.#links.codes;
    const alike = this.#slotOfMember;
    for (let at = from; at < to; at++) {
      const row = rows === null ? at : rows[at]!;
      const slotOf = alike ?? of[ofList[lists[row]!]! & ALLOWED]!;
      const code = codes[row]!;
      for (let i = starts[code]!; i < starts[code + 1]!; i++) counts[slotOf[i]!]! += sign;
    }
  }

  /** Counts rows that are of one code and as firm, and then the groups of all of them at once. */
  #countAlike(counts: Float64Array, rows: Uint32Array | null, from: number, to: number, sign: 1 | -1): void {
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
      const code = Math.floor(key / KINDS);
      const slotOf = this.#slots.of[key % KINDS]!;
      for (let i = starts[code]!; i < starts[code + 1]!; i++) counts[slotOf[i]!]! += count;
    }
  }

  #countKinds(alike: Int32Array, rows: Uint32Array | null, from: number, to: number, sign: 1 | -1): void {
    const { codes } = this.#grouping;
    const { ofList } = this.#firmness;
    const lists = this.#links.codes;
    for (let at = from; at < to; at++) {
      const row = rows === null ? at : rows[at]!;
      alike[codes[row]! * KINDS + (ofList[lists[row]!]! & ALLOWED)]! += sign;
    }
  }

  /** The same of rows that are all as firm. */
  #countCodes(
    alike: Int32Array,
    kind: number,
    rows: Uint32Array | null,
    from: number,
    to: number,
    sign: 1 | -1,
  ): void {
    const { codes, starts } = this.#grouping;
    if (starts.length === 2) alike[kind]! += sign * (to - from);
    else if (rows === null) for (let row = from; row < to; row++) alike[codes[row]! * KINDS + kind]! += sign;
    else for (let at = from; at < to; at++) alike[codes[rows[at]!]! * KINDS + kind]! += sign;
  }
}
