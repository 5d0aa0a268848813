import type { TextRecord } from '../delimited/record-reader';
import type { ReadingQuestion } from '../reading';
import type { TableShape } from './table-shape';

/** Asks for the header where no column below it differs from it in kind. */
export function askHeader(shape: TableShape, records: readonly TextRecord[]): ReadingQuestion[] {
  if (shape.certain) return [];
  const at = shape.header === 0 ? 1 : shape.header;
  const names = records[at - 1]?.cells.slice(0, 5).join(', ').slice(0, 100) ?? '';
  return [
    {
      id: 'header',
      text: `Are these the names of the columns, or the first row: “${names}”?`,
      options: [
        { value: 'header', label: 'The names of the columns', change: { reading: { header: at } } },
        { value: 'none', label: 'A row: the file has no header', change: { reading: { header: 0 } } },
      ],
    },
  ];
}
