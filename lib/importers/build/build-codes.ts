import type { CodeTable } from '../../problems/code-table';

/** What can come of a row once its columns are known. */
export const BUILD_CODES = {
  'repeated-row': {
    effect: 'skip',
    meaning: 'A row with the same id and the same content stands before it; it is counted once.',
  },
  'further-claim': {
    effect: 'skip',
    meaning:
      'A row with the same id stands before it, and rows are claims: its actors, targets, sources and notes are added to that incident.',
  },
  'conflicting-row': {
    effect: 'row',
    meaning: 'A row with the same id and other content stands before it; only the first is used.',
    advice: 'Give every incident an id of its own, or choose another id column.',
  },
  'equal-row': {
    effect: 'warning',
    meaning:
      'Another row has the same content. The file has no ids, so both are kept: they may be two incidents.',
  },
  'missing-id': {
    effect: 'warning',
    meaning: 'The row has no id where others have one; its content makes one.',
  },
  'not-a-count': {
    effect: 'cell',
    meaning: 'The cell is not a number of people; it is taken as not reported.',
  },
  'about-count': {
    effect: 'warning',
    meaning: 'The cell gives an approximate number; it is taken as the best figure, without low and high.',
  },
  'ambiguous-count': {
    effect: 'warning',
    meaning: 'The point in the number may part thousands or decimals; it is read as parting decimals.',
    advice: 'Write thousands without a separator, or set `decimals` of the mapping to `comma`.',
  },
  'count-with-note': {
    effect: 'warning',
    meaning: 'A note stands beside the number in the cell; the number is used.',
  },
  'unordered-estimate': {
    effect: 'warning',
    meaning:
      'Low, best and high are not in ascending order; the smallest is taken as low, the largest as high, and the best stays.',
  },
  'not-a-coordinate': {
    effect: 'cell',
    meaning:
      'The cells are not a latitude and a longitude, so they make no point; numbers are kept as they are, and counted beside the map.',
  },
  'zero-coordinate': {
    effect: 'cell',
    meaning:
      'Latitude and longitude are both zero, a point in the Gulf of Guinea that stands for "not known" in most files. They make no point, and are counted beside the map.',
  },
  'swapped-coordinates': {
    effect: 'warning',
    meaning:
      'The point lies far from all others of its country, or of its region where rows name no country, and among them with latitude and longitude exchanged; or far from its country as outlines have it, and in it. It is used as written.',
    advice: 'Look the place up, and exchange the two numbers in the file where they are wrong.',
  },
  'regions-not-given': {
    effect: 'warning',
    meaning: 'The mapping wants regions by points, and the outlines that it names are not there.',
    advice: 'Import with the command line, which has outlines, or leave `regionsByPoint` of the mapping out.',
  },
  'says-nothing': {
    effect: 'note',
    meaning:
      'A text in a column, such as NA or “unknown”, says that nothing is known; it is taken as an empty cell.',
    advice: 'If it is a value of that column, name it under `literals` of the mapping.',
  },
  'not-of-its-kind': {
    effect: 'cell',
    meaning:
      'The cell is not what its field holds, such as a text among numbers; the incident has nothing there.',
    advice:
      'Keep the field as `text` or `category` in the mapping, if all its cells are to be kept as they are.',
  },
  'not-as-exported': {
    effect: 'warning',
    meaning:
      'A row that Annals gave out was changed since: a cell is not as an export writes it, or two of its cells contradict each other. What was taken stands in the reason.',
    advice: 'Change both cells, or empty the one that is not to count.',
  },
  'long-name': {
    effect: 'warning',
    meaning: 'A name of an actor, type or region is very long; it is cut.',
    advice: 'Choose a column that holds names, or a separator between them.',
  },
} as const satisfies CodeTable;
