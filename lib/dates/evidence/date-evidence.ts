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
  const kept = new Map<string, { readonly cell: string; count: number }>();
  const numbers = collectNumbers();
  /** Numbers by their cells, counted before they are looked at. */
  const waiting = new Map<string, { readonly key: string; count: number }>();
  const countNumbers = (): void => {
    for (const { key, count: times } of waiting.values()) numbers.observe(key, times);
    waiting.clear();
  };
  let [count, unknown, isGivenUp] = [0, 0, false];
  let streaming: readonly Scenario[] | null = null;

  const countsOf = (keys: Iterable<string>): KeyCounts =>
    new Map(Array.from(keys, (key) => [key, kept.get(key)?.count ?? 0]));
  const infer = (): DateInference | null => {
    countNumbers();
    const keys = countsOf(kept.keys());
    return inferDates({
      cells: count,
      numbers,
      keys,
      cellOf: (key) => kept.get(key)?.cell ?? key,
      streaming,
    });
  };
  const isTooLittle = (understood: number): boolean =>
    count > unknown && understood < LEAST * (count - unknown);
  /** Judged by a sample of the texts, and by all numbers. */
  const isHopeless = (): boolean => {
    countNumbers();
    const sample = countsOf([...kept.keys()].slice(0, SAMPLE));
    const sum = (map: KeyCounts) => [...map.values()].reduce((all, each) => all + each, 0);
    const read = Math.max(...scenariosOf(sample).map(({ understood }) => understood));
    const [kind] = numbers.kinds();
    const ofNumbers = kind ? numbers.understood(kind) : 0;
    return isTooLittle(
      ofNumbers + (sample.size === 0 ? 0 : (read / sum(sample)) * sum(countsOf(kept.keys()))),
    );
  };
  const keep = (key: string, text: string): void => {
    if (kept.size < MOST_KEYS) kept.set(key, { cell: text, count: 1 });
    else {
      streaming ??= streamingFrom(scenariosOf(countsOf(kept.keys())));
      streamInto(streaming, key);
    }
  };
  const sort = (key: string, text: string): void => {
    if (isBareNumber(key) && Number(key) !== 0) {
      if (waiting.size >= MOST_KEYS) countNumbers();
      waiting.set(text, { key, count: 1 });
    } else if (/[0-9]|X{4}|^\.\.\/\.\.$/.test(key) && !saysUnknown(key)) keep(key, text);
    else if (key === '' || saysUnknown(foldWords(key))) unknown += 1;
  };
  const note = (text: string): void => {
    // A text that was kept as it stands is its own key.
    let seen = kept.get(text);
    if (seen?.cell !== text) {
      const key = dateKey(text);
      seen = kept.get(key);
      if (seen === undefined) sort(key, text);
    }
    if (seen !== undefined) seen.count++;
  };
  return {
    observe(text) {
      count += 1;
      if (isGivenUp) return;
      const number = waiting.get(text);
      if (number === undefined) note(text);
      else number.count++;
      if (LOOKS.includes(count)) isGivenUp = isHopeless();
      if (isGivenUp) kept.clear();
    },
    conclude() {
      const inference = isGivenUp ? null : infer();
      return inference === null || isTooLittle(inference.understood) ? null : inference;
    },
  };
}
