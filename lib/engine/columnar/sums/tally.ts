import type { FacetValue } from '../../../query/result';
import type { Columns } from '../columns/columns';
import type { Selection, WindowRows } from '../selection/selection';
import { countIn, nextDay, rowsIn, rowsOnceIn } from '../selection/window';
import type { AddedRows, Moves } from './added-rows';
import { type Adder, bestAt } from './adders';
import { Cells } from './cells';
import { CountedRows } from './counted-rows';
import type { Grouping } from './groupings';
import { SummedRows } from './summed-rows';

/** The incidents of groups as values, for one window after the other: only those of groups that changed are made anew. */
class KeptCounts {
  readonly #ids: readonly (string | null)[];
  /** The cells of which values were made last. */
  #shown = new Float64Array(0);
  readonly #values: (FacetValue | undefined)[];
  /** Where the value of a group stands in the list. */
  readonly #places: Uint32Array;
  readonly #changed: Uint32Array;
  #list: readonly FacetValue[] = [];

  constructor(ids: readonly (string | null)[]) {
    this.#ids = ids;
    this.#values = ids.map(() => undefined);
    this.#places = new Uint32Array(ids.length);
    this.#changed = new Uint32Array(ids.length);
  }

  /** The values of the groups that have any; the same list where all are as they were. */
  of(cells: Cells): readonly FacetValue[] {
    const changes = this.#findChanges(cells);
    if (changes === 0) return this.#list;
    let isLonger = false;
    for (let at = 0; at < changes; at++) isLonger = this.#update(cells, this.#changed[at]!) || isLonger;
    this.#list = isLonger ? this.#listed() : this.#patched(changes);
    return this.#list;
  }

  /** Notes the groups that are not as they were shown, and gives how many they are. */
  #findChanges({ values, width }: Cells): number {
    if (this.#shown.length !== values.length) this.#shown = new Float64Array(values.length);
    const shown = this.#shown;
    let changes = 0;
    for (let group = 0, at = 0; at < values.length; group++, at += width) {
      let part = 0;
      while (part < width && values[at + part] === shown[at + part]) part++;
      if (part < width) this.#changed[changes++] = group;
    }
    shown.set(values);
    return changes;
  }

  /** Makes the value of a group; gives whether it has one now and had none, or the other way round. */
  #update({ values, width }: Cells, group: number): boolean {
    const at = group * width;
    const had = this.#values[group] !== undefined;
    const high = values[at]!;
    this.#values[group] =
      high === 0
        ? undefined
        : { id: this.#ids[group]!, low: values[at + 1]!, best: bestAt(values, at), high };
    return had !== (high !== 0);
  }

  #listed(): readonly FacetValue[] {
    const list: FacetValue[] = [];
    for (const [group, value] of this.#values.entries()) {
      if (value === undefined) continue;
      this.#places[group] = list.length;
      list.push(value);
    }
    return list;
  }

  #patched(changes: number): readonly FacetValue[] {
    const list = this.#list.slice();
    for (let at = 0; at < changes; at++) {
      const group = this.#changed[at]!;
      const value = this.#values[group];
      if (value !== undefined) list[this.#places[group]!] = value;
    }
    return list;
  }
}

/** Adds up the groups of a selection by a measure, for one window after the other. */
export class Tally {
  readonly #columns: Columns;
  readonly #selection: Selection;
  readonly grouping: Grouping;
  readonly adder: Adder;
  readonly #rows: AddedRows;
  readonly #cells: Cells;
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
    this.#cells = this.cells();
  }

  cells(): Cells {
    return new Cells(this.grouping.ids.length, this.adder.width);
  }

  /** The sums over a window, until the next one is asked for. */
  over(from: number, to: number): Cells {
    const found = rowsIn(this.#columns, this.#selection, from, to);
    if (countIn(found) === this.#selection.size) return this.#overAll(found);
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

  /** Adds what lies in a window that nobody will ask for again, nor for one near it. */
  addOnce(cells: Cells, from: number, to: number): void {
    const found = rowsOnceIn(this.#columns, this.#selection, from, to);
    for (const stretch of found.stretches) {
      this.#rows.add(cells, this.#selection.rows, stretch.from, stretch.to);
    }
    if (found.sure.length > 0) this.#rows.add(cells, found.sure, 0, found.sure.length);
    if (found.doubtful.length > 0) this.#rows.addDoubtful(cells, found);
  }

  /** The incidents of each group that has any in a window. A value that is as it was stays the same, and all of them where none is another. */
  countsOver(from: number, to: number): readonly FacetValue[] {
    this.#counts ??= new KeptCounts(this.grouping.ids);
    return this.#counts.of(this.over(from, to));
  }
}
