import { aroundOf, type Hexagon, type HexGrid, heightOf, hexagonAt, hexMeasures } from './hexagons';
import {
  isPossible,
  type Location,
  OFF_MAP,
  type OffMap,
  POINT_PRECISIONS,
  type Point,
  type PointPrecision,
} from './location';

/** What a place of the address asks for: one mark of a map, or what of its margin. */
export type AskedPlace =
  | { readonly kind: 'point'; readonly precision: PointPrecision; readonly lat: number; readonly lon: number }
  | { readonly kind: 'hexagon'; readonly grid: HexGrid; readonly hexagon: Hexagon }
  | { readonly kind: 'off'; readonly off: OffMap };

/** The id of where an incident is: `town:55.75:37.62`, or why it is at no point, `country`. */
export function placeId(location: Location): string {
  if (location.at !== 'point') return location.at;
  return `${location.precision}:${location.lat}:${location.lon}`;
}

/** The id of a hexagon: `hex:50:60:412:-17`, width, parallel, column and row. */
export function hexagonId({ across, parallel }: HexGrid, { column, row }: Hexagon): string {
  return `hex:${across}:${parallel}:${column}:${row}`;
}

/** The id of the hexagon that a point is in. */
export function hexagonIdAt(grid: HexGrid, { lat, lon }: Point): string {
  return hexagonId(grid, hexagonAt(hexMeasures(grid), aroundOf(lon), heightOf(lat)));
}

/** The numbers of an id; null where one of them is none. */
function numbersOf(texts: readonly string[]): readonly number[] | null {
  return texts.every((text) => /^-?\d{1,5}(\.\d{1,5})?$/.test(text)) ? texts.map(Number) : null;
}

function askedPoint(precision: PointPrecision, [lat, lon]: readonly number[]): AskedPlace | null {
  if (lat === undefined || lon === undefined || !isPossible(lat, lon)) return null;
  return { kind: 'point', precision, lat, lon };
}

function askedHexagon([across, parallel, column, row]: readonly number[]): AskedPlace | null {
  if (across === undefined || parallel === undefined || column === undefined || row === undefined)
    return null;
  const isGrid = across >= 1 && across <= 5000 && parallel >= 0 && parallel <= 80;
  const isWhole = Number.isInteger(column) && Number.isInteger(row) && column >= 0;
  return isGrid && isWhole ? { kind: 'hexagon', grid: { across, parallel }, hexagon: { column, row } } : null;
}

/** What an id asks for; null for a text that is no id. */
export function askedPlace(id: string): AskedPlace | null {
  const off = OFF_MAP.find((one) => one === id);
  if (off !== undefined) return { kind: 'off', off };
  const [kind, ...texts] = id.split(':');
  const numbers = numbersOf(texts);
  if (numbers === null) return null;
  if (kind === 'hex' && numbers.length === 4) return askedHexagon(numbers);
  const precision = POINT_PRECISIONS.find((one) => one === kind);
  return precision === undefined || numbers.length !== 2 ? null : askedPoint(precision, numbers);
}

/** An id as it is written: `town:55.750:37.62` is `town:55.75:37.62`. Null for a text that is no id. */
export function writtenPlace(text: string): string | null {
  const asked = askedPlace(text);
  if (asked === null) return null;
  if (asked.kind === 'off') return asked.off;
  return asked.kind === 'hexagon'
    ? hexagonId(asked.grid, asked.hexagon)
    : placeId({ at: 'point', precision: asked.precision, lat: asked.lat + 0, lon: asked.lon + 0 });
}
