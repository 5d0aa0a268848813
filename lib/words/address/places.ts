import { hexCentre } from '../../series/places/hexagons';
import type { Box, OffMap, Point, PointPrecision } from '../../series/places/location';
import { askedPlace } from '../../series/places/place-ids';
import { joinWords } from '../labels';

/** `55.75°N`, `0°`. */
function latitude(lat: number): string {
  return `${Math.abs(lat)}°${lat === 0 ? '' : lat > 0 ? 'N' : 'S'}`;
}

/** `37.62°E`, `180°`. */
function longitude(lon: number): string {
  return `${Math.abs(lon)}°${lon === 0 || Math.abs(lon) === 180 ? '' : lon > 0 ? 'E' : 'W'}`;
}

/** `55.75°N 37.62°E`. */
export function pointInWords({ lat, lon }: Point): string {
  return `${latitude(lat)} ${longitude(lon)}`;
}

/** `54.1°N to 57°N, 35.2°E to 40°E`. */
export function boxInWords({ west, south, east, north }: Box): string {
  return `${latitude(south)} to ${latitude(north)}, ${longitude(west)} to ${longitude(east)}`;
}

const PRECISION_WORDS: Readonly<Record<PointPrecision, string>> = {
  exact: 'known exactly',
  town: 'known to the town',
  district: 'known to the district',
  region: 'known to the region',
  unknown: 'as precise as it may be',
};

/** What is known of the place of an incident that has no point on a map. */
export const OFF_MAP_WORDS: Readonly<Record<OffMap, string>> = {
  region: 'a place known by its region or its name only',
  country: 'a place known to the country only',
  none: 'no place given',
  impossible: 'coordinates that cannot be right',
};

function hundredths(degrees: number): number {
  return Math.round(degrees * 100) / 100;
}

/** A place of the address: `55.75°N 37.62°E (known to the town)`, `the hexagon around 63.87°N 39.6°E`. */
export function placeInWords(id: string): string {
  const asked = askedPlace(id);
  switch (asked?.kind) {
    case 'point':
      return `${pointInWords(asked)} (${PRECISION_WORDS[asked.precision]})`;
    case 'hexagon': {
      const { lat, lon } = hexCentre(asked.grid, asked.hexagon);
      return `the hexagon around ${pointInWords({ lat: hundredths(lat), lon: hundredths(lon) })}`;
    }
    case 'off':
      return OFF_MAP_WORDS[asked.off];
    default:
      return `“${id}” (unknown)`;
  }
}

/** More places than this are given as their number. */
const MOST_NAMES = 3;

/** The places of an address, for a sentence or a chip; `nameOf` has the names of those that somebody knows by one. */
export function placesInWords(
  places: readonly string[],
  nameOf: (id: string) => string | null = () => null,
): string {
  if (places.length > MOST_NAMES) return `${places.length} places`;
  return joinWords(
    places.map((id) => nameOf(id) ?? placeInWords(id)),
    'or',
  );
}

/** ` with a place known to the country only`, ` at 55.75°N 37.62°E (known to the town)`. */
export function placesPart(places: readonly string[]): string {
  if (places.length === 0) return '';
  const isOff = places.every((id) => askedPlace(id)?.kind === 'off');
  return `, ${isOff ? 'with' : 'at'} ${placesInWords(places)}`;
}
