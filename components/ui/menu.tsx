'use client';

import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import styles from './menu.module.css';

/** A button that opens a small sheet; it opens without scripts too. Escape and a click elsewhere close it. */
export function Menu(props: {
  readonly label: ReactNode;
  readonly children: ReactNode;
  readonly name?: string;
}) {
  const details = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const closeOutside = (event: Event) => {
      if (details.current?.open && !details.current.contains(event.target as Node))
        details.current.open = false;
    };
    document.addEventListener('pointerdown', closeOutside);
    return () => document.removeEventListener('pointerdown', closeOutside);
  }, []);
  const close = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !details.current?.open) return;
    event.stopPropagation();
    event.nativeEvent.stopImmediatePropagation();
    details.current.open = false;
    details.current.querySelector('summary')?.focus();
  };
  return (
    <details ref={details} className={styles.menu} onKeyDown={close}>
      <summary className="control">{props.label}</summary>
      <div className={styles.sheet}>{props.children}</div>
    </details>
  );
}
