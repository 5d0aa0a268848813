'use client';

import { useEffect, useId, useRef } from 'react';
import type { PublishChanges, PublishQuestion } from '@/lib/client/local/local-connection';
import { sitePath } from '@/lib/text/site-path';
import { formatNumber } from '@/lib/words/figures';
import styles from './publish-changes.module.css';

const SHOWN = 20;

function Counts({ changes }: { readonly changes: PublishChanges }) {
  const { added, changed, removed, unchanged, series, incidents } = changes;
  const rest = added + changed + removed - Math.min(incidents.length, SHOWN);
  return (
    <>
      <p>
        <strong>{formatNumber(added)}</strong> added, <strong>{formatNumber(changed)}</strong> changed,{' '}
        <strong>{formatNumber(removed)}</strong> removed; {formatNumber(unchanged)}{' '}
        {unchanged === 1 ? 'incident stays' : 'incidents stay'} as {unchanged === 1 ? 'it is' : 'they are'}.
        {series.length > 0 && ` Beside the incidents: ${series.join(', ')}.`}
      </p>
      {incidents.length > 0 && (
        <details>
          <summary>Which</summary>
          <ul className={styles.list}>
            {incidents.slice(0, SHOWN).map(({ kind, id, date, title, fields }) => (
              <li key={id}>
                <span className={styles.kind}>{kind}</span> {date} {title}
                {fields.length > 0 && <span className="muted"> ({fields.join(', ')})</span>}
              </li>
            ))}
          </ul>
          {rest > 0 && <p className="muted">and {formatNumber(rest)} more</p>}
        </details>
      )}
    </>
  );
}

/** Asks before a series that is there already gets a new revision, and shows what that would change. */
export function PublishChangesView(props: {
  readonly question: PublishQuestion;
  readonly onAnswer: (yes: boolean) => void;
}) {
  const { question, onAnswer } = props;
  const { dataset, changes, revision } = question;
  const same = changes !== null && changes.since === revision;
  const heading = useRef<HTMLHeadingElement>(null);
  const id = useId();
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className={styles.ask} aria-labelledby={id}>
      <h3 id={id} ref={heading} tabIndex={-1}>
        {same ? `/${dataset} holds exactly this already` : `/${dataset} is there already. Publish over it?`}
      </h3>
      {same && <p>Nothing would change, so there is nothing to publish.</p>}
      {!same && changes !== null && <Counts changes={changes} />}
      {changes === null && <p>What would change cannot be told: the revision there cannot be read.</p>}
      {!same && (
        <p className="muted">
          The new revision becomes current. Links to the <a href={sitePath(`/${dataset}`)}>one before it</a>{' '}
          go on showing the same numbers.
        </p>
      )}
      <div className={styles.buttons}>
        {!same && (
          <button type="button" className="control primary" onClick={() => onAnswer(true)}>
            Publish this revision
          </button>
        )}
        <button type="button" className="control" onClick={() => onAnswer(false)}>
          {same ? 'Close' : 'Leave it as it is'}
        </button>
      </div>
    </section>
  );
}
