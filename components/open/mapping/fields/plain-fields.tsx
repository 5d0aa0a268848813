'use client';

import { useId } from 'react';
import styles from '@/components/open/mapping/mapping.module.css';
import { useMapping } from '@/components/open/mapping/mapping-context';
import type { ListMapping } from '@/lib/mapping/mapping';
import type { EstimateProperty } from '@/lib/series/measures';
import { ColumnSelect, ColumnsField } from './column-select';
import { FieldRow } from './field-row';
import { SeparatorField } from './separator-field';

type One = 'id' | 'type' | 'place' | 'country' | 'lat' | 'lon';
type Several = 'subtypes' | 'regions' | 'districts' | 'notes';
type List = 'targets' | 'sources';

interface Props<K> {
  readonly name: K;
  readonly label: string;
  readonly hint?: string;
}

/** A field that is one column or none. */
export function OneColumn({ name, label, hint }: Props<One>) {
  const { draft, columns, edit } = useMapping();
  return (
    <FieldRow label={label} field={name} columns={[draft[name]]} {...(hint === undefined ? {} : { hint })}>
      <ColumnSelect
        label={label}
        columns={columns}
        value={draft[name]}
        none="none"
        onChange={(column) => edit({ [name]: column })}
        quiet
      />
    </FieldRow>
  );
}

/** A field of any number of columns. */
export function SeveralColumns({ name, label }: Props<Several>) {
  const { draft, columns, edit } = useMapping();
  return (
    <FieldRow label={label} field={name} columns={draft[name]}>
      <ColumnsField
        label={label}
        columns={columns}
        value={draft[name]}
        onChange={(to) => edit({ [name]: to })}
      />
    </FieldRow>
  );
}

/** A field that is a list, from several columns or from parts of a cell. */
export function ListField({ name, label }: Props<List>) {
  const { draft, columns, edit } = useMapping();
  const list: ListMapping = draft[name] ?? { columns: [], separator: null };
  const set = (to: ListMapping) => edit({ [name]: to.columns.length === 0 ? null : to });
  return (
    <FieldRow label={label} field={name} columns={list.columns}>
      <ColumnsField
        label={label}
        columns={columns}
        value={list.columns}
        onChange={(to) => set({ ...list, columns: to })}
      />
      {list.columns.length > 0 && (
        <SeparatorField value={list.separator} onChange={(separator) => set({ ...list, separator })} />
      )}
    </FieldRow>
  );
}

/** A figure with its low, best and high. */
export function FigureField({ name, label }: Props<EstimateProperty>) {
  const { draft, columns, edit } = useMapping();
  const figure = draft[name];
  const parts = figure.best === null ? (figure.parts ?? []) : [];
  return (
    <FieldRow label={label} field={name} columns={[figure.low, figure.best, figure.high, ...parts]}>
      {(['low', 'best', 'high'] as const).map((part) => (
        <ColumnSelect
          key={part}
          label={part === 'best' ? 'Best' : part === 'low' ? 'Low' : 'High'}
          columns={columns}
          value={figure[part]}
          none="none"
          onChange={(column) => edit({ [name]: { ...figure, [part]: column } })}
        />
      ))}
      {parts.length > 0 && (
        <ColumnsField
          label={`${label}: sum of`}
          columns={columns}
          value={parts}
          onChange={(to) => edit({ [name]: { ...figure, parts: to } })}
        />
      )}
    </FieldRow>
  );
}

/** The title: a text with columns in braces. */
export function TitleField() {
  const { draft, columns, edit } = useMapping();
  const id = useId();
  const used = columns.filter((column) => draft.title?.includes(`{${column}}`));
  return (
    <FieldRow label="Title" field="title" columns={used} hint="columns in braces">
      <span className={styles.choice}>
        <label htmlFor={id} className="visually-hidden">
          Title
        </label>
        <input
          id={id}
          className="control"
          size={32}
          placeholder="made of type and place"
          value={draft.title ?? ''}
          onChange={({ target }) => edit({ title: target.value === '' ? null : target.value })}
        />
      </span>
    </FieldRow>
  );
}

/** Numbers that stand for "not reported". */
export function UnknownNumbers() {
  const { draft, edit } = useMapping();
  const id = useId();
  return (
    <FieldRow label="Not reported" field="unknownNumbers" columns={[]} hint="numbers that mean it">
      <span className={styles.choice}>
        <label htmlFor={id} className="visually-hidden">
          Numbers that mean “not reported”, separated by spaces
        </label>
        <input
          id={id}
          className="control"
          size={16}
          defaultValue={draft.unknownNumbers.join(' ')}
          onBlur={({ target }) =>
            edit({ unknownNumbers: target.value.split(/[\s,;]+/).filter((one) => one !== '') })
          }
        />
      </span>
    </FieldRow>
  );
}
