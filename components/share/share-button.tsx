'use client';

import { type ComponentType, type MouseEvent, useCallback, useEffect, useId, useRef, useState } from 'react';
import { useDashboard } from '@/components/dashboard/state/dashboard-context';
import { isPlainClick } from '@/components/ui/view-link';
import { viewHref } from '@/lib/view/serialize';
import styles from './share.module.css';
import type { SharePanelProps } from './share-panel';

/** Alt and Shift with S, on any keyboard layout that has an S. */
function isShortcut(event: KeyboardEvent): boolean {
  return event.altKey && event.shiftKey && !event.ctrlKey && !event.metaKey && event.code === 'KeyS';
}

/** The dialog itself: the browser's own, so that focus, Escape and what lies beneath are looked after. */
function ShareDialog(props: SharePanelProps & { readonly onClose: () => void }) {
  const { onClose, ...panel } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  const [Panel, setPanel] = useState<ComponentType<SharePanelProps> | null>(null);
  useEffect(() => {
    dialog.current?.showModal();
    void import('./share-panel').then(({ SharePanel }) => setPanel(() => SharePanel));
  }, []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes it; a click beside it is for the pointer alone
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-labelledby={heading}
      onClose={onClose}
      onClick={(event) => event.target === dialog.current && dialog.current?.close()}
    >
      <div className={styles.head}>
        <h2 id={heading}>Share this view</h2>
        <button type="button" className="control" onClick={() => dialog.current?.close()}>
          Close
        </button>
      </div>
      <div className={styles.body}>{Panel ? <Panel {...panel} /> : <p>…</p>}</div>
    </dialog>
  );
}

/** Opens the ways by which a view leaves. Without scripts it is a link to a page of them. */
export function ShareButton() {
  const { info, view } = useDashboard();
  const [open, setOpen] = useState(false);
  const close = useCallback(() => setOpen(false), []);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!isShortcut(event)) return;
      event.preventDefault();
      setOpen(true);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  const onClick = (event: MouseEvent) => {
    if (!isPlainClick(event)) return;
    event.preventDefault();
    setOpen(true);
  };
  return (
    <>
      <a
        className="control primary"
        href={viewHref(view, '/share')}
        onClick={onClick}
        aria-haspopup="dialog"
        aria-keyshortcuts="Alt+Shift+S"
        title="Link, picture, embed, file, feed, citation (Alt+Shift+S)"
      >
        Share
      </a>
      {open && (
        <ShareDialog
          info={info}
          view={view}
          origin={window.location.origin}
          today={new Date().toISOString().slice(0, 10)}
          onClose={close}
        />
      )}
    </>
  );
}
