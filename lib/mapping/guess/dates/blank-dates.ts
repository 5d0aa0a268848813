import { ownDateColumns } from '../../mapped-columns';
import type { DateMapping } from '../../mapping';
import type { Question } from '../../proposal';
import type { Survey } from '../../survey/survey';

/** The share of rows without a date from which on these are no slips. */
const MANY = 0.2;
const FEWEST = 2;

/**
 * Asks whether a date holds for the rows below it that have none, as where a sheet writes each day once or its cells were
 * merged. Only where many rows are blank, the first is not, and none of them is empty but for the date.
 */
export function blankDateQuestions(
  date: DateMapping,
  { columns, rows, preview }: Survey,
): readonly Question[] {
  const names = new Set(ownDateColumns(date));
  const dated = columns.filter(({ name }) => names.has(name));
  const filled = Math.max(0, ...dated.map((column) => column.filled));
  const blank = rows - filled;
  const isFilled = (cells: readonly string[]) => dated.some(({ at }) => (cells[at] ?? '').trim() !== '');
  const [first] = preview;
  if (dated.length === 0 || blank < FEWEST || blank < rows * MANY || !first || !isFilled(first.cells))
    return [];
  const named = dated.map(({ name }) => `“${name}”`).join(', ');
  return [
    {
      id: 'blank-dates',
      text: `${blank} of ${rows} rows have nothing in ${named}. Does the date above hold for them, as where each day is written once or cells were merged?`,
      options: [
        {
          value: 'above',
          label: 'yes, a blank cell stands for the date above it',
          change: { date: { blank: 'above' } },
        },
        {
          value: 'none',
          label: 'no, these rows have no date and are listed as problems',
          change: { date: {} },
        },
      ],
    },
  ];
}
