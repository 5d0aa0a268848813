import type { CodeTable } from '../../problems/code-table';

/** Every code that only a Data Package can be answered with. */
export const PACKAGE_CODES = {
  'missing-descriptor': { effect: 'fatal', meaning: 'The package holds no datapackage.json.' },
  'bad-descriptor': {
    effect: 'fatal',
    meaning: 'datapackage.json is not JSON, or lacks or misstates something.',
  },
  'missing-table': { effect: 'fatal', meaning: 'A table is not described, or its file is not there.' },
  'missing-field': { effect: 'fatal', meaning: 'The schema of a table lacks a field that the format needs.' },
  'torn-quote': {
    effect: 'fatal',
    meaning: 'A quotation mark is never closed, or closes in the middle of a cell.',
  },
  'bad-outlines': {
    effect: 'fatal',
    meaning: 'A file of outlines is neither GeoJSON nor TopoJSON, or is not in degrees.',
  },
  'missing-column': { effect: 'fatal', meaning: 'The schema names a field that the file has no column for.' },
  'duplicate-column': { effect: 'fatal', meaning: 'Two columns have one name.' },
  'actor-cycle': { effect: 'fatal', meaning: 'Actors are part of each other in a circle.' },
  'outside-folder': { effect: 'fatal', meaning: 'A table lies outside the folder of the package.' },
  'too-large': { effect: 'fatal', meaning: 'A file is larger than the importer takes.' },
  'unknown-table': { effect: 'note', meaning: 'A table of the package is not one that the format knows.' },
  'unknown-column': { effect: 'note', meaning: 'A column is not in the schema and is not read.' },
  'ragged-row': { effect: 'row', meaning: 'A row has more or fewer cells than the header.' },
  'bad-encoding': { effect: 'row', meaning: 'A text holds bytes that are not UTF-8.' },
  required: { effect: 'row', meaning: 'A cell that must be filled is empty.' },
  'not-a-number': { effect: 'row', meaning: 'A cell is not a decimal number.' },
  'not-an-integer': { effect: 'row', meaning: 'A cell is not a whole number.' },
  'not-a-boolean': { effect: 'row', meaning: 'A cell is neither true nor false.' },
  'not-a-day': { effect: 'row', meaning: 'A cell is not a day that exists, written YYYY-MM-DD.' },
  'not-in-enum': { effect: 'row', meaning: 'A cell is not one of the values allowed.' },
  'pattern-mismatch': { effect: 'row', meaning: 'A cell does not match the pattern of its field.' },
  'too-small': { effect: 'row', meaning: 'A number is below the least allowed.' },
  'too-large-number': { effect: 'row', meaning: 'A number is above the greatest allowed.' },
  'duplicate-value': { effect: 'row', meaning: 'A value that must be unique stands a second time.' },
  'duplicate-id': { effect: 'row', meaning: 'An id or a primary key stands a second time.' },
  'unknown-reference': { effect: 'row', meaning: 'An id is named that no usable row declares.' },
  'bad-id': { effect: 'row', meaning: 'An id is not written with the characters allowed.' },
  'reserved-id': { effect: 'row', meaning: 'An id is a word that addresses need for themselves.' },
  'bad-date': { effect: 'row', meaning: 'A date is not EDTF as Annals reads it.' },
  'bad-list': { effect: 'row', meaning: 'A list has an empty or a repeated member.' },
  'order-of-estimates': { effect: 'row', meaning: 'Low, best and high are not in ascending order.' },
  'bad-coordinate': { effect: 'row', meaning: 'A latitude or longitude is out of range, or stands alone.' },
  'bad-area': { effect: 'row', meaning: 'An outline is no polygon of GeoJSON.' },
  'heights-left-out': { effect: 'note', meaning: 'Positions of outlines have heights, which are left out.' },
  'reversed-span': { effect: 'row', meaning: 'A span ends before it begins.' },
  'bad-url': { effect: 'row', meaning: 'An address is not an http or https URL.' },
  'bad-query': {
    effect: 'row',
    meaning: 'A query is not written as key=value pairs, or has a window it must not have.',
  },
} as const satisfies CodeTable;

/** A code of {@link PACKAGE_CODES}. */
export type PackageCode = keyof typeof PACKAGE_CODES;
