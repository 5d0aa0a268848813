'use client';

import { useId } from 'react';
import styles from '@/components/open/mapping/mapping.module.css';
import { useMapping } from '@/components/open/mapping/mapping-context';
import type { ValueRule } from '@/lib/mapping/mapping';

/** The value of a row by a rule: the same for every row, or as a column says where one was found that does. */
export function RuleField<T extends string | boolean | null>(props: {
  readonly label: string;
  readonly rule: ValueRule<T>;
  readonly choices: readonly (readonly [value: T, label: string])[];
  readonly onChange: (rule: ValueRule<T>) => void;
  /** The rule that was proposed, to go back to. */
  readonly proposed?: ValueRule<T> | undefined;
  readonly quiet?: boolean;
}) {
  const { label, rule, choices, onChange, proposed, quiet = false } = props;
  const id = useId();
  const { columns } = useMapping();
  const byColumn = 'column' in rule ? rule : proposed && 'column' in proposed ? proposed : null;
  const usable = byColumn && columns.includes(byColumn.column) ? byColumn : null;
  const at = 'fixed' in rule ? choices.findIndex(([value]) => value === rule.fixed) : -1;
  return (
    <span className={styles.choice}>
      <label htmlFor={id} className={quiet ? 'visually-hidden' : undefined}>
        {label}
      </label>
      <select
        id={id}
        className="control"
        value={at}
        onChange={({ target }) => {
          const chosen = choices[Number(target.value)];
          onChange(chosen ? { fixed: chosen[0] } : (byColumn ?? rule));
        }}
      >
        {usable && <option value={-1}>as “{usable.column}” says</option>}
        {choices.map(([value, words], index) => (
          <option key={String(value)} value={index}>
            {words}
          </option>
        ))}
      </select>
    </span>
  );
}
