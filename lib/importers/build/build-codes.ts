import type { CodeTable } from '../problem-effect';

/** What can come of a row once its columns are known. */
export const BUILD_CODES = {
  'repeated-row': {
    effect: 'skip',
    meaning: 'A row with the same id and the same content stands before it; it is counted once.',
  },
  'conflicting-row': {
    effect: 'row',
    meaning: 'A row with the same id and other content stands before it; only the first is used.',
    advice: 'Give every incident an id of its own, or choose another id column.',
  },
  'equal-row': {
    effect: 'cell',
    meaning:
      'Another row has the same content. The file has no ids, so both are kept: they may be two incidents.',
  },
  'not-a-count': {
    effect: 'cell',
    meaning: 'The cell is not a number of people; it is taken as not reported.',
  },
  'not-a-coordinate': {
    effect: 'cell',
    meaning: 'The cells are not a latitude and a longitude; the place has none.',
  },
  'unordered-estimate': {
    effect: 'cell',
    meaning: 'Low, best and high are not in ascending order; only the best figure is used.',
  },
} as const satisfies CodeTable;
