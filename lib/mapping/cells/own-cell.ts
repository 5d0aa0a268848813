import { plainText } from '../../text/plain-text';
import { parseDay } from '../../time/day';
import type { DecimalSign } from '../mapping';
import { isUnit, unitNamed } from './units';

const YES = 'yes true y t 1'.split(' ');
const NO = 'no false n f 0'.split(' ');
const YES_NO = new Map([
  ...YES.map((word) => [word, true] as const),
  ...NO.map((word) => [word, false] as const),
]);
const PLAIN = /^-?\d+(?:\.\d+)?$/;
const THOUSANDS_OR_DECIMALS = /^-?[1-9]\d{0,2}[.,]\d{3}$/;
const WHOLE_OR_LONG = /^-?(?:\d+|\d+\.(?:\d{1,2}|\d{4,}))$/;
/** A number with a sign of money or its letters before it, or a unit behind it. */
const QUANTITY =
  /^(?<minus>[-+]?)\s*(?<before>US\$|USD|EUR|GBP|[$€£¥₹])?\s*(?<sign>[-+]?)(?<digits>\d(?:[\d.,' ]*\d)?\.?|\.\d+)(?<exponent>e[-+]?\d+)?\s*(?<behind>[%‰°$€£¥₹]|[\p{L}°][\p{L}/^ ]{0,20}\.?)?$/iu;

/** Digits with the groups and decimals that they may be written with, and which sign each proves to part decimals. */
const DIGITS: readonly (readonly [shape: RegExp, decimals: DecimalSign | 'either' | 'any'])[] = [
  [/^\d+$/, 'any'],
  [/^\d{1,3}(?:[ ']\d{3})+$/, 'any'],
  [/^\d{1,3}(?:[ ']\d{3})+\.\d+$/, 'point'],
  [/^\d{1,3}(?:[ ']\d{3})+,\d+$/, 'comma'],
  [/^\d{1,3}(?:,\d{3})+\.\d+$/, 'point'],
  [/^\d{1,3}(?:\.\d{3})+,\d+$/, 'comma'],
  [/^\d{1,3}(?:,\d{3}){2,}$/, 'point'],
  [/^\d{1,3}(?:\.\d{3}){2,}$/, 'comma'],
  [/^[1-9]\d{0,2}[.,]\d{3}$/, 'either'],
  [/^\d*\.\d*$/, 'point'],
  [/^\d+,\d+$/, 'comma'],
];

interface Parts {
  readonly negative: boolean;
  readonly digits: string;
  readonly exponent: string;
  readonly unit: string | null;
}

/** Longer cells are prose. */
const LONGEST = 60;

function partsOf(text: string): Parts | null {
  if (text.length > LONGEST) return null;
  const plain = plainText(text.replaceAll('\u066c', ',').replaceAll('\u066b', '.'));
  const groups = QUANTITY.exec(plain)?.groups;
  if (!groups) return null;
  const { minus = '', before, sign = '', digits = '', exponent = '', behind } = groups;
  if ((minus !== '' && sign !== '') || (before !== undefined && behind !== undefined && !isUnit(behind)))
    return null;
  if (behind !== undefined && !isUnit(behind)) return null;
  const [first, second] = [before, behind].map((unit) => (unit === undefined ? null : unitNamed(unit)));
  const unit = first && second && first !== second ? `${second} ${first}` : (first ?? second ?? null);
  return { negative: `${minus}${sign}` === '-', digits, exponent, unit };
}

const shapeOf = (digits: string) => DIGITS.find(([shape]) => shape.test(digits))?.[1] ?? null;

/** Which sign a cell proves to part decimals in it: `1.5`, `1,234.5`, `1.234.567`; null where it may be either or none. */
export function decimalsIn(text: string): DecimalSign | null {
  if (WHOLE_OR_LONG.test(text)) return text.includes('.') ? 'point' : null;
  if (THOUSANDS_OR_DECIMALS.test(text)) return null;
  const proved = shapeOf(partsOf(text)?.digits ?? '');
  return proved === 'point' || proved === 'comma' ? proved : null;
}

/** A number, and the unit that its cell states; null where it states none. */
export interface Quantity {
  readonly number: number;
  readonly unit: string | null;
}

/** The number of a cell, with or without a unit; null where there is none, or where its signs say other decimals. */
export function quantityIn(text: string, decimals: DecimalSign): Quantity | null {
  if (decimals === 'point' && PLAIN.test(text)) return { number: Number(text), unit: null };
  const parts = partsOf(text);
  const shape = parts === null ? null : shapeOf(parts.digits);
  if (parts === null || shape === null) return null;
  if ((shape === 'point' || shape === 'comma') && shape !== decimals) return null;
  const { negative, digits, exponent, unit } = parts;
  const whole = digits.replace(decimals === 'point' ? /[, ']/g : /[. ']/g, '').replace(',', '.');
  const number = Number(`${whole}${exponent}`);
  return Number.isFinite(number) ? { number: negative ? -number : number, unit } : null;
}

/** Yes or no as a cell says it; null where it says neither. */
export function flagIn(text: string): boolean | null {
  return YES_NO.get(text.toLowerCase()) ?? null;
}

/** The day of a cell that begins with one as `YYYY-MM-DD`, alone or with midnight behind it; null where it does not. */
export function dayIn(text: string): string | null {
  if (parseDay(text) !== null) return text;
  const found = /^(\d{4}-\d{2}-\d{2})(?:[T ]00:00(?::00(?:\.0+)?)?Z?)?$/.exec(text);
  return found?.[1] !== undefined && parseDay(found[1]) !== null ? found[1] : null;
}
