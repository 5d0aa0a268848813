'use client';

import styles from '@/components/open/open.module.css';
import type { OpeningActions } from '@/components/open/use-opening';
import { entryOf } from '@/lib/importers/import-codes';
import type { Problem } from '@/lib/problems/problem';
import { capitalised } from '@/lib/words/labels';

const SHOWN = 20;

/** A problem in words: what, where, and what to do about it. */
export function ProblemLine({ problem }: { readonly problem: Problem }) {
  const { file, row, column, value, code, reason } = problem;
  const advice = problem.advised ? undefined : entryOf(code)?.advice;
  return (
    <>
      {capitalised(reason)} <span className="muted">({code})</span>
      {row !== null && (
        <span className={styles.where}>
          {file}, line {row}
          {column !== null && `, ${column}`}
          {value !== null && value !== '' && (
            <>
              : <q>{value}</q>
            </>
          )}
        </span>
      )}
      {advice !== undefined && <span className={styles.advice}>{advice}</span>}
    </>
  );
}

/** A file of which nothing can be shown, with the reasons. */
export function Refusal(props: {
  readonly file: File;
  readonly problems: readonly Problem[];
  readonly actions: OpeningActions;
}) {
  const { file, problems, actions } = props;
  return (
    <section className={styles.pass}>
      <h1 tabIndex={-1}>This file cannot be opened</h1>
      <p className={styles.fileName}>{file.name}</p>
      <div role="alert" className={styles.wide}>
        <ul className={styles.problems}>
          {problems.slice(0, SHOWN).map((problem, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes
            <li key={index}>
              <ProblemLine problem={problem} />
            </li>
          ))}
        </ul>
      </div>
      {problems.length > SHOWN && <p>… and {problems.length - SHOWN} more.</p>}
      <button type="button" className="control primary" onClick={actions.restart}>
        Open another file
      </button>
    </section>
  );
}
