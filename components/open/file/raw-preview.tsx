'use client';

import styles from '@/components/open/open.module.css';
import type { ExaminedTable } from '@/lib/client/local/local-connection';

const ROWS = 5;
const COLUMNS = 60;

/** The first rows as they stand in the file. */
export function RawPreview({ found }: { readonly found: ExaminedTable }) {
  const columns = found.columns.slice(0, COLUMNS);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by keyboard
    <section className={styles.scroll} aria-label="The first rows of the file" tabIndex={0}>
      <table className={styles.raw} aria-label="The first rows of the file">
        <thead>
          <tr>
            <th scope="col">Line</th>
            {columns.map(({ name, hxl }) => (
              <th key={name} scope="col">
                {name}
                {hxl !== null && <span className="muted"> {hxl}</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {found.preview.slice(0, ROWS).map(({ line, cells }) => (
            <tr key={line}>
              <td>{line}</td>
              {columns.map(({ name }, at) => (
                <td key={name}>{cells[at]}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
