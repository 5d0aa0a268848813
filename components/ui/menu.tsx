'use client';

import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import styles from './menu.module.css';

/**
 * A button that opens a small sheet; it opens without scripts too. Escape and a click elsewhere close it. Until a hand comes to it its sheet, which
 * nobody sees, stays as it was drawn first.
 */
export function Menu(props: {
  readonly label: ReactNode;
  readonly children: ReactNode;
  readonly name?: string;
}) {
  const details = useRef<HTMLDetailsElement>(null);
  const [used, setUsed] = useState(false);
  const drawn = useRef(props.children);
  if (used) drawn.current = props.children;
  const use = () => setUsed(true);
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
    <details
      ref={details}
      className={styles.menu}
      onKeyDown={close}
      onPointerEnter={use}
      onFocus={use}
      onToggle={use}
    >
      <summary className="control">{props.label}</summary>
      <div className={styles.sheet}>{drawn.current}</div>
    </details>
  );
}
