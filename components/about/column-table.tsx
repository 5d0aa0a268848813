import type { ColumnReport } from '@/lib/importers/report/column-report';
import type { Noun } from '@/lib/series/measures';
import { meaningInNoun } from '@/lib/words/labels';
import styles from './column-table.module.css';

/** What became of each column of the file, and why, with what the series calls its rows; null where it has no word of its own. */
export function ColumnTable(props: {
  readonly columns: readonly ColumnReport[];
  readonly noun: Noun | null;
}) {
  const { columns, noun } = props;
  return (
    <table className={styles.columns} aria-label="Columns of the file">
      <thead>
        <tr>
          <th scope="col">Column</th>
          <th scope="col">What became of it, and why</th>
        </tr>
      </thead>
      <tbody>
        {columns.map(({ column, outcome, meaning, why }) => (
          <tr key={column} data-outcome={outcome}>
            <th scope="row">{column}</th>
            <td>
              {noun === null ? meaning : meaningInNoun(meaning, noun)}{' '}
              <span className={styles.why}>{why}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
