const PLAIN = /^-?\d{1,3}(?:\.\d*)?$/;
const DECIMAL = /^[+-]?(?:\d+(?:[.,]\d*)?|[.,]\d+)(?:[eE]-?\d{1,2})?$/;
const PARTS =
  /^([NSEW])?\s*([+-]?\d{1,3}(?:[.,]\d+)?)\s*°?\s*(?:(\d{1,2}(?:[.,]\d+)?)\s*['’′]\s*)?(?:(\d{1,2}(?:[.,]\d+)?)\s*(?:"|”|″|'')\s*)?([NSEW])?$/i;

function decimal(text: string | undefined): number {
  return text === undefined ? 0 : Number(text.replace(',', '.'));
}

/**
 * Degrees from a cell: `33.757`, `33,757`, `33.5° N`, `N 33°30'36"`. South and west are below zero. NaN where the cell
 * is none; the range is not looked at.
 */
export function readDegrees(text: string, axis: 'lat' | 'lon'): number {
  if (PLAIN.test(text)) return Number(text);
  if (DECIMAL.test(text)) return decimal(text);
  const match = text.length <= 40 ? PARTS.exec(text) : null;
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
