import { INITIATORS, type Initiator } from '../../series/model';
import type { ColumnProfile } from '../survey/survey';
import { bestColumn } from './columns/best-column';
import { shareOf } from './columns/content';
import { DRILL, IN_SCOPE, INITIATOR } from './columns/field-names';
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

const REAL: Readonly<Record<string, boolean>> = Object.fromEntries([
  ...'yes y true t 1 x drill exercise test training simulation si sí s oui ja да так نعم evet tak sim'
    .split(' ')
    .map((word) => [word, false] as const),
  ...'no n false f 0 real actual live nein non нет ні لا hayır nie não nao'
    .split(' ')
    .map((word) => [word, true] as const),
]);

const realOf = (text: string): boolean | null => {
  const key = text.toLowerCase();
  return Object.hasOwn(REAL, key) ? (REAL[key] ?? null) : null;
};

/** A flag of drills and tests: some rows have it, and not all. */
function guessDrills(free: readonly ColumnProfile[], rows: number): Guess | null {
  const found = bestColumn(free, DRILL, (column) => {
    const flagged = column.values
      .filter(([text]) => realOf(text) === false)
      .reduce((sum, [, n]) => sum + n, 0);
    return shareOf(column, (text) => realOf(text) !== null) === 1 && flagged > 0 && flagged < rows;
  });
  if (!found) return null;
  const { column } = found;
  const change = { inScope: ruleFor(column, realOf, true) };
  const reason =
    'flags drills and tests: these rows are out of scope, so they are left out of counts unless “scope” asks for them';
  return { change, reason: because('inScope', [column], reason, 'likely') };
}

/** Finds who began it and what is in scope, where a column says so in words that need no guess. */
export const guessRules: Guesser = ({ free, rows }): readonly Guess[] => {
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
  const drills = scope ? null : guessDrills(free, rows);
  return drills ? [...guesses, drills] : guesses;
};
