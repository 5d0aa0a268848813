'use client';

import { useEffect, useState } from 'react';
import { type Quotation, quotation } from '@/lib/words/headline/quote';
import styles from './quote-button.module.css';

/** For how long "Copied" stands, in milliseconds. */
const SHOWN = 3000;

/** Puts a quotation where it can be pasted: as text, and with its link where what takes it can show that. */
export async function copyQuotation({ text, html }: Quotation): Promise<void> {
  if (typeof ClipboardItem === 'undefined') return navigator.clipboard.writeText(text);
  const blob = (kind: string, content: string) => ({ [kind]: new Blob([content], { type: kind }) });
  await navigator.clipboard.write([
    new ClipboardItem({ ...blob('text/plain', text), ...blob('text/html', html) }),
  ]);
}

/** A button that copies a sentence with its source and a link that shows the same for good. */
export function QuoteButton(props: {
  /** The sentence without its source. */
  readonly said: string;
  readonly source: string;
  /** Where the link leads on this site. */
  readonly href: string;
  /** What is quoted, for those who do not see where the button stands. */
  readonly of: string;
}) {
  const { said, source, href, of } = props;
  const [state, setState] = useState<'copied' | 'failed' | null>(null);
  useEffect(() => {
    if (state === null) return;
    const timer = setTimeout(() => setState(null), SHOWN);
    return () => clearTimeout(timer);
  }, [state]);
  const onClick = () => {
    copyQuotation(quotation(said, source, window.location.origin + href)).then(
      () => setState('copied'),
      () => setState('failed'),
    );
  };
  const words = { copied: 'Copied', failed: 'The browser did not allow it' } as const;
  return (
    <span className={styles.quote} data-needs-scripts="">
      <button
        type="button"
        className={styles.button}
        onClick={onClick}
        aria-label={`Copy as a sentence: ${of}`}
        title={`Copy as a sentence: “${said}”`}
        data-quote={said}
      />
      <span role="status" className={styles.status}>
        {state === null ? '' : words[state]}
      </span>
    </span>
  );
}
