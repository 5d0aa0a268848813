import type { Columns } from '../columns/columns';
import { DISPUTED, LOW, type Selection, type WindowRows } from '../selection/selection';
import { countIn, rowsIn, rowsOnceIn } from '../selection/window';
import type { Adder } from './adders';
import { Cells } from './cells';
import { CountedRows } from './counted-rows';
import type { Grouping } from './groupings';
import { SummedRows } from './summed-rows';
import type { Moves, SureRows } from './sure-rows';

/** Adds up the groups of a selection by a measure, for one window after the other. */
export class Tally {
  readonly #columns: Columns;
  readonly #selection: Selection;
  readonly grouping: Grouping;
  readonly adder: Adder;
  readonly #firm: Uint8Array;
  readonly #sureRows: SureRows;
  readonly #cells: Cells;
  #last: WindowRows | null = null;
  #all: { readonly found: WindowRows; readonly cells: Cells } | null = null;

  /** `moves.windows`: how many windows are asked for in turn. */
  constructor(columns: Columns, selection: Selection, grouping: Grouping, adder: Adder, moves: Moves) {
    this.#columns = columns;
    this.#selection = selection;
    this.grouping = grouping;
    this.adder = adder;
    const firmness = grouping.asksLinks ? selection.firmness.asked : selection.firmness.granted;
    this.#firm = firmness.ofList;
    const Rows = adder.figures === null ? CountedRows : SummedRows;
    this.#sureRows = new Rows(columns, selection, grouping, firmness, adder, moves);
    this.#cells = this.cells();
  }

  cells(): Cells {
    return new Cells(this.grouping.ids.length, this.adder.width);
  }

  /** The sums over a window, until the next one is asked for. */
  over(from: number, to: number): Cells {
    const found = rowsIn(this.#columns, this.#selection, from, to);
    if (countIn(found) === this.#selection.rows.length) return this.#overAll(found);
    if (this.#last === found) return this.#cells;
    this.#last = found;
    this.#cells.clear();
    this.#addAll(this.#cells, found);
    return this.#cells;
  }

  /** The sums over a window that holds all rows: most dashboards ask for one, whatever their own. */
  #overAll(found: WindowRows): Cells {
    if (this.#all?.found === found) return this.#all.cells;
    const cells = this.cells();
    this.#addAll(cells, found);
    this.#all = { found, cells };
    return cells;
  }

  #addAll(cells: Cells, found: WindowRows): void {
    this.#sureRows.addWindow(cells, found.stretches);
    this.#addOthers(cells, found);
  }

  /** Adds what lies in a window that nobody will ask for again, nor for one near it. */
  addOnce(cells: Cells, from: number, to: number): void {
    const found = rowsOnceIn(this.#columns, this.#selection, from, to);
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
