import { type DateInference, type DateRule, ISO_DATES } from '../../../dates/date-rule';
import type { ColumnProfile } from '../../survey/survey';

const KEYS = ['order', 'language', 'numbers', 'pivot'] as const satisfies readonly (keyof DateRule)[];

/** One rule for two columns; null where they say different things. What one does not say, the other may. */
function merged(one: DateRule, other: DateRule): DateRule | null {
  const differs = KEYS.some((key) => one[key] !== null && other[key] !== null && one[key] !== other[key]);
  if (differs) return null;
  return {
    order: one.order ?? other.order,
    language: one.language ?? other.language,
    numbers: one.numbers ?? other.numbers,
    pivot: one.pivot ?? other.pivot,
  };
}

/** The inferences of columns that hold dates, of those among some that do. */
export function inferencesOf(columns: readonly ColumnProfile[]): readonly DateInference[] {
  return columns
    .map(({ dates }) => dates)
    .filter((dates) => dates !== null && dates.rules.length > 0) as DateInference[];
}

/**
 * The rules that fit all of some columns, best first, as start and end of a span are written alike: what one column does
 * not settle, the other may. Where no rule fits them all, those of the first; where none holds dates, the ISO rule.
 */
export function rulesFor(columns: readonly ColumnProfile[]): readonly DateRule[] {
  const [first, ...others] = inferencesOf(columns).map(({ rules }) => rules);
  if (!first) return [ISO_DATES];
  let rules = first;
  for (const more of others) {
    const fitting = rules.flatMap((one) =>
      more.map((other) => merged(one, other)).filter((rule) => rule !== null),
    );
    if (fitting.length > 0) rules = fitting;
  }
  const seen = new Set<string>();
  return rules.filter((rule) => {
    const key = KEYS.map((name) => rule[name]).join('|');
    return !seen.has(key) && seen.add(key);
  });
}
