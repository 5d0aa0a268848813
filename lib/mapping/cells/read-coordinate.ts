const PLAIN = /^-?\d{1,3}(?:\.\d*)?$/;
const DECIMAL = /^[+-]?(?:\d+(?:[.,]\d*)?|[.,]\d+)(?:[eE]-?\d{1,2})?$/;
const PARTS =
  /^([NSEW])?\s*([+-]?\d{1,3}(?:[.,]\d+)?)\s*°?\s*(?:(\d{1,2}(?:[.,]\d+)?)\s*['’′]\s*)?(?:(\d{1,2}(?:[.,]\d+)?)\s*(?:"|”|″|'')\s*)?([NSEW])?$/i;

/** Degrees and minutes with nothing but blanks between them: a letter says that they are no list of numbers. */
const SPACED =
  /^([NSEW])?\s*(\d{1,3})(?:\s+|-|:)(\d{1,2}(?:[.,]\d+)?)(?:(?:\s+|-|:)(\d{1,2}(?:[.,]\d+)?))?\s*([NSEW])?$/i;
/** Signs that look like those of degrees and minutes, and stand for them. */
const LOOKALIKES: readonly (readonly [RegExp, string])[] = [
  [/[ºo˚](?=\s*[\d NSEW])|(?<=\d)\s*d(?:eg\.?)?(?=\s*[\d NSEW])/g, '°'],
  [/[´`ʹ‘]/g, '′'],
  [/[“„]/g, '″'],
  [/[−–]/g, '-'],
];

function plainSigns(text: string): string {
  return LOOKALIKES.reduce((plain, [sign, meant]) => plain.replace(sign, meant), text);
}

function partsOf(text: string): RegExpExecArray | null {
  const plain = plainSigns(text);
  const spaced = SPACED.exec(plain);
  return spaced !== null && (spaced[1] ?? spaced[5]) !== undefined ? spaced : PARTS.exec(plain);
}

function decimal(text: string | undefined): number {
  return text === undefined ? 0 : Number(text.replace(',', '.'));
}

/**
 * Degrees from a cell: `33.757`, `33,757`, `33.5° N`, `N 33°30'36"`, `33 30 N`. South and west are below zero. NaN where the cell
 * is none; the range is not looked at.
 */
export function readDegrees(text: string, axis: 'lat' | 'lon'): number {
  if (PLAIN.test(text)) return Number(text);
  if (DECIMAL.test(text)) return decimal(text);
  const match = text.length <= 40 ? partsOf(text) : null;
  if (!match) return Number.NaN;
  const [, before, degrees, minutes, seconds, after] = match;
  const letter = (before ?? after ?? '').toUpperCase();
  if ((before && after) || (letter && !(axis === 'lat' ? 'NS' : 'EW').includes(letter))) return Number.NaN;
  if (decimal(minutes) >= 60 || decimal(seconds) >= 60) return Number.NaN;
  const whole = decimal(degrees);
  const size = Math.abs(whole) + decimal(minutes) / 60 + decimal(seconds) / 3600;
  const below = whole < 0 || letter === 'S' || letter === 'W';
  return below ? -size : size;
}

/** A latitude and a longitude. */
export interface CoordinatePair {
  readonly lat: number;
  readonly lon: number;
}

const POINT = /^(?:SRID=\d+;)?\s*POINT\s*Z?\s*\(\s*(\S+)\s+(\S+)(?:\s+\S+)?\s*\)$/i;
const LETTERED = /^(.*?[NSEW])(?:\s[-–—]\s|[\s,;/|])+(.*)$/i;
const LETTERS_FIRST = /^([NS][^EW]*?)[\s,;/|]*([EW][^NS]*)$/i;
const PARTED = [/\s*[;|/]\s*/, /\s*,\s+|\s+,\s*/, /\s*,\s*/, /\s+/] as const;

/** The two texts of a cell: parted by the first sign that makes two of them. */
function halves(text: string): readonly [string, string] | null {
  const before = LETTERS_FIRST.exec(text);
  if (before && !/[NSEW]\s*$/i.test(text)) return [before[1] ?? '', before[2] ?? ''];
  const lettered = LETTERED.exec(text);
  if (lettered && /^[^NSEW]+$/i.test((lettered[1] ?? '').slice(0, -1))) {
    return [lettered[1] ?? '', lettered[2] ?? ''];
  }
  for (const sign of PARTED) {
    const parts = text.split(sign);
    if (parts.length === 2 && parts[0] && parts[1]) return [parts[0], parts[1]];
  }
  return null;
}

/**
 * Two coordinates from one cell: `28.02, -13.78`, `(28,02; 13,78)`, `28°N 13°W`, `POINT(13.78 28.02)`. Letters, and the
 * longitude first of a `POINT`, say which is which, else `order` does. Null where the cell is no such pair; the range is
 * not looked at.
 */
export function readPair(text: string, order: 'lat-lon' | 'lon-lat'): CoordinatePair | null {
  if (text.length > 100) return null;
  const point = POINT.exec(text);
  if (point) return pairOf(point[2] ?? '', point[1] ?? '');
  const bare = text.replace(/^[([]\s*|\s*[)\]]$/g, '').trim();
  const found = halves(bare);
  if (!found) return null;
  const [first, second] = found;
  const isSwapped = /[EW]/i.test(first) || /[NS]/i.test(second);
  return isSwapped || (order === 'lon-lat' && !/[NSEW]/i.test(bare))
    ? pairOf(second, first)
    : pairOf(first, second);
}

function pairOf(latText: string, lonText: string): CoordinatePair | null {
  const [lat, lon] = [readDegrees(latText, 'lat'), readDegrees(lonText, 'lon')];
  return Number.isNaN(lat) || Number.isNaN(lon) ? null : { lat, lon };
}
