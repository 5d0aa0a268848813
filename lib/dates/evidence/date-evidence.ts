import { foldWords } from '../../text/plain-text';
import type { DateInference } from '../date-rule';
import { isBareNumber } from '../phrase/bare-number';
import { dateKey } from '../read-date';
import { saysUnknown } from '../words/date-words';
import { inferDates } from './infer-dates';
import { collectNumbers } from './number-evidence';
import { type KeyCounts, type Scenario, scenariosOf, streamInto, streamingFrom } from './scenarios';

/** Collects what the cells of one column say about dates. */
export interface DateEvidence {
  /** Takes one cell that is not empty. */
  observe(text: string): void;
  /** What all cells say; null for a column that is no dates. */
  conclude(): DateInference | null;
}

/** Distinct texts that are kept until the end; later ones are read at once, by what the first ones suggest. */
const MOST_KEYS = 20_000;
/** Where a column is looked at while it comes, and given up if next to nothing is a date. */
const LOOKS: readonly number[] = [1_000, 10_000];
/** Texts that are read at a look. */
const SAMPLE = 300;
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

  const infer = (): DateInference | null =>
    inferDates({ cells: count, numbers, keys, cellOf: (key) => cells.get(key) ?? key, streaming });
  const isTooLittle = (understood: number): boolean =>
    count > unknown && understood < LEAST * (count - unknown);
  /** Judged by a sample of the texts, and by all numbers. */
  const isHopeless = (): boolean => {
    const sample = new Map([...keys].slice(0, SAMPLE));
    const sum = (map: KeyCounts) => [...map.values()].reduce((all, each) => all + each, 0);
    const read = Math.max(...scenariosOf(sample).map(({ understood }) => understood));
    const [kind] = numbers.kinds();
    const ofNumbers = kind ? numbers.understood(kind) : 0;
    return isTooLittle(ofNumbers + (sample.size === 0 ? 0 : (read / sum(sample)) * sum(keys)));
  };
  const keep = (key: string, text: string): void => {
    if (keys.size < MOST_KEYS) {
      keys.set(key, 1);
      cells.set(key, text);
    } else {
      streaming ??= streamingFrom(scenariosOf(keys));
      streamInto(streaming, key);
    }
  };
  const sort = (key: string, text: string): void => {
    if (isBareNumber(key) && Number(key) !== 0) numbers.observe(key);
    else if (/[0-9]|X{4}|^\.\.\/\.\.$/.test(key) && !saysUnknown(key)) keep(key, text);
    else if (key === '' || saysUnknown(foldWords(key))) unknown += 1;
  };
  return {
    observe(text) {
      count += 1;
      if (isGivenUp) return;
      // A text that was kept as it stands is its own key.
      const key = cells.get(text) === text ? text : dateKey(text);
      const seen = keys.get(key);
      if (seen === undefined) sort(key, text);
      else keys.set(key, seen + 1);
      if (LOOKS.includes(count)) isGivenUp = isHopeless();
      if (isGivenUp) keys.clear();
    },
    conclude() {
      const inference = isGivenUp ? null : infer();
      return inference === null || isTooLittle(inference.understood) ? null : inference;
    },
  };
}
