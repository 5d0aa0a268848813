import { OFF_MAP, type OffMap, POINT_PRECISIONS, type PointPrecision } from '../../series/location';
import type { Hexagon, HexGrid } from './hexagons';

/** What a place of the address asks for: one mark of a map, or what of its margin. */
export type AskedPlace =
  | { readonly kind: 'point'; readonly precision: PointPrecision; readonly lat: number; readonly lon: number }
  | { readonly kind: 'hexagon'; readonly grid: HexGrid; readonly hexagon: Hexagon }
  | { readonly kind: 'off'; readonly off: OffMap };

/** `town:55.75:37.62`. */
export function pointId({
  precision,
  lat,
  lon,
}: {
  readonly precision: PointPrecision;
  readonly lat: number;
  readonly lon: number;
}): string {
  return `${precision}:${lat}:${lon}`;
}

/** `hex:50:60:412:-17`: width, parallel, column, row. */
export function hexagonId({ across, parallel }: HexGrid, { column, row }: Hexagon): string {
  return `hex:${across}:${parallel}:${column}:${row}`;
}

/** A place of the address; null for what is none. */
export function askedPlace(id: string): AskedPlace | null {
  const off = OFF_MAP.find((one) => one === id);
  if (off !== undefined) return { kind: 'off', off };
  const [kind = '', ...texts] = id.split(':');
  const numbers = texts.map((text) => (/^-?\d+(\.\d+)?(e-\d+)?$/.test(text) ? Number(text) : Number.NaN));
  const [first, second, column, row] = numbers;
  const isWhole = numbers.every((one) => !Number.isNaN(one)) && first !== undefined && second !== undefined;
  if (!isWhole) return null;
  const precision = POINT_PRECISIONS.find((one) => one === kind);
  if (precision !== undefined && numbers.length === 2) {
    return { kind: 'point', precision, lat: first, lon: second };
  }
  if (kind !== 'hex' || numbers.length !== 4 || column === undefined || row === undefined) return null;
  if (first < 1 || first > 5000 || second < 0 || second > 80) return null;
  return { kind: 'hexagon', grid: { across: first, parallel: second }, hexagon: { column, row } };
}
