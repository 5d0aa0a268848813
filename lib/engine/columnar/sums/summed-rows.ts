import type { Columns } from '../columns/columns';
import { DISPUTED, type Firmness, LOW, type Selection, type WindowRows } from '../selection/selection';
import type { AddedRows, Moves } from './added-rows';
import type { Adder, EnteredCells } from './adders';
import { banksOf, countCodes, paysByCode } from './banks';
import type { Cells } from './cells';
import type { Grouping } from './groupings';
import { MovingSums } from './moving-sums';

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

/** So many rows are added sooner than counted by their figures. */
const FEW = 1 << 10;

/** Adds up the figures of rows under the groups of a grouping. */
export class SummedRows implements AddedRows {
  readonly #selection: Selection;
  readonly #grouping: Grouping;
  readonly #links: Columns['linkLists'];
  readonly #firmness: Firmness;
  readonly #adder: Adder;
  readonly #figures: NonNullable<Adder['figures']>;
  readonly #moving: MovingSums;
  readonly #plain: PlainSums;
  /** Whether all rows are in one group. */
  readonly #isOne: boolean;
  #counts: Int32Array | null = null;
  #banks: Int32Array | null = null;

  constructor(
    { linkLists, size }: Columns,
    selection: Selection,
    grouping: Grouping,
    firmness: Firmness,
    adder: Adder,
    { step, windows }: Moves,
  ) {
    this.#selection = selection;
    this.#grouping = grouping;
    this.#links = linkLists;
    this.#firmness = firmness;
    this.#adder = adder;
    this.#figures = adder.figures!;
    this.#plain = new PlainSums(adder.width);
    this.#isOne = grouping.ids.length === 1 && grouping.starts.length === 2;
    this.#moving = new MovingSums({
      ...{ numbers: grouping.ids.length * adder.width, rows: selection.size, size, step, windows },
      add: (sums, from, to, sign) => {
        this.#plain.values = sums;
        this.#add(this.#plain, selection.rows, from, to, sign);
      },
    });
  }

  add(cells: Cells, rows: Uint32Array | null, from: number, to: number): void {
    this.#add(cells, rows, from, to, 1);
  }

  /** Any sum less a part of it is the sum of the others only where sums are exact. */
  setWindow(cells: Cells, found: WindowRows): void {
    const { stretches, sure } = found;
    if (this.#adder.isExact) cells.values.set(this.#moving.over(stretches));
    else {
      cells.values.fill(0);
      for (const { from, to } of stretches) this.#add(cells, this.#selection.rows, from, to, 1);
    }
    this.#add(cells, sure, 0, sure.length, 1);
    this.addDoubtful(cells, found);
  }

  addDoubtful(cells: Cells, found: WindowRows): void {
    const { starts, groups, firm } = this.#grouping;
    const codes = this.#isOne ? null : this.#grouping.codes;
    const figures = this.#figures.codes;
    const { all, ofList } = this.#firmness;
    const { doubtful } = found;
    const lists = this.#links.codes;
    // Where no two rows differ it does not matter which of them have a share.
    if (this.#isOne && all >= 0 && this.#adder.reportsNothing) {
      this.#addUnreported(cells, all, found);
      return;
    }
    const { alike } = this.#adder;
    if (alike !== null && this.#isOne && all >= 0) {
      alike.addDoubtful(cells.values, (firm[0]! | DISPUTED) & all & ~LOW, found);
      return;
    }
    for (let at = 0; at < doubtful.length; at++) {
      const row = doubtful[at]!;
      const allowed = all >= 0 ? all : ofList[lists[row]!]!;
      const code = codes === null ? 0 : codes[row]!;
      for (let i = starts[code]!; i < starts[code + 1]!; i++) {
        const how = (firm[i]! | DISPUTED) & allowed & ~LOW;
        this.#adder.addDoubtful(cells, groups[i]!, figures[row]!, how, found, at);
      }
    }
  }

  #addUnreported(cells: Cells, firm: number, { doubtful, inPart }: WindowRows): void {
    const how = (this.#grouping.firm[0]! | DISPUTED) & firm & ~LOW;
    if (inPart > 0) this.#adder.add(cells, 0, 0, 1, how, inPart);
    if (inPart < doubtful.length) this.#adder.add(cells, 0, 0, 0, how, doubtful.length - inPart);
  }

  /** In one group of all, rows are counted by their figures first. */
  #add(cells: EnteredCells, rows: Uint32Array | null, from: number, to: number, sign: 1 | -1): void {
    if (this.#isOne) this.#addCounted(cells, rows, from, to, sign);
    else this.#addEach(cells, rows, from, to, sign);
  }

  #addEach(cells: EnteredCells, rows: Uint32Array | null, from: number, to: number, sign: 1 | -1): void {
    const { codes, starts, groups, firm } = this.#grouping;
    const figures = this.#figures.codes;
    const { ofList } = this.#firmness;
    const lists = this.#links.codes;
    for (let at = from; at < to; at++) {
      const row = rows === null ? at : rows[at]!;
      const code = codes[row]!;
      const allowed = ofList[lists[row]!]!;
      for (let i = starts[code]!; i < starts[code + 1]!; i++) {
        this.#adder.add(cells, groups[i]!, figures[row]!, 1, (firm[i]! | DISPUTED) & allowed, sign);
      }
    }
  }

  #addCounted(cells: EnteredCells, rows: Uint32Array | null, from: number, to: number, sign: 1 | -1): void {
    const { all } = this.#firmness;
    const { alike } = this.#adder;
    // Where no two rows differ they need not be looked at.
    if (this.#figures.size === 1 && all >= 0 && from < to) this.#addAlike(cells, all, sign * (to - from));
    else if (all >= 0 && (alike === null || to - from > FEW) && paysByCode(this.#figures.size, to - from))
      this.#countInBanks(cells, all, rows, from, to, sign);
    else if (alike !== null && all >= 0)
      alike.add(cells.values, (this.#grouping.firm[0]! | DISPUTED) & all, rows, from, to, sign);
    else this.#countFigures(cells, rows, from, to, sign);
  }

  /** The same of many rows that are all as firm. */
  #countInBanks(
    cells: EnteredCells,
    firm: number,
    rows: Uint32Array | null,
    from: number,
    to: number,
    sign: 1 | -1,
  ): void {
    this.#banks ??= banksOf(this.#figures.size);
    const counts = countCodes(this.#banks, this.#figures.codes, rows, from, to);
    for (let figure = 0; figure < counts.length; figure++) {
      if (counts[figure] !== 0) this.#addAlike(cells, (figure << FIRM_BITS) | firm, sign * counts[figure]!);
    }
    this.#banks.fill(0);
  }

  #countFigures(cells: EnteredCells, rows: Uint32Array | null, from: number, to: number, sign: 1 | -1): void {
    const figures = this.#figures.codes;
    this.#counts ??= new Int32Array(this.#figures.size << FIRM_BITS);
    const counts = this.#counts;
    const { all, ofList } = this.#firmness;
    const lists = this.#links.codes;
    const keys: number[] = [];
    for (let at = from; at < to; at++) {
      const row = rows === null ? at : rows[at]!;
      const key = (figures[row]! << FIRM_BITS) | (all >= 0 ? all : ofList[lists[row]!]!);
      if (counts[key]! === 0) keys.push(key);
      counts[key]! += sign;
    }
    for (const key of keys) {
      this.#addAlike(cells, key, counts[key]!);
      counts[key] = 0;
    }
  }

  /** Adds so many incidents of one figure that are as firm. */
  #addAlike(cells: EnteredCells, key: number, count: number): void {
    const allowed = key & ((1 << FIRM_BITS) - 1);
    const firm = (this.#grouping.firm[0]! | DISPUTED) & allowed;
    this.#adder.add(cells, 0, key >> FIRM_BITS, 1, firm, count);
  }
}
