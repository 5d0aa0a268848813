import { decimalsIn, quantityIn } from '../../cells/own-cell';
import { isFactor, unitInName } from '../../cells/units';
import type { DecimalSign } from '../../mapping';
import type { ColumnProfile } from '../../survey/survey';
import { isPlaceholder } from '../actors/placeholders';

/** How the numbers of a column are read. */
export interface NumberReading {
  /** What they are in, by their cells or their name; null where neither says so. */
  readonly unit: string | null;
  /** What its cells prove to part decimals; null where they prove nothing, and the sign of the file holds. */
  readonly decimals: DecimalSign | null;
  /** Cells that mean that it is not known. */
  readonly unknown: readonly string[];
  readonly why: string;
}

const PLAIN = /^-?\d+(?:\.\d{1,2})?$/;
/** Codes that a number would not keep: a zero stands first, or there are more digits than it holds. */
const CODE = /^0\d|^-?\d{16,}$/;

/** The sign that the cells prove to part decimals; `mixed` where they prove both. */
function provedDecimals(texts: readonly string[]): DecimalSign | 'mixed' | null {
  const proved = new Set(texts.map(decimalsIn));
  if (proved.has('point') && proved.has('comma')) return 'mixed';
  return proved.has('comma') ? 'comma' : proved.has('point') ? 'point' : null;
}

/** Codes of tables for a number that is not known, where nothing else in them is below zero. */
const SENTINEL = /^-(?:99|999|9999)$/;

function sentinels(texts: readonly string[]): readonly string[] {
  const negative = texts.filter((text) => text.startsWith('-'));
  return negative.length < texts.length && negative.every((text) => SENTINEL.test(text)) ? negative : [];
}

/** Told of the first text, so that columns of prose are not looked through. */
const isQuantity = (text: string) => quantityIn(text, 'point') !== null || quantityIn(text, 'comma') !== null;

/**
 * How the cells of a column are read as numbers; null where they are not all numbers, are in several units, or part decimals
 * in several ways: such a column stays as it is written. With `isWhole` every cell is a value, and none says "not known".
 */
export function numbersOf({ name, values }: ColumnProfile, isWhole = false): NumberReading | null {
  const words: string[] = [];
  const texts: string[] = [];
  for (const [text] of values) {
    if (/\d/.test(text)) texts.push(text);
    else if (!isWhole && isPlaceholder(text)) words.push(text);
    else return null;
  }
  if (texts.length > 0 && !isQuantity(texts[0] as string)) return null;
  if (texts.length === 0 || texts.some((text) => CODE.test(text))) return null;
  const proved = provedDecimals(texts);
  if (proved === 'mixed') return null;
  const units = new Set<string | null>();
  for (const text of texts) {
    const found = PLAIN.test(text)
      ? { number: Number(text), unit: null }
      : quantityIn(text, proved ?? 'point');
    if (found === null) return null;
    if (found.number !== 0 || found.unit !== null) units.add(found.unit);
  }
  const stated = [...units].filter((unit) => unit !== null);
  const [unit = null] = stated;
  if (stated.length > 1 || (unit !== null && units.has(null) && isFactor(unit))) return null;
  const unknown = isWhole ? [] : [...sentinels(texts), ...words];
  const because = [
    unit === null ? 'its cells are numbers' : `its cells are numbers in ${unit}`,
    ...(proved === 'comma' ? ['a comma parts their decimals'] : []),
    ...(unknown.length > 0 ? [`${unknown.join(' and ')} says that it is not known`] : []),
  ];
  return { unit: unit ?? unitInName(name), decimals: proved, unknown, why: because.join('; ') };
}
