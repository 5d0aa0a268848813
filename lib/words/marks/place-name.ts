import type { PlaceMark, PlacesResult } from '../../query/result';
import { askedPlace } from '../../series/places/place-ids';
import { formatNumber, formatQuantity } from '../figures';

/** The name of a mark: that of its place, of a hexagon that of its largest place; or where it is. */
export function placeName({ id, name, names, lat, lon }: PlaceMark): string {
  const isHexagon = askedPlace(id)?.kind === 'hexagon';
  if (name === null) return `${isHexagon ? 'Around ' : ''}${degreesText(lat, lon)}`;
  if (isHexagon) return `Around ${name}`;
  return names > 1 ? `${name} and ${formatNumber(names - 1)} more` : name;
}

/**
 * What lies in a box of the map, by its largest place: `Grozny and 24 more places`; of hexagons how many places, and around which the largest is. Null where no
 * place has a name, or none is left without those whose numbers seem exchanged.
 */
export function boxPlaces({ as, marks, points }: PlacesResult, exchanged: readonly string[]): string | null {
  const held = marks.filter(({ id }) => !exchanged.includes(id));
  const [first, ...others] = held;
  if (first === undefined) return null;
  const largest = others.reduce((one, other) => (other.matched > one.matched ? other : one), first);
  if (largest.name === null) return null;
  if (as === 'hexagons') return `${formatNumber(points)} places, the most around ${largest.name}`;
  const more = formatQuantity(others.length, { one: 'more place', many: 'more places' });
  return others.length === 0 ? largest.name : `${largest.name} and ${more}`;
}

/** `55.75° N, 37.62° E`. */
export function degreesText(lat: number, lon: number): string {
  const degrees = (value: number, [plus, minus]: readonly [string, string]) =>
    `${Math.abs(Math.round(value * 100) / 100)}° ${value < 0 ? minus : plus}`;
  return `${degrees(lat, ['N', 'S'])}, ${degrees(lon, ['E', 'W'])}`;
}
