import type { FacetValue } from '../../../query/result';
import type { Columns } from '../columns/columns';
import type { Selection, WindowRows } from '../selection/selection';
import { countIn, nextDay, rowsIn } from '../selection/window';
import type { AddedRows, Moves } from './added-rows';
import type { Adder } from './adders';
import { Cells } from './cells';
import { CountedRows } from './counted-rows';
import type { Grouping } from './groupings';
import { KeptCounts } from './kept-counts';
import { SummedRows } from './summed-rows';

/** Sums of groups for one window after the other. */
export interface WindowSums {
  readonly grouping: Grouping;
  readonly adder: Adder;
  /** The sums over a window, until the next one is asked for. */
  over(from: number, to: number): Cells;
  /** The incidents of each group that has any in a window. A value that is as it was stays the same, and all of them where none is another. */
  countsOver(from: number, to: number): readonly FacetValue[];
}

/** Adds up the groups of a selection by a measure, for one window after the other. */
export class Tally implements WindowSums {
  readonly #columns: Columns;
  readonly #selection: Selection;
  readonly grouping: Grouping;
  readonly adder: Adder;
  readonly #rows: AddedRows;
  #cells: Cells | null = null;
  #counts: KeptCounts | null = null;
  #last: WindowRows | null = null;
  #all: { readonly found: WindowRows; readonly cells: Cells } | null = null;

  /** `moves.windows`: how many windows are asked for in turn. */
  constructor(columns: Columns, selection: Selection, grouping: Grouping, adder: Adder, moves: Moves) {
    this.#columns = columns;
    this.#selection = selection;
    this.grouping = grouping;
    this.adder = adder;
    const firmness = grouping.asksLinks ? selection.firmness.asked : selection.firmness.granted;
    const Rows = adder.figures === null ? CountedRows : SummedRows;
    this.#rows = new Rows(columns, selection, grouping, firmness, adder, moves);
  }

  cells(): Cells {
    return new Cells(this.grouping.ids.length, this.adder.width);
  }

  over(from: number, to: number): Cells {
    const found = rowsIn(this.#columns, this.#selection, from, to);
    if (countIn(found) === this.#selection.size) return this.#overAll(found);
    this.#cells ??= this.cells();
    if (this.#last === found) return this.#cells;
    this.#last = found;
    this.#rows.setWindow(this.#cells, found);
    return this.#cells;
  }

  /** The sums over a window that holds all rows: most dashboards ask for one, whatever their own. */
  #overAll(found: WindowRows): Cells {
    if (this.#all?.found === found) return this.#all.cells;
    const cells = this.cells();
    this.#rows.setWindow(cells, found);
    this.#all = { found, cells };
    return cells;
  }

  /** As that of the selection. */
  nextDay(day: number): number {
    return nextDay(this.#columns, this.#selection, day);
  }

  /** Adds the rows of a window, none of which is kept. */
  addOnce(cells: Cells, found: WindowRows): void {
    for (const stretch of found.stretches) {
      this.#rows.add(cells, this.#selection.rows, stretch.from, stretch.to);
    }
    if (found.sure.length > 0) this.#rows.add(cells, found.sure, 0, found.sure.length);
    if (found.doubtful.length > 0) this.#rows.addDoubtful(cells, found);
  }

  countsOver(from: number, to: number): readonly FacetValue[] {
    this.#counts ??= new KeptCounts(this.grouping.ids);
    return this.#counts.of(this.over(from, to));
  }
}
