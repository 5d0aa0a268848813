import type { ColumnReport } from '@/lib/importers/mapping/column-report';
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

/** How many columns are used, and the names of those that are not: `5 of 7 columns are used; not used: a, b.` */
export function columnsInShort(columns: readonly ColumnReport[]): string {
  const used = columns.filter(({ outcome }) => outcome === 'used').length;
  const unused = columns.filter(({ outcome }) => outcome === 'unused').map(({ column }) => column);
  const counts = `${used} of ${columns.length} columns are used`;
  return unused.length === 0 ? `${counts}.` : `${counts}; not used: ${unused.join(', ')}.`;
}
