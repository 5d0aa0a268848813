import type { ColumnReport } from '@/lib/importers/mapping/column-report';

/** What became of each column of the file, and why. */
export function ColumnTable({ columns }: { readonly columns: readonly ColumnReport[] }) {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">Column</th>
          <th scope="col">What became of it</th>
          <th scope="col">Why</th>
        </tr>
      </thead>
      <tbody>
        {columns.map(({ column, outcome, meaning, why }) => (
          <tr key={column} data-outcome={outcome}>
            <th scope="row">{column}</th>
            <td>{meaning}</td>
            <td className="muted">{why}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** How many columns are used and how many are not, in a line: `5 of 7 columns are used`. */
export function columnsInShort(columns: readonly ColumnReport[]): string {
  const used = columns.filter(({ outcome }) => outcome === 'used').length;
  const unused = columns.filter(({ outcome }) => outcome === 'unused').map(({ column }) => column);
  const counts = `${used} of ${columns.length} columns are used`;
  return unused.length === 0 ? `${counts}.` : `${counts}; not used: ${unused.join(', ')}.`;
}
