import type { Columns } from '../columns/columns';
import { DISPUTED, type Firmness, type Selection, type Stretch } from '../selection/selection';
import type { Adder, EnteredCells } from './adders';
import type { Cells } from './cells';
import type { Grouping } from './groupings';
import { MovingSums } from './moving-sums';
import type { Moves, SureRows } from './sure-rows';

/** By how many bits a figure is shifted to make room for how firm a row is. */
const FIRM_BITS = 3;

/** Sums of groups that stand as they do in cells, of which some may be taken away. */
class PlainSums implements EnteredCells {
  values: Float64Array = new Float64Array(0);
  readonly #width: number;

  constructor(width: number) {
    this.#width = width;
  }

  enter(group: number, count: number): number {
    const at = group * this.#width;
    this.values[at]! += count;
    return at;
  }
}

/** Adds up the figures of rows under the groups of a grouping. */
export class SummedRows implements SureRows {
  readonly #selection: Selection;
  readonly #grouping: Grouping;
  readonly #lists: Columns['linkLists']['codes'];
  readonly #firm: Uint8Array;
  readonly #allFirm: number;
  readonly #adder: Adder;
  readonly #figures: NonNullable<Adder['figures']>;
  readonly #moving: MovingSums<Float64Array>;
  readonly #plain: PlainSums;
  #counts: Int32Array | null = null;

  constructor(
    { linkLists, size }: Columns,
    selection: Selection,
    grouping: Grouping,
    { ofList, all }: Firmness,
    adder: Adder,
    { step, windows }: Moves,
  ) {
    this.#selection = selection;
    this.#grouping = grouping;
    this.#lists = linkLists.codes;
    this.#firm = ofList;
    this.#allFirm = all;
    this.#adder = adder;
    this.#figures = adder.figures!;
    this.#plain = new PlainSums(adder.width);
    const { rows } = selection;
    this.#moving = new MovingSums({
      ...{ numbers: grouping.ids.length * adder.width, rows: rows.length, size, step, windows },
      add: (sums, from, to, sign) => {
        this.#plain.values = sums;
        this.#add(this.#plain, rows, from, to, sign);
      },
      make: (length) => new Float64Array(length),
    });
  }

  add(cells: Cells, rows: Uint32Array, from: number, to: number): void {
    this.#add(cells, rows, from, to, 1);
  }

  /** Any sum less a part of it is the sum of the others only where sums are exact. */
  addWindow(cells: Cells, stretches: readonly Stretch[]): void {
    if (this.#adder.isExact) cells.addAll(this.#moving.over(stretches));
    else for (const { from, to } of stretches) this.#add(cells, this.#selection.rows, from, to, 1);
  }

  /** In one group of all, rows are counted by their figures first, where they are more than there are counts. */
  #add(cells: EnteredCells, rows: Uint32Array, from: number, to: number, sign: 1 | -1): void {
    const { ids, starts } = this.#grouping;
    const isOne = ids.length === 1 && starts.length === 2;
    if (isOne && to - from >= this.#figures.size << FIRM_BITS) this.#addCounted(cells, rows, from, to, sign);
    else this.#addEach(cells, rows, from, to, sign);
  }

  #addEach(cells: EnteredCells, rows: Uint32Array, from: number, to: number, sign: 1 | -1): void {
    const { codes, starts, groups, firm } = this.#grouping;
    const figures = this.#figures.codes;
    for (let at = from; at < to; at++) {
      const row = rows[at]!;
      const [code, allowed] = [codes[row]!, this.#firm[this.#lists[row]!]!];
      for (let i = starts[code]!; i < starts[code + 1]!; i++) {
        this.#adder.add(cells, groups[i]!, figures[row]!, 1, (firm[i]! | DISPUTED) & allowed, sign);
      }
    }
  }

  #addCounted(cells: EnteredCells, rows: Uint32Array, from: number, to: number, sign: 1 | -1): void {
    const figures = this.#figures.codes;
    this.#counts ??= new Int32Array(this.#figures.size << FIRM_BITS);
    const counts = this.#counts;
    const [all, firmOf, lists] = [this.#allFirm, this.#firm, this.#lists];
    // Where no two rows differ they need not be looked at.
    if (all >= 0 && this.#figures.size === 1) counts[all]! += sign * (to - from);
    else if (all >= 0)
      for (let at = from; at < to; at++) counts[(figures[rows[at]!]! << FIRM_BITS) | all]! += sign;
    else {
      for (let at = from; at < to; at++) {
        const row = rows[at]!;
        counts[(figures[row]! << FIRM_BITS) | firmOf[lists[row]!]!]! += sign;
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
}
