import type { Mapping } from './mapping';
import type { Question } from './proposal';

function dateColumnsOf({ date }: Mapping): readonly (string | null)[] {
  if (date.kind === 'one') return [date.column];
  return date.kind === 'parts' ? [date.year, date.month, date.day] : [date.start, date.end];
}

const sameColumns = (a: Mapping, b: Mapping) =>
  JSON.stringify(dateColumnsOf(a)) === JSON.stringify(dateColumnsOf(b));

/** The parts of a date rule, each with the question that is asked where the cells do not settle it. */
const RULE_PARTS = [
  ['order', 'date-order'],
  ['numbers', 'date-numbers'],
  ['language', 'date-language'],
] as const;

/** Whether the kept mapping reads dates otherwise than the cells of this file settle, such as day before month. */
function contradicts(kept: Mapping, guess: Mapping, questions: readonly Question[]): boolean {
  if (!sameColumns(kept, guess) || questions.some(({ id }) => id === 'date-column')) return false;
  return RULE_PARTS.some(([part, question]) => {
    const [before, now] = [kept.date.rule[part], guess.date.rule[part]];
    const isSettled = now !== null && questions.every(({ id }) => id !== question);
    return isSettled && before !== null && before !== now;
  });
}

/**
 * Why a mapping that was kept for an earlier file with the same header may not be used for this one, by the guess and the
 * questions that its own cells give; null where it may. For a file of the same data set (`isOwn`) it holds unless the cells
 * say otherwise. For any other it holds only where they leave nothing open.
 */
export function whyNotKept(
  kept: Mapping,
  isOwn: boolean,
  guess: Mapping | null,
  questions: readonly Question[],
): string | null {
  if (guess !== null && contradicts(kept, guess, questions)) {
    return 'it reads dates otherwise than the cells of this file say';
  }
  if (isOwn) return null;
  if (guess === null || questions.length > 0) {
    return 'it was made for other data, and this file leaves something open';
  }
  if (!sameColumns(kept, guess)) return 'it was made for other data, and takes other columns for the date';
  return null;
}

/** A kept mapping with dates read as the cells of this file settle; both have the same columns for them. */
export function withOwnDates(kept: Mapping, guess: Mapping): Mapping {
  return { ...kept, date: { ...kept.date, rule: guess.date.rule } };
}

/**
 * A mapping kept for another data set: what unknown actors and the series itself are called, how figures, coordinates and
 * codes are written, and whether points give regions, is that of this file.
 */
export function fromElsewhere(kept: Mapping, guess: Mapping): Mapping {
  const { actorDecisions, meta, decimals, pairOrder, regionsByPoint, literals } = guess;
  const own = { actorDecisions, meta, decimals, pairOrder, regionsByPoint, literals };
  return { ...withOwnDates(kept, guess), ...own };
}
