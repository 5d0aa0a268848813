/**
 * Every code a Data Package can be answered with, and what it means. A fatal one leaves no series; any other keeps
 * its row out and the rest in use. Codes are stable: people and scripts look for them.
 */
export const PROBLEM_CODES = {
  'missing-descriptor': { fatal: true, meaning: 'The package holds no datapackage.json.' },
  'bad-descriptor': {
    fatal: true,
    meaning: 'datapackage.json is not JSON, or lacks or misstates something.',
  },
  'missing-table': { fatal: true, meaning: 'A table is not described, or its file is not there.' },
  'missing-field': { fatal: true, meaning: 'The schema of a table lacks a field that the format needs.' },
  'torn-quote': {
    fatal: true,
    meaning: 'A quotation mark is never closed, or closes in the middle of a cell.',
  },
  'missing-column': { fatal: true, meaning: 'The schema names a field that the file has no column for.' },
  'duplicate-column': { fatal: true, meaning: 'Two columns have one name.' },
  'actor-cycle': { fatal: true, meaning: 'Actors are part of each other in a circle.' },
  'outside-folder': { fatal: true, meaning: 'A table lies outside the folder of the package.' },
  'too-large': { fatal: true, meaning: 'A file is larger than the importer takes.' },
  'unknown-table': { fatal: false, meaning: 'A table of the package is not one that the format knows.' },
  'unknown-column': { fatal: false, meaning: 'A column is not in the schema and is not read.' },
  'ragged-row': { fatal: false, meaning: 'A row has more or fewer cells than the header.' },
  'bad-encoding': { fatal: false, meaning: 'A text holds bytes that are not UTF-8.' },
  required: { fatal: false, meaning: 'A cell that must be filled is empty.' },
  'not-a-number': { fatal: false, meaning: 'A cell is not a decimal number.' },
  'not-an-integer': { fatal: false, meaning: 'A cell is not a whole number.' },
  'not-a-boolean': { fatal: false, meaning: 'A cell is neither true nor false.' },
  'not-a-day': { fatal: false, meaning: 'A cell is not a day that exists, written YYYY-MM-DD.' },
  'not-in-enum': { fatal: false, meaning: 'A cell is not one of the values allowed.' },
  'pattern-mismatch': { fatal: false, meaning: 'A cell does not match the pattern of its field.' },
  'too-small': { fatal: false, meaning: 'A number is below the least allowed.' },
  'too-large-number': { fatal: false, meaning: 'A number is above the greatest allowed.' },
  'duplicate-value': { fatal: false, meaning: 'A value that must be unique stands a second time.' },
  'duplicate-id': { fatal: false, meaning: 'An id or a primary key stands a second time.' },
  'unknown-reference': { fatal: false, meaning: 'An id is named that no usable row declares.' },
  'bad-id': { fatal: false, meaning: 'An id is not written with the characters allowed.' },
  'reserved-id': { fatal: false, meaning: 'An id is a word that addresses need for themselves.' },
  'bad-date': { fatal: false, meaning: 'A date is not EDTF as Annals reads it.' },
  'bad-list': { fatal: false, meaning: 'A list has an empty or a repeated member.' },
  'order-of-estimates': { fatal: false, meaning: 'Low, best and high are not in ascending order.' },
  'bad-coordinate': { fatal: false, meaning: 'A latitude or longitude is out of range, or stands alone.' },
  'reversed-span': { fatal: false, meaning: 'A span ends before it begins.' },
  'bad-url': { fatal: false, meaning: 'An address is not an http or https URL.' },
  'bad-query': {
    fatal: false,
    meaning: 'A query is not written as key=value pairs, or has a window it must not have.',
  },
} as const satisfies Record<string, { fatal: boolean; meaning: string }>;

export type ProblemCode = keyof typeof PROBLEM_CODES;

/** Whether a problem of this code leaves no series at all. Codes of others are taken as not fatal. */
export function isFatal(code: string): boolean {
  return Object.hasOwn(PROBLEM_CODES, code) && PROBLEM_CODES[code as ProblemCode].fatal;
}
