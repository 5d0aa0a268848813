import type { RawRow } from '../../../formats/raw-table';
import type { Problem } from '../../../problems/problem';
import type { Incident, RegionDef } from '../../../series/model';
import { isPossible } from '../../../series/places/location';
import { problemAt } from '../../import-codes';

/** A row whose point may have its numbers exchanged. */
interface PlacedRow {
  /** Its number among those that were kept. */
  readonly row: number;
  readonly line: number;
  readonly lat: number;
  readonly lon: number;
}

/** Rows kept of each square; those of one with more are no few that lie apart. */
const MOST_ROWS = 20;
/** Other rows of the same within so many degrees speak for a point, and within so many for the exchanged one. */
const [NEAR, AROUND] = [3, 1];
/** So many rows, and so many times those that speak for the point as it is. */
const [LEAST, TIMES] = [5, 5];
/** Where the two numbers differ by no more than this, either way is much the same place. */
const ALIKE = 2 * NEAR;

/** No latitude is larger, so that a longitude beyond it is not exchanged; squares reach a degree further. */
const MOST_LAT = 90;

/** Squares in a band of a degree of latitude; a longitude may be as much to the west of the first as it is to the east of it. */
const [BAND, WEST] = [362, 181];

/** The points of some rows, as they can be sent to another thread: by what they name, the squares that hold them. */
export interface PointsPart {
  readonly named: ReadonlyMap<string, SquaresPart>;
  readonly files: readonly (string | undefined)[];
}

/** Squares one after the other, in lists of numbers: an object for each of hundreds of thousands of rows takes long to send. */
interface SquaresPart {
  /** The corner of each to the south west, how many rows have points in it, and how many of these are kept. */
  readonly squares: Int32Array;
  /** Each row that is kept: its line, its point, and which of the files it stands in. */
  readonly rows: Float64Array;
}

/** Numbers of a square, and of a row. */
const [OF_SQUARE, OF_ROW] = [4, 4] as const;

/** A row that is kept. */
interface KeptRow extends Pick<PlacedRow, 'line' | 'lat' | 'lon'> {
  readonly file: string | undefined;
}

/** Bands, and those south of the equator. */
const [BANDS, SOUTH] = [2 * MOST_LAT + 1, MOST_LAT];

/** No row follows. */
const NONE = -1;

/**
 * The rows of a country or region in each square of a degree, and how many there are. Each is a few numbers in lists of numbers: objects
 * for millions of points would take hundreds of megabytes.
 */
class Squares {
  /** The numbers of squares from 1, 0 for those without rows, in bands by latitude. */
  readonly #bands = new Array<Uint32Array | undefined>(BANDS);
  readonly #counts: number[] = [];
  readonly #kept: number[] = [];
  readonly #first: number[] = [];
  readonly #last: number[] = [];
  readonly #rows: Rows;

  constructor(rows: Rows) {
    this.#rows = rows;
  }

  add({ line, file }: RawRow, lat: number, lon: number): void {
    const at = this.#numberOf(Math.floor(lat), Math.floor(lon));
    this.#counts[at]! += 1;
    if (Math.abs(lat - lon) > ALIKE && Math.abs(lon) <= MOST_LAT + 1)
      this.#keep(at, { line, file, lat, lon });
  }

  #keep(at: number, { line, file, lat, lon }: KeptRow): void {
    if (this.#kept[at]! >= MOST_ROWS) return;
    const row = this.#rows.add(line, file, lat, lon);
    if (this.#kept[at] === 0) this.#first[at] = row;
    else this.#rows.follow(this.#last[at]!, row);
    this.#last[at] = row;
    this.#kept[at]! += 1;
  }

  #numberOf(lat: number, lon: number): number {
    let band = this.#bands[lat + SOUTH];
    if (band === undefined) {
      band = new Uint32Array(BAND);
      this.#bands[lat + SOUTH] = band;
    }
    const known = band[lon + WEST]!;
    if (known > 0) return known - 1;
    const at = this.#counts.length;
    band[lon + WEST] = at + 1;
    for (const list of [this.#counts, this.#kept]) list.push(0);
    for (const list of [this.#first, this.#last]) list.push(NONE);
    return at;
  }

  get part(): SquaresPart {
    const squares = new Int32Array(this.#counts.length * OF_SQUARE);
    for (const [band, numbers] of this.#bands.entries()) {
      for (const [column, number] of numbers?.entries() ?? []) {
        if (number === 0) continue;
        const at = number - 1;
        squares.set([band - SOUTH, column - WEST, this.#counts[at]!, this.#kept[at]!], at * OF_SQUARE);
      }
    }
    const rows = new Float64Array(this.#kept.reduce((sum, kept) => sum + kept, 0) * OF_ROW);
    let at = 0;
    for (const first of this.#first) {
      for (let row = first; row !== NONE; row = this.#rows.after(row), at += OF_ROW) {
        const { line, lat, lon } = this.#rows.at(row);
        rows.set([line, lat, lon, this.#rows.fileNumberOf(row)], at);
      }
    }
    return { squares, rows };
  }

  absorb({ squares, rows }: SquaresPart, files: PointsPart['files']): void {
    let from = 0;
    for (let square = 0; square < squares.length; square += OF_SQUARE) {
      const at = this.#numberOf(squares[square]!, squares[square + 1]!);
      this.#counts[at]! += squares[square + 2]!;
      const end = from + squares[square + 3]! * OF_ROW;
      for (; from < end; from += OF_ROW) {
        const [line, lat, lon] = [rows[from]!, rows[from + 1]!, rows[from + 2]!];
        this.#keep(at, { line, lat, lon, file: files[rows[from + 3]!] });
      }
    }
  }

  countAt(lat: number, lon: number): number {
    const number = this.#bands[Math.floor(lat) + SOUTH]?.[Math.floor(lon) + WEST] ?? 0;
    return number === 0 ? 0 : this.#counts[number - 1]!;
  }

  /** Each row that was kept, and after the last of a square, how many of it were not. */
  *[Symbol.iterator](): Generator<readonly [row: PlacedRow, more: number]> {
    for (let at = 0; at < this.#counts.length; at++) {
      const more = this.#counts[at]! - this.#kept[at]!;
      for (let row = this.#first[at]!; row !== NONE; row = this.#rows.after(row))
        yield [this.#rows.at(row), row === this.#last[at] ? more : 0];
    }
  }
}

/** Rows of all squares, by number; each may be followed by another. */
class Rows {
  readonly #lines: number[] = [];
  readonly #lats: number[] = [];
  readonly #lons: number[] = [];
  readonly #next: number[] = [];
  readonly #files: (string | undefined)[] = [];
  /** From which row on each of the files. */
  readonly #fileFrom: number[] = [];

  add(line: number, file: string | undefined, lat: number, lon: number): number {
    const row = this.#lines.length;
    if (row === 0 || file !== this.#files.at(-1)) {
      this.#files.push(file);
      this.#fileFrom.push(row);
    }
    this.#lines.push(line);
    this.#lats.push(lat);
    this.#lons.push(lon);
    this.#next.push(NONE);
    return row;
  }

  follow(row: number, next: number): void {
    this.#next[row] = next;
  }

  after(row: number): number {
    return this.#next[row]!;
  }

  at(row: number): PlacedRow {
    return { row, line: this.#lines[row]!, lat: this.#lats[row]!, lon: this.#lons[row]! };
  }

  /** The files that rows stand in, one after the other. */
  get files(): readonly (string | undefined)[] {
    return this.#files;
  }

  /** Which of the files a row stands in. */
  fileNumberOf(row: number): number {
    return this.#fileFrom.findLastIndex((from) => from <= row);
  }

  fileOf(row: number): string | undefined {
    return this.#files[this.fileNumberOf(row)];
  }
}

/** Whether a point lies far from a country as it is outlined, and in it with its two numbers exchanged. */
export type SeemsExchanged = (
  country: string,
  point: { readonly lat: number; readonly lon: number },
) => boolean;

/**
 * Watches points go by for those whose latitude and longitude are exchanged: exchanged they lie among the other points of the country
 * that their row names, or of the one region where it names no country, and as they are far from them; or, where outlines are at hand, in the country. In memory
 * that depends on the squares of degrees alone.
 */
export class SwappedPoints {
  readonly #rows = new Rows();
  readonly #named = new Map<string, Squares>();
  readonly #seemsExchanged: SeemsExchanged | null;

  constructor(seemsExchanged: SeemsExchanged | null = null) {
    this.#seemsExchanged = seemsExchanged;
  }

  observe(row: RawRow, { place, regions }: Pick<Incident, 'place' | 'regions'>): void {
    const { lat, lon } = place;
    const named = place.country ?? (regions.length === 1 ? regions[0]! : null);
    if (named === null || lat === null || lon === null || !isPossible(lat, lon)) return;
    this.#squaresOf(named).add(row, lat, lon);
  }

  #squaresOf(named: string): Squares {
    let squares = this.#named.get(named);
    if (squares === undefined) {
      squares = new Squares(this.#rows);
      this.#named.set(named, squares);
    }
    return squares;
  }

  get part(): PointsPart {
    const named = new Map(Array.from(this.#named, ([name, squares]) => [name, squares.part]));
    return { named, files: this.#rows.files };
  }

  /** Adds what was seen of the rows that follow. */
  absorb({ named, files }: PointsPart): void {
    for (const [name, squares] of named) this.#squaresOf(name).absorb(squares, files);
  }

  /** The rows that seem to be exchanged, each a warning; `column` is that of the latitude. */
  conclude(ownFile: string, column: string | null, regions: readonly RegionDef[]): readonly Problem[] {
    const labels = new Map<string, string>(regions.map(({ id, label }) => [id, label]));
    const problems: Problem[] = [];
    for (const [named, squares] of this.#named) {
      for (const [row, more] of squares) {
        const { line, lat, lon } = row;
        const why = this.#why(named, labels.get(named) ?? named, squares, row);
        if (why === null) continue;
        const file = this.#rows.fileOf(row.row);
        // Of those that lie in one place no more are kept.
        const others = more > 0 ? `; ${more} more rows at or near it were not looked at` : '';
        const at = { file: file ?? ownFile, row: line, column, value: `${lat}, ${lon}` };
        problems.push(problemAt(at, 'swapped-coordinates', `${why}${others}`));
      }
    }
    return problems;
  }

  /** Why the numbers of a point seem to be exchanged; null where they do not. */
  #why(named: string, label: string, squares: Squares, { lat, lon }: PlacedRow): string | null {
    if (isSwapped(squares, lat, lon))
      return `far from all else in ${label}; with latitude and longitude exchanged it would lie among it`;
    return this.#seemsExchanged?.(named, { lat, lon })
      ? `far from ${label} as it is outlined; with latitude and longitude exchanged it would lie in it`
      : null;
  }
}

/** How many rows lie within so many degrees of a point. */
function around(squares: Squares, lat: number, lon: number, degrees: number): number {
  let count = 0;
  for (let north = -degrees; north <= degrees; north++) {
    for (let east = -degrees; east <= degrees; east++) {
      count += squares.countAt(lat + north, lon + east);
    }
  }
  return count;
}

function isSwapped(squares: Squares, lat: number, lon: number): boolean {
  if (Math.abs(lon) > MOST_LAT) return false;
  const exchanged = around(squares, lon, lat, AROUND);
  return exchanged >= LEAST && exchanged >= TIMES * around(squares, lat, lon, NEAR);
}
