'use client';

import { useEffect, useRef, useState } from 'react';
import { useDashboard, useSettled } from '@/components/dashboard/state/dashboard-context';
import { uncountable } from '@/lib/query/coverage/searched';
import { UNCOUNTABLE_WORDS } from '@/lib/words/coverage';
import { wholeQuantity } from '@/lib/words/figures';
import { nounOf } from '@/lib/words/headline/headline';
import styles from './notices.module.css';

/** Says once new answers are on the page what they came to; silent at first, when the page itself says it. */
function useUpdate(): string {
  const { busy } = useDashboard();
  const { info, view, window, answers } = useSettled();
  const first = useRef(answers);
  const [text, setText] = useState('');
  const { incidents, matched } = answers.total;
  const why = uncountable(view, window, info.guide, matched);
  const words =
    why === null
      ? `Updated: ${wholeQuantity(incidents.best, nounOf(view, info.guide.meta))}`
      : `Updated: nothing is counted, ${UNCOUNTABLE_WORDS[why]}`;
  useEffect(() => {
    if (busy || first.current === answers) return;
    setText(words);
  }, [busy, answers, words]);
  return busy ? '' : text;
}

/** Shows that answers are on their way, without moving anything, and that the last ones failed. */
export function Busy() {
  const { isDrawn, busy, error, retry } = useDashboard();
  const update = useUpdate();
  return (
    <div className={styles.state} aria-busy={busy}>
      <span className={busy ? styles.running : styles.still} aria-hidden="true" />
      <p role="status" className="visually-hidden">
        {update}
      </p>
      {error !== null && (
        <div role="alert" className={styles.failed}>
          {isDrawn
            ? 'Parts of this page that were out of sight are still those of the view before'
            : 'The figures below are those of the view before'}
          : {error}{' '}
          <button type="button" className="control" onClick={retry}>
            Try again
          </button>
        </div>
      )}
    </div>
  );
}
