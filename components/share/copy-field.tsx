'use client';

import { useEffect, useId, useRef, useState } from 'react';
import styles from './share.module.css';

/** Letters of a line, about, and the most lines, of a field where browsers do not fit it to its text. */
const LINE = 56;
const MOST_LINES = 6;

/** For how long "Copied" stands, in milliseconds. */
const SHOWN = 4000;

/** A text to take away: a field that can be selected, and a button that copies it where scripts run. */
export function CopyField(props: {
  readonly label: string;
  readonly text: string;
  /** Lines that the field shows. */
  readonly rows?: number;
}) {
  const { label, text, rows = 1 } = props;
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [copied, setCopied] = useState<{ readonly text: string; readonly well: boolean } | null>(null);
  const outcome = copied?.text === text ? copied : null;

  useEffect(() => {
    if (!outcome?.well) return;
    const timer = setTimeout(() => setCopied(null), SHOWN);
    return () => clearTimeout(timer);
  }, [outcome]);

  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied({ text, well: true });
    } catch {
      field.current?.focus();
      field.current?.select();
      setCopied({ text, well: false });
    }
  };
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <div className={styles.fieldRow}>
        <textarea
          ref={field}
          id={id}
          className="control"
          readOnly
          rows={Math.min(MOST_LINES, Math.max(rows, Math.ceil(text.length / LINE)))}
          value={text}
          spellCheck={false}
          onFocus={(event) => event.target.select()}
        />
        <button type="button" className="control" onClick={copy} data-needs-scripts="">
          Copy<span className="visually-hidden"> {label.toLowerCase()}</span>
        </button>
      </div>
      <p role="status" className={styles.status}>
        {outcome && (outcome.well ? 'Copied' : 'The browser did not allow copying: copy the selected text.')}
      </p>
    </div>
  );
}
