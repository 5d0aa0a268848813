import type { RawRow } from '../../../formats/raw-table';
import type { Problem } from '../../../problems/problem';
import type { Incident, RegionDef } from '../../../series/model';
import { isPossible } from '../../../series/places/location';
import { problemAt } from '../../import-codes';

/** A row whose point may have its numbers exchanged. */
interface PlacedRow {
  readonly line: number;
  readonly file: string | undefined;
  readonly lat: number;
  readonly lon: number;
}

/** The rows of a country or region in a square of a degree. */
interface Square {
  count: number;
  readonly rows: PlacedRow[];
}

/** Rows kept of each square; those of one with more are no few that lie apart. */
const MOST_ROWS = 20;
/** Other rows of the same within so many degrees speak for a point, and within so many for the exchanged one. */
const [NEAR, AROUND] = [3, 1];
/** So many rows, and so many times those that speak for the point as it is. */
const [LEAST, TIMES] = [5, 5];
/** Where the two numbers differ by no more than this, either way is much the same place. */
const ALIKE = 2 * NEAR;

const WIDTH = 1000;
const squareOf = (lat: number, lon: number) => Math.floor(lat) * WIDTH + Math.floor(lon);

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
  readonly #named = new Map<string, Map<number, Square>>();
  readonly #seemsExchanged: SeemsExchanged | null;

  constructor(seemsExchanged: SeemsExchanged | null = null) {
    this.#seemsExchanged = seemsExchanged;
  }

  observe({ line, file }: RawRow, { place, regions }: Pick<Incident, 'place' | 'regions'>): void {
    const { lat, lon } = place;
    const named = place.country ?? (regions.length === 1 ? regions[0]! : null);
    if (named === null || lat === null || lon === null || !isPossible(lat, lon)) return;
    const squares = this.#named.get(named) ?? new Map<number, Square>();
    if (squares.size === 0) this.#named.set(named, squares);
    const at = squareOf(lat, lon);
    const square = squares.get(at) ?? { count: 0, rows: [] };
    if (square.count === 0) squares.set(at, square);
    square.count += 1;
    if (square.rows.length < MOST_ROWS && Math.abs(lat - lon) > ALIKE)
      square.rows.push({ line, file, lat, lon });
  }

  /** The rows that seem to be exchanged, each a warning; `column` is that of the latitude. */
  conclude(ownFile: string, column: string | null, regions: readonly RegionDef[]): readonly Problem[] {
    const labels = new Map<string, string>(regions.map(({ id, label }) => [id, label]));
    return [...this.#named].flatMap(([named, squares]) =>
      [...squares.values()].flatMap((square) =>
        square.rows.flatMap((row) => {
          const { line, file, lat, lon } = row;
          const why = this.#why(named, labels.get(named) ?? named, squares, row);
          if (why === null) return [];
          // Of those that lie in one place no more are kept.
          const more = square.count - square.rows.length;
          const isLast = more > 0 && row === square.rows.at(-1);
          const others = isLast ? `; ${more} more rows at or near it were not looked at` : '';
          const at = { file: file ?? ownFile, row: line, column, value: `${lat}, ${lon}` };
          return [problemAt(at, 'swapped-coordinates', `${why}${others}`)];
        }),
      ),
    );
  }

  /** Why the numbers of a point seem to be exchanged; null where they do not. */
  #why(
    named: string,
    label: string,
    squares: ReadonlyMap<number, Square>,
    { lat, lon }: PlacedRow,
  ): string | null {
    if (isSwapped(squares, lat, lon))
      return `far from all else in ${label}; with latitude and longitude exchanged it would lie among it`;
    return this.#seemsExchanged?.(named, { lat, lon })
      ? `far from ${label} as it is outlined; with latitude and longitude exchanged it would lie in it`
      : null;
  }
}

/** How many rows lie within so many degrees of a point. */
function around(squares: ReadonlyMap<number, Square>, lat: number, lon: number, degrees: number): number {
  let count = 0;
  for (let north = -degrees; north <= degrees; north++) {
    for (let east = -degrees; east <= degrees; east++) {
      count += squares.get(squareOf(lat + north, lon + east))?.count ?? 0;
    }
  }
  return count;
}

function isSwapped(squares: ReadonlyMap<number, Square>, lat: number, lon: number): boolean {
  if (Math.abs(lon) > 90) return false;
  const exchanged = around(squares, lon, lat, AROUND);
  return exchanged >= LEAST && exchanged >= TIMES * around(squares, lat, lon, NEAR);
}
