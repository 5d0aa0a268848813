import type { Box } from '../../series/places/location';
import { finePart, isWrittenFinely } from '../../series/places/part';
import { writtenPlace } from '../../series/places/place-ids';
import { commas, cut, type Form, inOrder, several, single, unread } from './reading';

/** Degrees are written to so many digits: about ten metres. */
const DIGITS = 10_000;

const DEGREES = /^[+-]?\d{1,3}(\.\d{1,12})?$/;

function degreesOf(text: string, most: number): number | null {
  const value = DEGREES.test(text) ? Math.round(Number(text) * DIGITS) / DIGITS : Number.NaN;
  return Math.abs(value) <= most ? value + 0 : null;
}

/** A box as an address writes it, `35.2,54.1,40,57`; null for anything that is none. */
export function parseBox(text: string): Box | null {
  const parts = commas(text);
  const [west, south, east, north] = parts.map((part, at) => degreesOf(part, at % 2 === 0 ? 180 : 90));
  if (parts.length !== 4 || west == null || south == null || east == null || north == null) return null;
  return south < north && west !== east ? { west, south, east, north } : null;
}

/** A box whose ends are as an address writes them; null where it has no width or no height. */
export function writableBox({ west, south, east, north }: Box): Box | null {
  const round = (value: number) => String(Math.round(value * DIGITS) / DIGITS);
  return parseBox([west, south, east, north].map(round).join(','));
}

/** A part of a map as an address writes it: finer than a box, where it is small or about a pole ({@link isFinePart}). */
function parsePart(text: string): Box | null {
  const box = parseBox(text);
  const [west = '', south = '', east = '', north = ''] = commas(text);
  if (box === null || !isWrittenFinely(west, east)) return box;
  return finePart({ west: Number(west), south: Number(south), east: Number(east), north: Number(north) });
}

const boxForm = (parse: (text: string) => Box | null): Form<Box | null> =>
  single<Box | null>(
    (text, key) => {
      const value = parse(text);
      if (value !== null) return { value };
      const message = `“${key}=${cut(text)}” is no box: write west,south,east,north in degrees, such as 35.2,54.1,40,57. It reaches over the date line where west is greater than east.`;
      return unread([text], 'bad-value', message);
    },
    (box) => (box === null ? '' : [box.west, box.south, box.east, box.north].join(',')),
  );

/** A part of the world. */
export const BOX = boxForm(parseBox);

/** The part of the world that a map shows. */
export const PART = boxForm(parsePart);

/** Marks of a map and parts of its margin. */
export const PLACES: Form<readonly string[]> = several<readonly string[]>(
  commas,
  (items, key) => {
    const bad = items.find((item) => writtenPlace(item) === null);
    if (bad === undefined) return { value: inOrder(items.flatMap((item) => writtenPlace(item) ?? [])) };
    const message = `“${key}=${cut(bad)}” is no place: the map writes them, such as town:55.75:37.62, hex:50:60:412:17 or country.`;
    return unread([items.join(',')], 'bad-value', message);
  },
  (ids) => ids.join(','),
);

/** The name of a set of boundaries. */
export const BOUNDARIES: Form<string | null> = single<string | null>(
  (text, key) => {
    if (/^[a-z0-9][a-z0-9-]{0,39}$/.test(text)) return { value: text };
    const message = `“${key}=${cut(text)}” is no name of boundaries: those are small letters, digits and hyphens.`;
    return unread([text], 'bad-value', message);
  },
  (id) => id ?? '',
);
