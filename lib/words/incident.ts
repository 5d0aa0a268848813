import type { CountedAs } from '../query/result';
import type { FieldKind } from '../series/field-kinds';
import type { OwnValue } from '../series/fields';
import type { Noun } from '../series/measures';
import { thousands } from '../text/thousands';
import { parseDay } from '../time/day';
import { countDays, type EventDate } from '../time/event-date';
import { formatDayText, formatSpan } from '../time/format';
import { inNoun } from './labels';

/** What is known of the day it began. */
function startMeaning(date: EventDate): string {
  const days = countDays(date.days);
  if (days === 0) return 'The start is not known: it counts in high only.';
  if (days === 1) return 'Known to the day.';
  return `It began on one of ${days} days: the best count spreads it evenly over them.`;
}

/** What a date of several days counts as. */
function lengthMeaning(date: EventDate): string | null {
  if (date.openEnd) return 'It went on, and the end is not known; it counts once, at its start.';
  return date.until === null ? null : 'It lasted several days and counts once, at its start.';
}

/** How far low and high reach beyond the date as written. */
function doubtMeaning(date: EventDate): string | null {
  const [first, last] = [date.possible[0], date.possible.at(-1)];
  if (!(date.uncertain || date.approximate) || date.days.length === 0 || !first || !last) return null;
  const flag = date.uncertain && date.approximate ? 'uncertain and approximate' : null;
  const kind = flag ?? (date.uncertain ? 'uncertain' : 'approximate');
  return `The date is ${kind}: low and high allow for ${formatSpan(first.from, last.to)}.`;
}

/** What an incident's date means for the counts, as sentences. */
export function dateMeaning(date: EventDate): string {
  const flagged = doubtMeaning(date);
  const start = flagged !== null && countDays(date.days) === 1 ? null : startMeaning(date);
  return [start, lengthMeaning(date), flagged].filter((sentence) => sentence !== null).join(' ');
}

/** How a row counts, where it does not simply count as one: a short sign and what it means. */
export interface DoubtSign {
  readonly kind: 'high' | 'share' | 'doubt';
  readonly label: string;
  readonly meaning: string;
}

/** A share to two significant digits: `0.5`, `0.033`. */
function formatShare(weight: number): string {
  return String(Number(weight.toPrecision(2)));
}

/** The sign of a row that stands in high only, counts in part, or is not in low; null for one that surely counts. */
export function doubtSign({ weight, inLow, inBest }: CountedAs): DoubtSign | null {
  if (!inBest) {
    return {
      kind: 'high',
      label: 'only in high',
      meaning: 'Too doubtful to stand in the best count; it counts in high alone.',
    };
  }
  if (weight < 1) {
    const share = formatShare(weight);
    const meaning = `Its date may lie outside the window: ${share} of it counts in best, nothing in low.`;
    return { kind: 'share', label: `counts ${share}`, meaning };
  }
  if (inLow) return null;
  return {
    kind: 'doubt',
    label: 'doubtful',
    meaning: 'Counts in best and high, not in low: its date, its tie or its nature is in doubt.',
  };
}

function dayText(text: string): string {
  const day = parseDay(text);
  return day === null ? text : formatDayText(day);
}

/** A number as the incident states it: every decimal, thousands set apart. */
function numberText(value: number): string {
  const [, sign = '', whole, decimals = ''] = /^(-?)(\d+)(\.\d+)?$/.exec(String(value)) ?? [];
  // What JavaScript writes with an exponent.
  if (whole === undefined) return value.toLocaleString('en', { maximumFractionDigits: 20 }).replace('-', '−');
  return `${sign && '−'}${thousands(whole)}${decimals}`;
}

/** What an incident says in an own field, as it is read; one text a value. */
export function ownInWords(kind: FieldKind, value: OwnValue): readonly string[] {
  if (typeof value === 'number') return [numberText(value)];
  if (typeof value === 'boolean') return [value ? 'yes' : 'no'];
  const texts = typeof value === 'string' ? [value] : value;
  return kind === 'day' ? texts.map(dayText) : texts;
}

/** That what happened may be none of what a series counts, and what follows for its casualties, where it has any; without its full stop. */
export function natureInDoubt(noun: Noun, hasCasualties: boolean): string {
  const said = inNoun('Whether this was an incident is disputed', noun);
  return hasCasualties ? `${said}, so its killed and injured count in high only` : said;
}
