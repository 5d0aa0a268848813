'use client';

import { type ReactNode, useId } from 'react';
import styles from '@/components/open/mapping/mapping.module.css';
import { useMapping } from '@/components/open/mapping/mapping-context';
import type { FieldReason } from '@/lib/mapping/proposal';

/** A sample is cut after so many characters. */
const MOST_CHARACTERS = 60;

const CERTAINTY_WORDS = { certain: 'certain', likely: 'likely', guess: 'a guess' } as const;

/** Some cells, each cut. */
export function Samples({ values }: { readonly values: readonly string[] }) {
  if (values.length === 0) return null;
  return (
    <span className={styles.samples}>
      {[...new Set(values)].map((value) => (
        <q key={value}>{value.length > MOST_CHARACTERS ? `${value.slice(0, MOST_CHARACTERS)}…` : value}</q>
      ))}
    </span>
  );
}

function Reason({ reason }: { readonly reason: FieldReason }) {
  return (
    <span className={styles.reason}>
      <span className={styles.certainty} data-certainty={reason.certainty}>
        {CERTAINTY_WORDS[reason.certainty]}
      </span>{' '}
      {reason.columns.length > 0 && <strong>{reason.columns.join(', ')}</strong>} {reason.reason}
      <Samples values={reason.samples} />
    </span>
  );
}

/** One field of the mapping: its name, its controls, and why it was proposed so or what its columns hold. */
export function FieldRow(props: {
  readonly label: string;
  readonly field: FieldReason['field'];
  /** The columns chosen now. */
  readonly columns: readonly (string | null)[];
  readonly hint?: string;
  readonly children: ReactNode;
}) {
  const { label, field, hint, children } = props;
  const { reasonsOf, samplesOf } = useMapping();
  const id = useId();
  const columns = props.columns.filter((column) => column !== null);
  const reasons = reasonsOf(field).filter(
    (one) => one.columns.length === 0 || one.columns.some((column) => columns.includes(column)),
  );
  const explained = new Set(reasons.flatMap((one) => one.columns));
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be a row of a grid in every browser
    <div className={styles.row} role="group" aria-labelledby={id} data-field={field}>
      <span id={id} className={styles.label}>
        {label}
        {hint !== undefined && <span className={styles.hint}>{hint}</span>}
      </span>
      <div className={styles.controls}>{children}</div>
      <div className={styles.why}>
        {reasons.map((reason) => (
          <Reason key={`${reason.columns.join()} ${reason.reason}`} reason={reason} />
        ))}
        {columns
          .filter((column) => !explained.has(column))
          .map((column) => (
            <span key={column} className={styles.reason}>
              <strong>{column}</strong> <Samples values={samplesOf(column)} />
            </span>
          ))}
      </div>
    </div>
  );
}
