import type { Place } from '../../series/model';
import type { RawColumn } from '../formats/raw-table';
import type { Mapping } from '../mapping/mapping';
import { cellOf, keyOf } from './cell-reader';
import { detached } from './detached';
import { remembered } from './memo';
import { readDegrees } from './read-coordinate';
import { type Found, NO_TROUBLES, type Trouble } from './trouble';
import { ruleReader } from './value-rule';

type PlaceColumns = Pick<Mapping, 'place' | 'country' | 'lat' | 'lon' | 'geoPrecision'>;

interface Point {
  readonly lat: number | null;
  readonly lon: number | null;
}

const NO_POINT: Found<Point> = { value: { lat: null, lon: null }, troubles: NO_TROUBLES };

function without(trouble: Trouble): Found<Point> {
  return { ...NO_POINT, troubles: [trouble] };
}

function whyNot(lat: number, lon: number, latText: string, lonText: string): string | null {
  if (latText === '' || lonText === '') return 'latitude and longitude come together or not at all';
  if (Number.isNaN(lat) || Number.isNaN(lon)) return 'not written in degrees';
  if (Math.abs(lat) <= 90 && Math.abs(lon) <= 180) return null;
  const swapped = Math.abs(lat) <= 180 && Math.abs(lon) <= 90;
  return swapped
    ? 'the latitude is beyond 90; the two columns may be swapped'
    : 'beyond 90 degrees of latitude or 180 of longitude';
}

function pointOf(latText: string, lonText: string, column: string | null): Found<Point> {
  if (latText === '' && lonText === '') return NO_POINT;
  const [lat, lon] = [readDegrees(latText, 'lat'), readDegrees(lonText, 'lon')];
  const value = `${latText}, ${lonText}`;
  const reason = whyNot(lat, lon, latText, lonText);
  if (reason !== null) return without({ code: 'not-a-coordinate', column, value, reason });
  if (lat === 0 && lon === 0) {
    return without({ code: 'zero-coordinate', column, value, reason: 'latitude and longitude are both 0' });
  }
  return { value: { lat, lon }, troubles: NO_TROUBLES };
}

/** Reads where an incident happened. A point that cannot be is left out, with the reason; nothing is swapped or mended. */
export function placeReader(
  columns: readonly RawColumn[],
  mapping: PlaceColumns,
): (cells: readonly string[]) => Found<Place> {
  const precise = ruleReader(columns, mapping.geoPrecision ?? { fixed: null });
  const [readName, readCountry] = [cellOf(columns, mapping.place), cellOf(columns, mapping.country)];
  const [readLat, readLon] = [cellOf(columns, mapping.lat), cellOf(columns, mapping.lon)];
  const byColumn = mapping.geoPrecision !== null && 'column' in mapping.geoPrecision;
  const precisionColumn = byColumn ? (mapping.geoPrecision as { column: string }).column : null;
  const key = keyOf(columns, [mapping.place, mapping.country, mapping.lat, mapping.lon, precisionColumn]);
  return remembered(key, (cells): Found<Place> => {
    const name = readName(cells);
    const { value: point, troubles } = pointOf(readLat(cells), readLon(cells), mapping.lat ?? mapping.lon);
    const value: Place = {
      name: detached(name) || null,
      country: detached(readCountry(cells)) || null,
      lat: point.lat,
      lon: point.lon,
      precision: name === '' && point.lat === null ? null : precise(cells),
      note: null,
    };
    return { value, troubles };
  });
}
