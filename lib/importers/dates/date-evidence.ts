import { isBareNumber } from './bare-number';
import type { DateInference } from './date-rule';
import { saysUnknown } from './date-words';
import { inferDates } from './infer-dates';
import { collectNumbers } from './number-evidence';
import { foldWords } from './plain-text';
import { dateKey } from './read-date';
import { type KeyCounts, type Scenario, scenariosOf, streamInto } from './scenarios';

/** Collects what the cells of one column say about dates. */
export interface DateEvidence {
  /** Takes one cell that is not empty. */
  observe(text: string): void;
  /** What all cells say; null for a column that is no dates. */
  conclude(): DateInference | null;
}

/** Distinct texts that are kept until the end; later ones are read at once, by what the first ones suggest. */
const MOST_KEYS = 50_000;
/** Where a column is looked at while it comes, and given up if next to nothing is a date. */
const LOOKS: readonly number[] = [1_000, 10_000];
/** The least share of the cells that may be dates. */
const LEAST = 0.05;

/**
 * Evidence for a column of up to millions of cells in bounded memory. Equal days with ever other times of day count as
 * one text. A column whose first thousand cells are not dates is given up, and costs next to nothing from then on.
 */
export function collectDates(): DateEvidence {
  const keys: Map<string, number> = new Map();
  const cells = new Map<string, string>();
  const numbers = collectNumbers();
  let [count, unknown, isGivenUp] = [0, 0, false];
  let streaming: readonly Scenario[] | null = null;

  const infer = (): DateInference | null => {
    const counts: KeyCounts = keys;
    return inferDates({
      cells: count,
      numbers,
      keys: counts,
      cellOf: (key) => cells.get(key) ?? key,
      streaming,
    });
  };
  const isHopeless = (): boolean => {
    const understood = infer()?.understood ?? 0;
    return count > unknown && understood < LEAST * (count - unknown);
  };
  const keep = (key: string, text: string): void => {
    const seen = keys.get(key);
    if (seen !== undefined) keys.set(key, seen + 1);
    else if (keys.size < MOST_KEYS) {
      keys.set(key, 1);
      cells.set(key, text);
    } else {
      streaming ??= scenariosOf(keys);
      streamInto(streaming, key);
    }
  };
  return {
    observe(text) {
      count += 1;
      if (isGivenUp) return;
      const key = dateKey(text);
      if (isBareNumber(key) && Number(key) !== 0) numbers.observe(key);
      else if (/[0-9]/.test(key) && !saysUnknown(key)) keep(key, text);
      else if (/X{4}|^\.\.\/\.\.$/.test(key)) keep(key, text);
      else if (key === '' || saysUnknown(foldWords(key))) unknown += 1;
      if (LOOKS.includes(count)) isGivenUp = isHopeless();
      if (isGivenUp) keys.clear();
    },
    conclude: () => (isGivenUp || isHopeless() ? null : infer()),
  };
}
