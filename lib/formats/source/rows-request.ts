import type { DelimitedLayout } from '../delimited/delimited-layout';
import type { ImportLimits } from '../limits';

/** Which rows of a delimited text a thread is to read. */
export interface RowsRequest {
  readonly file: string;
  readonly layout: DelimitedLayout;
  readonly limits: Pick<ImportLimits, 'recordCharacters' | 'rows'>;
}
