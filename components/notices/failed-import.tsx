import type { Problem } from '@/lib/problems/problem';
import styles from './notice.module.css';

/** Says that the newest package of a dataset could not be imported, so that an older revision is shown. */
export function FailedImport({ problems }: { readonly problems: readonly Problem[] }) {
  const [first] = problems;
  if (!first) return null;
  const where = [first.file, first.row, first.column].filter((part) => part !== null).join(':');
  return (
    <aside className={styles.band} aria-label="About this dataset">
      The newest package of this dataset could not be imported (<code>{where}</code>: {first.reason}
      {problems.length > 1 && `; ${problems.length} problems in all`}). This is the revision before it.
    </aside>
  );
}
