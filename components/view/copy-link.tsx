'use client';

import { type MouseEvent, useEffect, useRef, useState } from 'react';
import { freezeView } from '@/lib/view/resolve';
import { viewHref } from '@/lib/view/serialize';
import styles from './copy-link.module.css';
import { useDashboard } from './dashboard-context';
import { isPlainClick } from './view-link';

/** What came of the last attempt, and for which address. */
interface Attempt {
  readonly href: string;
  readonly outcome: 'copied' | 'refused';
}

/** For how long "Link copied" stands, in milliseconds. */
const SHOWN = 4000;

async function copy(text: string): Promise<Attempt['outcome']> {
  try {
    await navigator.clipboard.writeText(text);
    return 'copied';
  } catch {
    return 'refused';
  }
}

/** The address to copy by hand, selected. */
function AddressField({ address, onClose }: { readonly address: string; readonly onClose: () => void }) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  return (
    <span className={styles.byHand}>
      <label>
        <span className={styles.hint}>The browser did not allow copying. Copy this address:</span>
        <input ref={field} className="control" readOnly value={address} onFocus={(e) => e.target.select()} />
      </label>
      <button type="button" className="control" onClick={onClose}>
        Close
      </button>
    </span>
  );
}

/**
 * Copies an address that keeps showing what is shown now: it names the revision and both ends of the window. Without
 * scripts it is a link to that address.
 */
export function CopyLink() {
  const { info, view } = useDashboard();
  const [attempt, setAttempt] = useState<Attempt | null>(null);
  const href = viewHref(freezeView(view, info.guide.meta.coverage, info.revision));
  const outcome = attempt?.href === href ? attempt.outcome : null;

  useEffect(() => {
    if (outcome !== 'copied') return;
    const timer = setTimeout(() => setAttempt(null), SHOWN);
    return () => clearTimeout(timer);
  }, [outcome]);

  const onClick = async (event: MouseEvent<HTMLAnchorElement>) => {
    if (!isPlainClick(event)) return;
    event.preventDefault();
    setAttempt({ href, outcome: await copy(window.location.origin + href) });
  };
  return (
    <span className={styles.place}>
      <a
        className="control primary"
        href={href}
        onClick={onClick}
        title="An address that keeps showing exactly this: it names the revision and both dates"
      >
        Copy link
      </a>
      <span role="status" className={outcome === 'copied' ? styles.feedback : 'visually-hidden'}>
        {outcome === 'copied' && 'Link copied'}
      </span>
      {outcome === 'refused' && (
        <AddressField address={window.location.origin + href} onClose={() => setAttempt(null)} />
      )}
    </span>
  );
}
