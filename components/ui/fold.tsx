import type { ReactNode } from 'react';
import styles from './fold.module.css';

/**
 * What stands in the page where there is room, and on a phone behind a line that says what it holds. It needs no script:
 * the disclosure stands before what it hides.
 */
export function Fold({ summary, children }: { readonly summary: ReactNode; readonly children: ReactNode }) {
  return (
    <>
      <details className={styles.fold}>
        <summary className="control">{summary}</summary>
      </details>
      <div className={styles.content}>{children}</div>
    </>
  );
}
