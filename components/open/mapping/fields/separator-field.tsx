'use client';

import { useId } from 'react';
import styles from '@/components/open/mapping/mapping.module.css';

const KNOWN = [';', ',', '|', '/', '&', ' and ', '\n'] as const;
const WORDS: Readonly<Record<string, string>> = { '\n': 'line breaks', ' and ': '“and”' };

/** What separates several entries of one cell; null where a cell is one entry. */
export function SeparatorField(props: {
  readonly value: string | null;
  readonly onChange: (separator: string | null) => void;
}) {
  const { value, onChange } = props;
  const id = useId();
  const known = value === null || (KNOWN as readonly string[]).includes(value) ? KNOWN : [...KNOWN, value];
  return (
    <span className={styles.choice}>
      <label htmlFor={id}>Several in a cell</label>
      <select
        id={id}
        className="control"
        value={value ?? ''}
        onChange={({ target }) => onChange(target.value === '' ? null : target.value)}
      >
        <option value="">no</option>
        {known.map((separator) => (
          <option key={separator} value={separator}>
            separated by {WORDS[separator] ?? `“${separator.trim()}”`}
          </option>
        ))}
      </select>
    </span>
  );
}
