import { failedWords } from '@/lib/problems/failed-words';
import type { Problem } from '@/lib/problems/problem';
import styles from './notice.module.css';

/** Says why this may not be the newest of a dataset. */
export function FailedImport({ problems }: { readonly problems: readonly Problem[] }) {
  const words = failedWords(problems);
  if (words === null) return null;
  return (
    <aside className={styles.band} aria-label="About this dataset">
      {words}
    </aside>
  );
}
