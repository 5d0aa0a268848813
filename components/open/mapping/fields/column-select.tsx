'use client';

import { useId } from 'react';
import styles from '@/components/open/mapping/mapping.module.css';

/** Chooses one column; '' in the list is "none". */
export function ColumnSelect(props: {
  readonly label: string;
  readonly columns: readonly string[];
  readonly value: string | null;
  readonly onChange: (column: string | null) => void;
  /** What stands for no column; a column must be chosen where it is left out. */
  readonly none?: string;
  /** True where the row's own label already says what is chosen. */
  readonly quiet?: boolean;
}) {
  const { label, columns, value, onChange, none, quiet = false } = props;
  const id = useId();
  const gone = value !== null && !columns.includes(value);
  return (
    <span className={styles.choice}>
      <label htmlFor={id} className={quiet ? 'visually-hidden' : undefined}>
        {label}
      </label>
      <select
        id={id}
        className="control"
        value={value ?? ''}
        onChange={({ target }) => onChange(target.value === '' ? null : target.value)}
      >
        {none !== undefined && <option value="">{none}</option>}
        {gone && <option value={value}>{value} (not in this file)</option>}
        {columns.map((column) => (
          <option key={column} value={column}>
            {column}
          </option>
        ))}
      </select>
    </span>
  );
}

/** Chooses several columns: those chosen, each with a way out, and a list of the others. */
export function ColumnsField(props: {
  readonly label: string;
  readonly columns: readonly string[];
  readonly value: readonly string[];
  readonly onChange: (columns: readonly string[]) => void;
}) {
  const { label, columns, value, onChange } = props;
  const id = useId();
  const others = columns.filter((column) => !value.includes(column));
  return (
    <span className={styles.choices}>
      {value.map((column) => (
        <button
          key={column}
          type="button"
          className={`control ${styles.chip}`}
          aria-label={`${label}: leave out ${column}`}
          onClick={() => onChange(value.filter((one) => one !== column))}
        >
          {column} <span aria-hidden="true">×</span>
        </button>
      ))}
      <label htmlFor={id} className="visually-hidden">
        {label}: add a column
      </label>
      <select
        id={id}
        className="control"
        value=""
        onChange={({ target }) => target.value !== '' && onChange([...value, target.value])}
      >
        <option value="">{value.length === 0 ? 'none' : 'add …'}</option>
        {others.map((column) => (
          <option key={column} value={column}>
            {column}
          </option>
        ))}
      </select>
    </span>
  );
}
