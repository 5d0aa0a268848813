import type { FacetValue } from '../../../query/result';
import type { Columns } from '../columns/columns';
import type { Selection, WindowRows } from '../selection/selection';
import { countIn, rowsIn, rowsOnceIn } from '../selection/window';
import type { AddedRows, Moves } from './added-rows';
import { type Adder, bestAt } from './adders';
import { Cells } from './cells';
import { CountedRows } from './counted-rows';
import type { Grouping } from './groupings';
import { SummedRows } from './summed-rows';

/** Adds up the groups of a selection by a measure, for one window after the other. */
export class Tally {
  readonly #columns: Columns;
  readonly #selection: Selection;
  readonly grouping: Grouping;
  readonly adder: Adder;
  readonly #rows: AddedRows;
  readonly #cells: Cells;
  readonly #counts: FacetValue[] = [];
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
    this.#rows.setWindow(cells, found.stretches);
    this.#addOthers(cells, found);
  }

  /** Adds what lies in a window that nobody will ask for again, nor for one near it. */
  addOnce(cells: Cells, from: number, to: number): void {
    const found = rowsOnceIn(this.#columns, this.#selection, from, to);
    for (const stretch of found.stretches) {
      this.#rows.add(cells, this.#selection.rows, stretch.from, stretch.to);
    }
    this.#addOthers(cells, found);
  }

  /** The incidents of each group that has any in a window. A value that is as it was stays the same. */
  countsOver(from: number, to: number): readonly FacetValue[] {
    const { values, width } = this.over(from, to);
    const { ids } = this.grouping;
    const counts: FacetValue[] = [];
    for (let group = 0, at = 0; group < ids.length; group++, at += width) {
      const high = values[at]!;
      if (high === 0) continue;
      const [low, best] = [values[at + 1]!, bestAt(values, at)];
      const before = this.#counts[group];
      const isSame = before?.low === low && before.best === best && before.high === high;
      const count = isSame ? before : { id: ids[group]!, low, best, high };
      if (!isSame) this.#counts[group] = count;
      counts.push(count);
    }
    return counts;
  }

  /** Adds what stands at the edges of a window. */
  #addOthers(cells: Cells, found: WindowRows): void {
    if (found.sure.length > 0) this.#rows.add(cells, found.sure, 0, found.sure.length);
    if (found.doubtful.length > 0) this.#rows.addDoubtful(cells, found);
  }
}
