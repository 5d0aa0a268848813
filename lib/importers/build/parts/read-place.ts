import type { RawColumn } from '../../../formats/raw-table';
import { readDegrees, readPair } from '../../../mapping/cells/read-coordinate';
import type { Mapping } from '../../../mapping/mapping';
import type { GeoPrecision, Place } from '../../../series/model';
import { isPossible } from '../../../series/places/location';
import { type CellProblem, type Found, NO_PROBLEMS } from '../cells/cell-problem';
import { type CellOf, cellsOf } from '../cells/cell-reader';
import type { KnownCells } from '../cells/known-cells';
import { remembered, rememberedCopies } from '../cells/memo';
import { ruleReader } from '../cells/value-rule';

type PlaceColumns = Pick<Mapping, 'place' | 'country' | 'lat' | 'lon' | 'pairOrder' | 'geoPrecision'>;

/** A point as a row states it; null where it states none. */
export interface Point {
  readonly lat: number | null;
  readonly lon: number | null;
}

const NO_POINT: Found<Point> = { value: { lat: null, lon: null }, problems: NO_PROBLEMS };

function whyNot(lat: number, lon: number, latText: string, lonText: string): string | null {
  if (latText === '' || lonText === '') return 'latitude and longitude come together or not at all';
  if (Number.isNaN(lat) || Number.isNaN(lon)) return 'not written in degrees';
  if (Math.abs(lat) <= 90 && Math.abs(lon) <= 180) return null;
  const swapped = Math.abs(lat) <= 180 && Math.abs(lon) <= 90;
  return swapped
    ? 'the latitude is beyond 90; the two columns may be swapped'
    : 'beyond 90 degrees of latitude or 180 of longitude';
}

/** Both in one cell. */
function pairOf(text: string, column: string, order: Mapping['pairOrder']): Found<Point> {
  if (text === '') return NO_POINT;
  const { lat, lon } = readPair(text, order) ?? { lat: Number.NaN, lon: Number.NaN };
  const reason = whyNot(lat, lon, text, text);
  return isDoubted(lat, lon, reason) ? doubted(lat, lon, text, column, reason) : foundAt(lat, lon);
}

function pointOf(latText: string, lonText: string, column: string | null): Found<Point> {
  if (latText === '' && lonText === '') return NO_POINT;
  const [lat, lon] = [readDegrees(latText, 'lat'), readDegrees(lonText, 'lon')];
  const reason = whyNot(lat, lon, latText, lonText);
  return isDoubted(lat, lon, reason)
    ? doubted(lat, lon, `${latText}, ${lonText}`, column, reason)
    : foundAt(lat, lon);
}

function isDoubted(lat: number, lon: number, reason: string | null): boolean {
  return reason !== null || (lat === 0 && lon === 0);
}

function foundAt(lat: number, lon: number): Found<Point> {
  return { value: { lat, lon }, problems: NO_PROBLEMS };
}

/** Numbers that cannot be a point are kept as the row gives them: a map counts them as such, and draws nothing. */
function doubted(
  lat: number,
  lon: number,
  value: string,
  column: string | null,
  reason: string | null,
): Found<Point> {
  const number = (degrees: number) => (Number.isNaN(degrees) ? null : degrees);
  const problem: CellProblem =
    reason === null
      ? { code: 'zero-coordinate', column, value, reason: 'latitude and longitude are both 0' }
      : { code: 'not-a-coordinate', column, value, reason };
  return { value: { lat: number(lat), lon: number(lon) }, problems: [problem] };
}

/** How precisely a place is known: of one that is not there, no more than its country may be. */
function precisionOf(precision: GeoPrecision | null, isThere: boolean): GeoPrecision | null {
  return isThere || precision === 'country' ? precision : null;
}

/** Whether there is such a point on the earth. */
export function isPoint({ lat, lon }: Point): boolean {
  return lat !== null && lon !== null && isPossible(lat, lon);
}

/** Reads the point of a row, from two columns or from one that holds both. */
export function pointReader(
  { lat, lon, pairOrder }: Pick<Mapping, 'lat' | 'lon' | 'pairOrder'>,
  cellOf: (name: string | null) => CellOf,
): (cells: readonly string[]) => Found<Point> {
  const [readLat, readLon] = [cellOf(lat), cellOf(lon)];
  if (lat !== null && lat === lon) return (cells) => pairOf(readLat(cells), lat, pairOrder);
  return (cells) => pointOf(readLat(cells), readLon(cells), lat ?? lon);
}

/** Reads where an incident happened. A point that cannot be is a problem with its reason; nothing is swapped or mended. */
export function placeReader(
  columns: readonly RawColumn[],
  mapping: PlaceColumns,
  known: KnownCells,
): (cells: readonly string[]) => Found<Place> {
  const precise = ruleReader(columns, mapping.geoPrecision ?? { fixed: null });
  const [readName, readCountry] = [known.of(mapping.place), known.of(mapping.country)];
  const readPoint = pointReader(mapping, known.of);
  const byColumn = mapping.geoPrecision !== null && 'column' in mapping.geoPrecision;
  const precisionColumn = byColumn ? (mapping.geoPrecision as { column: string }).column : null;
  const reads = cellsOf(columns, [mapping.place, mapping.country, mapping.lat, mapping.lon, precisionColumn]);
  // Next to every row has a place of its own, and few of them names of their own.
  const [ownName, ownCountry] = [rememberedCopies(), rememberedCopies()];
  return remembered(reads, (cells): Found<Place> => {
    const name = readName(cells);
    const { value: point, problems } = readPoint(cells);
    const value: Place = {
      name: ownName(name) || null,
      country: ownCountry(readCountry(cells)) || null,
      lat: point.lat,
      lon: point.lon,
      precision: precisionOf(precise(cells), name !== '' || isPoint(point)),
      note: null,
    };
    return { value, problems };
  });
}
