import type { DateMapping } from '../../mapping';
import type { ColumnProfile } from '../../survey/survey';

/** Columns that may say when it happened, and how good they look: half for their names, half for their cells. */
export interface DateCandidate {
  readonly date: DateMapping;
  readonly columns: readonly ColumnProfile[];
  readonly score: number;
  readonly named: boolean;
  readonly reason: string;
}
