import { INITIATORS, type Initiator } from '../../series/model';
import type { ColumnProfile } from '../survey/survey';
import { bestColumn } from './best-column';
import { shareOf } from './content';
import { IN_SCOPE, INITIATOR } from './field-names';
import { because, type Guess, type Guesser } from './guess';

const initiatorOf = (text: string): Initiator | null =>
  INITIATORS.find((one) => one === text.toLowerCase().replace(/[\s_]+/g, '-')) ?? null;

const SCOPE: Readonly<Record<string, boolean>> = {
  yes: true,
  true: true,
  in: true,
  no: false,
  false: false,
  out: false,
};

const scopeOf = (text: string): boolean | null => {
  const key = text.toLowerCase();
  return Object.hasOwn(SCOPE, key) ? (SCOPE[key] ?? null) : null;
};

function ruleFor<T>({ name, values }: ColumnProfile, read: (text: string) => T | null, otherwise: T) {
  const entries = values.flatMap(([text]) => {
    const value = read(text);
    return value === null ? [] : [[text, value] as const];
  });
  return { column: name, values: Object.fromEntries(entries), otherwise };
}

/** Finds who began it and what is in scope, where a column says so in words that need no guess. */
export const guessRules: Guesser = ({ free }): readonly Guess[] => {
  const initiator = bestColumn(
    free,
    INITIATOR,
    (column) => shareOf(column, (text) => initiatorOf(text) !== null) > 0.9,
  );
  const scope = bestColumn(
    free,
    IN_SCOPE,
    (column) => shareOf(column, (text) => scopeOf(text) !== null) === 1,
  );
  const guesses: Guess[] = [];
  if (initiator) {
    const change = { initiator: ruleFor(initiator.column, initiatorOf, 'unclear' as Initiator) };
    guesses.push({ change, reason: because('initiator', [initiator.column], 'says who began it', 'likely') });
  }
  if (scope) {
    const change = { inScope: ruleFor(scope.column, scopeOf, true) };
    guesses.push({ change, reason: because('inScope', [scope.column], 'says what is in scope', 'likely') });
  }
  return guesses;
};
