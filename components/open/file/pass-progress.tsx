'use client';

import styles from '@/components/open/open.module.css';
import type { ImportProgress } from '@/lib/formats/progress';
import { formatBytes, formatNumber } from '@/lib/words/figures';

/** From this part of the file on only the first view is still worked out. */
const NEARLY = 0.97;

function words({ step, bytes, ofBytes, rows }: ImportProgress): string {
  if (step === 'build' && bytes >= ofBytes * NEARLY) return 'The file is read; working out the first view …';
  const far = `${formatBytes(Math.min(bytes, ofBytes))} of ${formatBytes(ofBytes)}`;
  return rows > 0 ? `${far}, ${formatNumber(rows)} rows` : far;
}

/** A pass over a file that is under way, and the way to end it. */
export function PassProgress(props: {
  readonly name: string;
  readonly progress: ImportProgress | null;
  readonly onCancel: () => void;
}) {
  const { name, progress, onCancel } = props;
  const doing = progress?.step === 'build' ? 'Building the series' : 'Reading the file';
  const done = progress && progress.ofBytes > 0 ? Math.min(1, progress.bytes / progress.ofBytes) : null;
  return (
    <section className={styles.pass} aria-labelledby="pass">
      <h1 id="pass" tabIndex={-1}>
        {doing}
      </h1>
      <p className={styles.fileName}>{name}</p>
      <progress aria-labelledby="pass" {...(done === null ? {} : { value: done, max: 1 })} />
      <p className="muted">{progress ? words(progress) : 'Looking at the first bytes …'}</p>
      <button type="button" className="control" onClick={onCancel}>
        Cancel
      </button>
    </section>
  );
}
