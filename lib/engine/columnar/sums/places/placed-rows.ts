import type { PlacesQuery } from '../../../../query/query';
import { type Bits, hasRow, include, noRows } from '../../columns/bits';
import type { Columns } from '../../columns/columns';
import type { Codes } from '../../columns/dictionary';
import { type Locations, locationsOf, OFF_CODES } from '../../columns/locations';
import { LOW, type Selection } from '../../selection/selection';
import { rowsIn } from '../../selection/window';
import { type Adder, adderOf } from '../adders';
import { Cells } from '../cells';

/** The cells of the margin: one for each reason, and behind them that of points outside of the box. */
export const OUTSIDE = OFF_CODES;

/** The rows of a window by where they are. */
export interface PlacedRows {
  /** Lists of those that are at a point that is shown and surely in the window, */
  readonly sure: readonly Uint32Array[];
  /** The same rows as a set; null where none was made, for they are few or at few locations. */
  readonly sureSet: Bits | null;
  /** and those of which the day is in doubt, each with its share. */
  readonly doubtful: Uint32Array;
  readonly shares: Float64Array;
  /** How many of both are at each location; 0 for those off the map. */
  readonly counts: Uint32Array;
  /** The locations that have any, those outside of the box too: not 0 for them. */
  readonly held: Uint8Array | Uint32Array;
  /** The incidents that are at no point, by reason, and those outside of the box. */
  readonly margin: Cells;
}

/** Of more than one in so many rows, those of many locations are counted by going from one to the next. */
const LARGE_PART = 4;

function addRows(set: Bits, rows: Uint32Array): void {
  for (let at = 0; at < rows.length; at++) set[rows[at]! >>> 5]! |= 1 << (rows[at]! & 31);
}

/** Parts rows by where they are, and counts them. */
class Parting {
  readonly counts: Uint32Array;
  readonly held: Uint8Array | Uint32Array;
  readonly margin: Cells;
  #set: Bits | null = null;
  /** Lists of rows that are not in the set. */
  readonly #beside: Uint32Array[] = [];
  readonly #locations: Locations;
  readonly #codes: Codes;
  readonly #lists: Codes;
  readonly #firm: Uint8Array;
  readonly #inside: Bits | null;
  readonly #count: Adder;

  readonly #most: number;

  constructor(columns: Columns, { firm }: Selection, { inside, most }: Parted) {
    this.#most = most;
    this.#locations = locationsOf(columns);
    const { codes, size } = this.#locations;
    this.counts = new Uint32Array(size);
    this.held = inside === null ? this.counts : new Uint8Array(size);
    this.#codes = codes;
    this.#lists = columns.linkLists.codes;
    this.#firm = firm;
    this.#inside = inside;
    this.#count = adderOf(columns, 'incidents');
    this.margin = new Cells(OUTSIDE + 1, this.#count.width);
  }

  /** All rows that were found to be shown; null where none were counted by location. */
  shownSet(): Bits | null {
    if (this.#set !== null) for (const rows of this.#beside) addRows(this.#set, rows);
    return this.#set;
  }

  #isShown(row: number): boolean {
    return this.#codes[row]! >= OFF_CODES && (this.#inside === null || hasRow(this.#inside, row));
  }

  /** Counts a row; whether it is at a point that is shown. */
  enter(row: number, share: number, allowed: number): boolean {
    const code = this.#codes[row]!;
    if (this.#inside !== null && code >= OFF_CODES) this.held[code] = 1;
    if (this.#isShown(row)) {
      this.counts[code]! += 1;
      return true;
    }
    const firm = this.#firm[this.#lists[row]!]! & allowed;
    this.#count.add(this.margin, Math.min(code, OUTSIDE), 0, share, firm, 1);
    return false;
  }

  #enterEach(rows: Uint32Array): number {
    let shown = 0;
    for (let at = 0; at < rows.length; at++) if (this.enter(rows[at]!, 1, ~0)) shown++;
    return shown;
  }

  /** The same where all of the world is shown: most rows are at a point, and no more than counted. */
  #enterAll(rows: Uint32Array): number {
    const [codes, counts] = [this.#codes, this.counts];
    let shown = 0;
    for (let at = 0; at < rows.length; at++) {
      const code = codes[rows[at]!]!;
      if (code < OFF_CODES) this.enter(rows[at]!, 1, ~0);
      else {
        counts[code]! += 1;
        shown++;
      }
    }
    return shown;
  }

  /** The same, one location after the other: a row is looked up in a set of them, which is small beside the counts. */
  #enterByLocation(rows: Uint32Array): number {
    const { size } = this.#locations;
    const { starts, rows: posted } = this.#locations.postings();
    const wanted = noRows(this.#codes.length);
    addRows(wanted, rows);
    for (let at = 0; at < starts[OFF_CODES]!; at++) {
      const row = posted[at]!;
      if (!hasRow(wanted, row)) continue;
      this.enter(row, 1, ~0);
      wanted[row >>> 5]! &= ~(1 << (row & 31));
    }
    if (this.#set === null) this.#set = wanted;
    else include(this.#set, wanted);
    let shown = 0;
    for (let code = OFF_CODES; code < size; code++) {
      let held = 0;
      for (let at = starts[code]!; at < starts[code + 1]!; at++) {
        const row = posted[at]!;
        held += (wanted[row >>> 5]! >>> (row & 31)) & 1;
      }
      this.counts[code]! += held;
      shown += held;
    }
    return shown;
  }

  #isManyPlaced(rows: Uint32Array): boolean {
    return (
      this.#inside === null &&
      this.#locations.size > this.#most &&
      rows.length * LARGE_PART > this.#codes.length
    );
  }

  #countShown(rows: Uint32Array): number {
    return this.#inside === null ? this.#enterAll(rows) : this.#enterEach(rows);
  }

  /** Counts rows that are surely in the window; those that are shown, without a copy where all are. */
  shownOf(rows: Uint32Array): Uint32Array {
    const isByLocation = this.#isManyPlaced(rows);
    const list = this.#listShown(rows, isByLocation ? this.#enterByLocation(rows) : this.#countShown(rows));
    if (!isByLocation) this.#beside.push(list);
    return list;
  }

  #listShown(rows: Uint32Array, shown: number): Uint32Array {
    if (shown === rows.length) return rows;
    const list = new Uint32Array(shown);
    for (let at = 0, next = 0; next < shown; at++) if (this.#isShown(rows[at]!)) list[next++] = rows[at]!;
    return list;
  }
}

/** By what rows are parted. */
interface Parted {
  /** Those in the box that is shown; null for all of the world. */
  readonly inside: Bits | null;
  /** Rows at more locations than this are counted location by location, where they are many. */
  readonly most: number;
}

/** Parts the rows of a window by whether they are at a point inside the box. */
export function placedRows(
  columns: Columns,
  selection: Selection,
  { filter: { from, to } }: PlacesQuery,
  parted: Parted,
): PlacedRows {
  const found = rowsIn(columns, selection, from, to);
  const rows = selection.rows ?? columns.allRows();
  const parting = new Parting(columns, selection, parted);
  const stretches = found.stretches.map((one) => rows.subarray(one.from, one.to));
  const sure = [...stretches, found.sure].map((rows) => parting.shownOf(rows));
  const doubtful: number[] = [];
  found.doubtful.forEach((row, at) => {
    if (parting.enter(row, found.shares[at]!, ~LOW)) doubtful.push(at);
  });
  const { counts, held, margin } = parting;
  return {
    ...{ sure, sureSet: parting.shownSet(), counts, held, margin },
    doubtful: Uint32Array.from(doubtful, (at) => found.doubtful[at]!),
    shares: Float64Array.from(doubtful, (at) => found.shares[at]!),
  };
}
