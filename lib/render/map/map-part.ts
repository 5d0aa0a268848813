import type { Box } from '../../series/places/location';

/** Degrees to which the part shown is asked for: about a hundred metres. */
const PLACES = 3;

/** The part of the world that a map shows, as an address has it: `35.2,54.1,40,57`. */
export function partText({ west, south, east, north }: Box): string {
  return [west, south, east, north].map((value) => Number(value.toFixed(PLACES))).join(',');
}

/** The part that a text names; null where it names none. */
export function readPart(text: string | null): Box | null {
  const numbers = (text ?? '')
    .split(',')
    .map((one) => (/^-?\d+(\.\d+)?$/.test(one) ? Number(one) : Number.NaN));
  const [west = Number.NaN, south = Number.NaN, east = Number.NaN, north = Number.NaN] = numbers;
  const isBox = numbers.length === 4 && [west, east].every((lon) => Math.abs(lon) <= 180) && south < north;
  return isBox && south >= -90 && north <= 90 ? { west, south, east, north } : null;
}
