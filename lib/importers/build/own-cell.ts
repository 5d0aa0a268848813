import { parseDay } from '../../time/day';
import { plainText } from '../dates/plain-text';

const YES_NO = new Set('yes no true false y n t f 0 1'.split(' '));
const NUMBER = /^[-+−]?(?:\d{1,3}(?:[, '\u00a0\u202f]\d{3})+|\d+)(?:\.\d*)?(?:e[-+]?\d+)?$|^[-+−]?\.\d+$/i;
/** A number with a sign of money before it, or a unit behind it. */
const WITH_UNIT =
  /^(?:[$€£]\s*)?(?<number>[-+−]?[\d.,' \u00a0\u202f]*\d(?:\.\d*)?(?:e[-+]?\d+)?)\s*(?<unit>%|°|[\p{L}][\p{L}/²³.]{0,11})?$/iu;

/** The number that a cell gives, with or without a unit; null where it gives none. */
export function numberIn(text: string): number | null {
  const plain = plainText(text).trim();
  const bare = NUMBER.test(plain) ? plain : (WITH_UNIT.exec(plain)?.groups?.number ?? '');
  if (!NUMBER.test(bare)) return null;
  const number = Number(bare.replace('−', '-').replace(/[, '\u00a0\u202f]/g, ''));
  return Number.isFinite(number) ? number : null;
}

/** Yes or no as a cell says it; null where it says neither. */
export function flagIn(text: string): boolean | null {
  const word = text.toLowerCase();
  if (!YES_NO.has(word)) return null;
  return ['yes', 'true', 'y', 't', '1'].includes(word);
}

/** The day of a cell that begins with one as `YYYY-MM-DD`, alone or with midnight behind it; null where it does not. */
export function dayIn(text: string): string | null {
  const found = /^(\d{4}-\d{2}-\d{2})(?:[T ]00:00(?::00(?:\.0+)?)?Z?)?$/.exec(text);
  return found?.[1] !== undefined && parseDay(found[1]) !== null ? found[1] : null;
}
