import type { Columns } from '../columns/columns';
import { DISPUTED, LOW, type Selection, type WindowRows } from '../selection/selection';
import { rowsIn, rowsOnceIn } from '../selection/window';
import type { Adder } from './adders';
import { Cells } from './cells';
import { CountedRows } from './counted-rows';
import type { Grouping } from './groupings';
import { SummedRows } from './summed-rows';
import type { SureRows } from './sure-rows';

/** Adds up the groups of a selection by a measure, for one window after the other. */
export class Tally {
  readonly #columns: Columns;
  readonly #selection: Selection;
  readonly grouping: Grouping;
  readonly adder: Adder;
  readonly #firm: Uint8Array;
  readonly #sureRows: SureRows;
  readonly #step: number;
  readonly #cells: Cells;
  #lastWindow: WindowRows | null = null;
  #isMoving = false;

  constructor(columns: Columns, selection: Selection, grouping: Grouping, adder: Adder, step: number) {
    this.#step = step;
    this.#columns = columns;
    this.#selection = selection;
    this.grouping = grouping;
    this.adder = adder;
    const firmness = grouping.asksLinks ? selection.firmness.asked : selection.firmness.granted;
    this.#firm = firmness.ofList;
    const Rows = adder.figures === null ? CountedRows : SummedRows;
    this.#sureRows = new Rows(columns, selection, grouping, firmness, adder, step);
    this.#cells = this.cells();
  }

  cells(): Cells {
    return new Cells(this.grouping.ids.length, this.adder.width);
  }

  /**
   * The sums over the whole window, until the next one is asked for. Where the window moves they come from sums that are kept:
   * who asks for one alone need not pay for them.
   */
  over(from: number, to: number): Cells {
    const found = rowsIn(this.#columns, this.#selection, from, to);
    this.#isMoving ||= this.#lastWindow !== null && this.#lastWindow !== found;
    this.#lastWindow = found;
    this.#cells.clear();
    for (const stretch of found.stretches) {
      if (this.#isMoving && stretch.to - stretch.from > this.#step) {
        this.#sureRows.addKept(this.#cells, stretch.from, stretch.to);
      } else this.#sureRows.add(this.#cells, this.#selection.rows, stretch.from, stretch.to);
    }
    this.#addOthers(this.#cells, found);
    return this.#cells;
  }

  /** Adds what lies in a part of the window, such as a bin; `isCut` where it moves with the window, so that others ask for it. */
  addPart(cells: Cells, from: number, to: number, isCut: boolean): void {
    const find = isCut ? rowsIn : rowsOnceIn;
    const found = find(this.#columns, this.#selection, from, to);
    for (const stretch of found.stretches) {
      this.#sureRows.add(cells, this.#selection.rows, stretch.from, stretch.to);
    }
    this.#addOthers(cells, found);
  }

  /** Adds what stands at the edges of a window. */
  #addOthers(cells: Cells, { sure, doubtful, shares }: WindowRows): void {
    if (sure.length > 0) this.#sureRows.add(cells, sure, 0, sure.length);
    const { codes, starts, groups, firm } = this.grouping;
    const lists = this.#columns.linkLists.codes;
    const figures = this.adder.figures?.codes;
    for (let at = 0; at < doubtful.length; at++) {
      const [row, share] = [doubtful[at]!, shares[at]!];
      const allowed = this.#firm[lists[row]!]! & ~LOW;
      const [code, figure] = [codes[row]!, figures === undefined ? 0 : figures[row]!];
      for (let i = starts[code]!; i < starts[code + 1]!; i++) {
        this.adder.add(cells, groups[i]!, figure, share, (firm[i]! | DISPUTED) & allowed, 1);
      }
    }
  }
}
