import type { CodeTable } from '../../problems/code-table';
import { type Problem, problemsOf } from '../../problems/problem';

/** What can be wrong with a file before anything is known of its meaning. */
export const FORMAT_CODES = {
  'empty-file': { effect: 'fatal', meaning: 'The file holds nothing, or a header and no rows.' },
  'unknown-format': { effect: 'fatal', meaning: 'The file is of no format that is read.' },
  'broken-file': {
    effect: 'fatal',
    meaning: 'The file is damaged from its start; nothing of it can be read.',
  },
  'truncated-file': {
    effect: 'row',
    meaning: 'The file ends in the middle of something; what stands before it is used.',
    advice: 'Get the whole file and import it again.',
  },
  'over-limit': { effect: 'fatal', meaning: 'The file is larger than a limit allows; see docs/formats.md.' },
  'refused-format': {
    effect: 'fatal',
    meaning: 'The file is of a format that is known and not read, such as PDF or an old Excel workbook.',
    advice: 'Save the table as CSV or XLSX and import that.',
  },
  'no-table': {
    effect: 'fatal',
    meaning: 'The file can be read, but there is no table of records in it.',
    advice: 'Choose a file with one record for each event.',
  },
  'unknown-choice': {
    effect: 'fatal',
    meaning: 'The file, sheet or path that was asked for is not there.',
    advice: 'Choose one of those that are there.',
  },
  'locked-file': {
    effect: 'fatal',
    meaning: 'The file is encrypted.',
    advice: 'Unpack it with its password, or save it without one, and import the result.',
  },
  'broken-record': {
    effect: 'row',
    meaning: 'The record is no valid JSON object, so it is not used.',
  },
  'too-deep': {
    effect: 'row',
    meaning: 'The record is nested deeper than the limit allows, so it is not used.',
  },
  'too-long': { effect: 'row', meaning: 'The record is longer than the limit allows, so it is not used.' },
  'repeated-key': {
    effect: 'cell',
    meaning: 'A key stands twice in one object; the last value is used, as JSON readers do.',
  },
  'not-finite': {
    effect: 'cell',
    meaning: 'NaN or Infinity stands where JSON has a number; the cell is taken as empty.',
  },
  'error-cell': {
    effect: 'cell',
    meaning: 'A formula of the workbook ended in an error, such as #N/A; the cell is taken as empty.',
  },
  'cell-beyond-header': {
    effect: 'cell',
    meaning: 'The row has more cells than the table has columns; the cells beyond are not used.',
  },
  'unclosed-quote': {
    effect: 'row',
    meaning:
      'A quotation mark opens and never closes, or closes in the middle of a cell; the line is not used.',
    advice: 'Close the quotation mark, or double it where it belongs to the text.',
  },
  'long-row': {
    effect: 'row',
    meaning: 'The row has more cells than the table has columns, so it is not known which cell is which.',
    advice: 'Put quotation marks around cells that contain the delimiter.',
  },
  'short-row': {
    effect: 'warning',
    meaning:
      'The row has fewer cells than the table has columns; the cells that are missing are taken as empty.',
  },
  'loose-quote': {
    effect: 'warning',
    meaning: 'Quotation marks inside a quoted cell are not doubled; they are taken as they stand.',
  },
  'broken-text': {
    effect: 'warning',
    meaning: 'Some bytes of the cell are no text in the encoding of the file; they show as \ufffd.',
    advice: 'Choose another encoding, or save the file as UTF-8.',
  },
  'nul-character': { effect: 'warning', meaning: 'The cell has NUL characters; they are left out.' },
  'unended-line': {
    effect: 'note',
    meaning: 'No line break ends the last line, so its last cell may be cut off.',
  },
} as const satisfies CodeTable;

export type FormatCode = keyof typeof FORMAT_CODES;

/** A problem with a file or one of its records, with one of the codes above. */
export const formatProblem = problemsOf(FORMAT_CODES);

/** Whether a problem of a format is a record that cannot be used. */
export function isLostRow({ code }: Problem): boolean {
  return Object.hasOwn(FORMAT_CODES, code) && FORMAT_CODES[code as FormatCode].effect === 'row';
}
