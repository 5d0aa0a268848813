import type { CodeTable } from '../../problems/code-table';

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
  'note-not-read': {
    effect: 'warning',
    meaning: 'A note in brackets behind the date is not understood. The date alone is used.',
    advice: 'Look whether the note bears on the date, such as a calendar or a doubt; write that as EDTF.',
  },
  'year-differs': {
    effect: 'warning',
    meaning: 'The year of the date is not that of the column which gives the year. The date is used.',
    advice: 'Look the date up, for one of the two is wrong.',
  },
  'far-date': {
    effect: 'warning',
    meaning: 'The date lies far from all others of the file, as a mistyped year does. It is used as written.',
    advice: 'Look the date up, and correct it in the file where it is wrong.',
  },
  'far-dates': {
    effect: 'note',
    meaning: 'Some dates lie far from all others; the value is the span of the others.',
    advice: 'Each of them is listed under far-date. A window without them is offered on the page.',
  },
  'exchanged-day': {
    effect: 'warning',
    meaning:
      'The date may have day and month exchanged: Excel makes a date of a text in its own order where it can, and leaves the text where the day is over 12.',
    advice: 'Look at the source of the sheet; write all of its dates as 2024-03-22.',
  },
  'early-years': {
    effect: 'warning',
    meaning: 'All dates lie in the first centuries, as days or counts that were taken for years do.',
    advice: 'Name the column of years, or the columns of year, month and day.',
  },
  'days-of-zone': {
    effect: 'note',
    meaning:
      'The times are written with their distance from UTC, so that the zone whose days count is known.',
  },
  'date-text-not-used': {
    effect: 'cell',
    meaning:
      'The free text beside year, month and day is not understood, or says something else. The year, month and day are used.',
    advice: 'Write the text as a date that lies within the year and month of its row, or empty it.',
  },
} as const satisfies CodeTable;
