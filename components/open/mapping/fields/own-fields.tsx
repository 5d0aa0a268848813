'use client';

import { Fragment, useEffect, useId, useState } from 'react';
import styles from '@/components/open/mapping/mapping.module.css';
import { useMapping } from '@/components/open/mapping/mapping-context';
import { asKind, changedFields, type FieldGuess, fieldsOf, freeGuesses } from '@/lib/mapping/free-fields';
import type { FieldMapping } from '@/lib/mapping/mapping';
import { FIELD_KINDS, type FieldKind, KINDS } from '@/lib/series/field-kinds';
import { AGGREGATE_WORDS } from '@/lib/series/field-words';
import { AGGREGATES } from '@/lib/series/fields';
import { Samples } from './field-row';
import { SeparatorField } from './separator-field';

/** Rows that are shown at once; a file may have hundreds of columns. */
const SHOWN = 15;

interface Editing {
  readonly field: FieldMapping;
  readonly onChange: (field: FieldMapping) => void;
}

/** A text that is taken when its input is left, so that a file is not tried at each letter. */
function TextInput(props: {
  readonly label: string;
  readonly value: string;
  readonly size: number;
  readonly onChange: (text: string) => void;
}) {
  const { label, value, size, onChange } = props;
  const id = useId();
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  const take = () => text.trim() !== value && onChange(text.trim());
  return (
    <span className={styles.choice}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="control"
        size={size}
        value={text}
        onChange={({ target }) => setText(target.value)}
        onBlur={take}
        onKeyDown={({ key }) => key === 'Enter' && take()}
      />
    </span>
  );
}

function KindSelect({ field, onChange, guessed }: Editing & { readonly guessed: FieldMapping }) {
  const id = useId();
  return (
    <span className={styles.choice}>
      <label htmlFor={id}>Kind</label>
      <select
        id={id}
        className="control"
        value={field.kind}
        onChange={({ target }) => onChange(asKind(field, target.value as FieldKind, guessed))}
      >
        {FIELD_KINDS.map((kind) => (
          <option key={kind} value={kind}>
            {KINDS[kind].words}
          </option>
        ))}
      </select>
    </span>
  );
}

/** What only numbers have: what they are in, and how they add up. */
function NumberFields({ field, onChange }: Editing) {
  const id = useId();
  return (
    <>
      <TextInput
        label="Unit"
        size={8}
        value={field.unit ?? ''}
        onChange={(unit) => onChange({ ...field, unit: unit === '' ? null : unit })}
      />
      <span className={styles.choice}>
        <label htmlFor={id}>Over incidents</label>
        <select
          id={id}
          className="control"
          value={field.aggregate}
          onChange={({ target }) => {
            const aggregate = AGGREGATES.find((one) => one === target.value) ?? 'none';
            onChange({ ...field, aggregate });
          }}
        >
          {AGGREGATES.map((aggregate) => (
            <option key={aggregate} value={aggregate}>
              {AGGREGATE_WORDS[aggregate]}
            </option>
          ))}
        </select>
      </span>
    </>
  );
}

function Controls({ field, onChange, guessed }: Editing & { readonly guessed: FieldMapping }) {
  const hasParts = KINDS[field.kind].several;
  return (
    <>
      <TextInput
        label="Label"
        size={20}
        value={field.label}
        onChange={(label) => onChange({ ...field, label: label === '' ? guessed.label : label })}
      />
      <KindSelect field={field} guessed={guessed} onChange={onChange} />
      {field.kind === 'number' && <NumberFields field={field} onChange={onChange} />}
      {hasParts && (
        <SeparatorField value={field.separator} onChange={(separator) => onChange({ ...field, separator })} />
      )}
    </>
  );
}

/** Texts that usually say that nothing is known: whether they are values of this column. */
function NothingTexts({ guess: { field, nothing } }: { readonly guess: FieldGuess }) {
  const { draft, edit } = useMapping();
  const { column } = field;
  const literals = Object.hasOwn(draft.literals, column) ? (draft.literals[column] ?? []) : [];
  const change = (text: string, isValue: boolean) => {
    const texts = [...literals.filter((one) => one !== text), ...(isValue ? [text] : [])];
    const { [column]: _, ...others } = draft.literals;
    edit({ literals: texts.length === 0 ? others : { ...others, [column]: texts } });
  };
  return nothing.map(({ text }) => (
    <label key={text} className={styles.choice}>
      <input
        type="checkbox"
        checked={literals.includes(text)}
        onChange={({ target }) => change(text, target.checked)}
      />
      “{text}” is a value, not “not known”
    </label>
  ));
}

/** The name of a column, which a narrow line may part behind `_` and `.`. */
function Breakable({ name }: { readonly name: string }) {
  return name.split(/(?<=[_.])/).map((part, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a name never move
    <Fragment key={at}>
      {part}
      <wbr />
    </Fragment>
  ));
}

/** One column: whether it is kept, and as what. */
function OwnField({ guess, field }: { readonly guess: FieldGuess; readonly field: FieldMapping | null }) {
  const { draft, guesses, edit, samplesOf } = useMapping();
  const id = useId();
  const { column } = guess.field;
  const change = (to: FieldMapping | null) => edit({ fields: changedFields(draft, guesses, column, to) });
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be a row of a grid in every browser
    <div className={styles.row} role="group" aria-labelledby={id} data-own-field={column}>
      <span id={id} className={styles.label}>
        <Breakable name={column} />
      </span>
      <div className={styles.controls}>
        <label className={styles.choice}>
          <input
            type="checkbox"
            checked={field !== null}
            onChange={({ target }) => change(target.checked ? guess.field : null)}
          />
          keep
        </label>
        {field !== null && <Controls field={field} guessed={guess.field} onChange={change} />}
        {(field?.kind === 'category' || field?.kind === 'text') && <NothingTexts guess={guess} />}
      </div>
      <div className={styles.why}>
        <span className={styles.reason}>
          {guess.field.description ?? guess.why}
          <Samples values={samplesOf(column)} />
        </span>
      </div>
    </div>
  );
}

/** The columns that no field of the model takes: each is kept as a field of the series, as another kind, or dropped. */
export function OwnFields() {
  const { draft, guesses } = useMapping();
  const fields = new Map(fieldsOf(draft, guesses).map((field) => [field.column, field]));
  const free = new Set(freeGuesses(draft, guesses).map(({ field }) => field.column));
  const rows = guesses.filter(
    ({ field, place }) => free.has(field.column) || fields.has(field.column) || place === 'repeats',
  );
  if (rows.length === 0) return <p className={styles.hint}>The fields above read every column.</p>;
  const rowOf = (guess: FieldGuess) => (
    <OwnField key={guess.field.column} guess={guess} field={fields.get(guess.field.column) ?? null} />
  );
  const more = rows.slice(SHOWN);
  return (
    <>
      {rows.slice(0, SHOWN).map(rowOf)}
      {more.length > 0 && (
        <details className={styles.others}>
          <summary>
            {more.length} more {more.length === 1 ? 'column' : 'columns'}
          </summary>
          {more.map(rowOf)}
        </details>
      )}
    </>
  );
}
