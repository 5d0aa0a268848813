import type { CodeTable } from '../problem-effect';

/** What can be wrong with the date of a row. */
export const DATE_CODES = {
  'no-date': {
    effect: 'row',
    meaning: 'The row has no date at all.',
    advice: 'Give it a date, if only a year, or `XXXX` where nothing is known.',
  },
  'date-not-understood': {
    effect: 'row',
    meaning: 'The text in the date column is not read as a date.',
    advice: 'Write it as EDTF, such as 2024-03-22, 2024-03 or 2024, or choose another column.',
  },
} as const satisfies CodeTable;
