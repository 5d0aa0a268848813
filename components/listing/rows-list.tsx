import type { SeriesInfo } from '@/lib/query/info/series-info';
import { shownColumns, tieShown } from '@/lib/query/info/shown-columns';
import type { Row } from '@/lib/query/result';
import { isNumeric } from '@/lib/series/field-table';
import { incidentHref } from '@/lib/view/addresses/addresses';
import type { View } from '@/lib/view/view';
import { cellWords } from '@/lib/words/cells';
import { nounOf } from '@/lib/words/headline/headline';
import { capitalised, columnLabel } from '@/lib/words/labels';
import styles from './rows-list.module.css';

/** Incidents as a plain table that needs no script; each title leads to the page of its incident. */
export function RowsList(props: {
  readonly info: Pick<SeriesInfo, 'guide' | 'offers'>;
  readonly view: View;
  readonly rows: readonly Row[];
  /** The place of the first row among all, from 0. */
  readonly first: number;
}) {
  const { info, view, rows, first } = props;
  const { guide } = info;
  const columns = shownColumns(info, view);
  const ties = tieShown(info, columns);
  const numeric = (column: (typeof columns)[number]) => isNumeric(guide, column) || undefined;
  return (
    <div className={styles.frame}>
      <table className={styles.table} aria-label={capitalised(nounOf(view, guide.meta).many)}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col" data-numeric={numeric(column)}>
                {columnLabel(guide, column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ incident }, at) => (
            <tr key={incident.id} aria-rowindex={first + at + 2}>
              {columns.map((column) => (
                <td
                  key={column}
                  data-column={column}
                  data-label={columnLabel(guide, column)}
                  data-numeric={numeric(column)}
                >
                  {column === 'title' ? (
                    <a href={incidentHref(view, incident.id)}>{capitalised(incident.title)}</a>
                  ) : (
                    cellWords(guide, incident, column, ties)
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
