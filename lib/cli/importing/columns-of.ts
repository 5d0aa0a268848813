import type { ColumnReport } from '../../importers/report/column-report';
import { reportColumns } from '../../importers/report/report-columns';
import type { Prepared } from './prepare';

/** What an import does with each column of a table; null for a Data Package, which says itself what its columns mean. */
export function columnsOf(prepared: Prepared): readonly ColumnReport[] | null {
  if (prepared.kind === 'package') return null;
  const { examined, mapping, from } = prepared;
  const { columns } = examined.survey;
  if (from === 'given' || from === 'kept') return reportColumns(columns, mapping, { kind: 'said' });
  return reportColumns(columns, mapping, { kind: 'guessed', reasons: examined.proposal.reasons });
}
