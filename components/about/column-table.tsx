import type { ColumnReport } from '@/lib/importers/report/column-report';
import styles from './column-table.module.css';

/** What became of each column of the file, and why. */
export function ColumnTable({ columns }: { readonly columns: readonly ColumnReport[] }) {
  return (
    <table className={styles.columns}>
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
              {meaning} <span className={styles.why}>{why}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
