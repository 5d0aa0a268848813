import type { ColumnOutcome, ColumnReport } from './column-report';
import { quantity } from './left-out-words';

/** What became of the columns of a file, in numbers: `5 columns used, 12 fields kept, 1 dropped by you (mood), 2 empty`. */
export function columnsInShort(columns: readonly ColumnReport[]): string {
  const of = (wanted: ColumnOutcome) => columns.filter(({ outcome }) => outcome === wanted);
  const named = (wanted: ColumnOutcome) => of(wanted).map(({ column }) => column);
  const dropped = named('dropped');
  const kept = of('kept').length;
  return [
    `${quantity(of('used').length, 'column')} used`,
    ...(kept > 0 ? [`${quantity(kept, 'field')} kept`] : []),
    ...(dropped.length > 0 ? [`${dropped.length} dropped by you (${dropped.join(', ')})`] : []),
    ...(of('repeated').length > 0 ? [`${of('repeated').length} of codes said in words`] : []),
    ...(of('empty').length > 0 ? [`${of('empty').length} empty`] : []),
  ].join(', ');
}
