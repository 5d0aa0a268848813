import type { CodeTable } from '../../problems/code-table';
import { problemsOf } from '../../problems/problem';

/** Why a file is no series of events. */
export const GUESS_CODES = {
  'no-date-column': {
    effect: 'fatal',
    meaning: 'No column holds dates.',
    advice: 'Choose the date column yourself, or import a table in which every row is one dated incident.',
  },
  'cumulative-series': {
    effect: 'fatal',
    meaning:
      'The rows are running totals by day, not events; adding them up would count the same thing again.',
    advice: 'Import the events behind the figures: a table with one row for each.',
  },
  'table-of-totals': {
    effect: 'fatal',
    meaning: 'The figures are totals of periods, which stand in rows or in columns, not events.',
    advice: 'Import the events behind the totals: a table with one row for each.',
  },
} as const satisfies CodeTable;

export type GuessCode = keyof typeof GUESS_CODES;

/** Why a file is refused, with one of the codes above. */
export const refusalAt = problemsOf(GUESS_CODES);
