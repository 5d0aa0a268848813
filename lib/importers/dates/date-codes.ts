import type { CodeTable } from '../problem-effect';

/** What can be wrong with the date of a row. */
export const DATE_CODES = {
  'no-date': {
    effect: 'row',
    meaning: 'The row has no date at all, or says that it is not known.',
    advice: 'Give it a date, if only a year, or `XXXX` where nothing is known.',
  },
  'date-not-understood': {
    effect: 'row',
    meaning: 'The text in the date column is not read as a date.',
    advice: 'Write it as EDTF, such as 2024-03-22, 2024-03 or 2024, or choose another column.',
  },
  'date-part-not-understood': {
    effect: 'row',
    meaning: 'The year, month or day of a row is none, or together they are a day that does not exist.',
    advice: 'Correct the part; write 0 or nothing for a month or day that is not known.',
  },
  'end-before-start': {
    effect: 'row',
    meaning: 'The end of the row lies before its start.',
    advice: 'Exchange the two dates, or correct the one that is wrong.',
  },
  'weekday-differs': {
    effect: 'warning',
    meaning: 'The day of the week that is written is not that of the date. The date is used.',
    advice: 'Look the date up, for one of the two is wrong.',
  },
  'date-text-not-used': {
    effect: 'cell',
    meaning:
      'The free text beside year, month and day is not understood, or says something else. The year, month and day are used.',
    advice: 'Write the text as a date that lies within the year and month of its row, or empty it.',
  },
} as const satisfies CodeTable;
