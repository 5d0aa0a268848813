'use client';

import { useId } from 'react';
import styles from '@/components/open/mapping/mapping.module.css';
import { useMapping } from '@/components/open/mapping/mapping-context';
import type { CodedPrecision, DateMapping, ValueRule } from '@/lib/mapping/mapping';
import { ColumnSelect } from './column-select';
import { FieldRow } from './field-row';
import { RuleField } from './rule-field';

type Rule = DateMapping['rule'];

const KINDS = [
  ['one', 'one column'],
  ['parts', 'year, month, day'],
  ['span', 'start and end'],
] as const;

const ORDERS = [
  [null, 'as the text says'],
  ['day-first', 'day first: 22/03/2024'],
  ['month-first', 'month first: 03/22/2024'],
  ['year-first', 'year first: 2024/03/22'],
] as const;

const NUMBERS = [
  [null, 'no bare numbers'],
  ['year', 'years: 2024'],
  ['compact', 'year, month, day: 20240322'],
  ['epoch-s', 'seconds since 1970'],
  ['year-pairs', 'years, and 2001/02 is two of them'],
  ['epoch-ms', 'milliseconds since 1970'],
  ['excel', 'Excel days'],
  ['excel-1904', 'Excel days, from 1904'],
] as const;

const PRECISIONS: readonly (readonly [CodedPrecision, string])[] = [
  ['as-written', 'as written'],
  ['day', 'the day'],
  ['week', 'about that week'],
  ['month', 'the month'],
  ['year', 'the year'],
];

const MEANINGS = [
  ['lasting', 'it lasted'],
  ['doubt', 'one of those days'],
] as const;

/** The columns that a date mapping reads. */
function dateColumns(date: DateMapping): readonly (string | null)[] {
  if (date.kind === 'one') return [date.column];
  if (date.kind === 'span') return [date.start, date.end];
  return [date.year, date.month, date.day, date.text];
}

/** Another kind of date mapping that keeps the columns and the rule as far as it can. */
function withKind(date: DateMapping, kind: DateMapping['kind'], columns: readonly string[]): DateMapping {
  const first = dateColumns(date).find((column) => column !== null) ?? columns[0] ?? '';
  const second = columns[columns.indexOf(first) + 1] ?? first;
  const { rule } = date;
  if (kind === 'one') return { kind, column: first, rule, precision: null };
  if (kind === 'span') return { kind, start: first, end: second, rule, meaning: { fixed: 'lasting' } };
  return { kind, year: first, month: null, day: null, text: null, rule };
}

function PartSelects({ date }: { readonly date: DateMapping }) {
  const { columns, edit } = useMapping();
  const set = (change: Partial<DateMapping>) => edit({ date: { ...date, ...change } as DateMapping });
  const must = (key: 'column' | 'year' | 'start' | 'end', label: string, value: string) => (
    <ColumnSelect
      label={label}
      columns={columns}
      value={value}
      onChange={(to) => to !== null && set({ [key]: to })}
    />
  );
  const may = (key: 'month' | 'day' | 'text', label: string, value: string | null) => (
    <ColumnSelect
      label={label}
      columns={columns}
      value={value}
      none="none"
      onChange={(to) => set({ [key]: to })}
    />
  );
  if (date.kind === 'one') return must('column', 'Column', date.column);
  if (date.kind === 'span') {
    return (
      <>
        {must('start', 'Start', date.start)}
        {must('end', 'End', date.end)}
      </>
    );
  }
  return (
    <>
      {must('year', 'Year', date.year)}
      {may('month', 'Month', date.month)}
      {may('day', 'Day', date.day)}
      {may('text', 'Date in words', date.text)}
    </>
  );
}

function RuleSelect<K extends 'order' | 'numbers'>(props: {
  readonly name: K;
  readonly label: string;
  readonly choices: readonly (readonly [Rule[K], string])[];
}) {
  const { name, label, choices } = props;
  const { draft, edit } = useMapping();
  const id = useId();
  const { date } = draft;
  const at = choices.findIndex(([value]) => value === date.rule[name]);
  return (
    <span className={styles.choice}>
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className="control"
        value={at}
        onChange={({ target }) => {
          const chosen = choices[Number(target.value)];
          if (chosen) edit({ date: { ...date, rule: { ...date.rule, [name]: chosen[0] } } });
        }}
      >
        {choices.map(([, words], index) => (
          <option key={words} value={index}>
            {words}
          </option>
        ))}
      </select>
    </span>
  );
}

function Language() {
  const { draft, edit } = useMapping();
  const id = useId();
  const { date } = draft;
  return (
    <span className={styles.choice}>
      <label htmlFor={id}>Language of month names</label>
      <input
        id={id}
        className="control"
        size={4}
        placeholder="none"
        value={date.rule.language ?? ''}
        onChange={({ target }) =>
          edit({ date: { ...date, rule: { ...date.rule, language: target.value || null } } })
        }
      />
    </span>
  );
}

function Doubt() {
  const { draft, edit, columns } = useMapping();
  const { date } = draft;
  if (date.kind === 'parts') return null;
  if (date.kind === 'span') {
    return (
      <RuleField
        label="Two days mean"
        rule={date.meaning}
        choices={MEANINGS}
        onChange={(meaning: ValueRule<'lasting' | 'doubt'>) => edit({ date: { ...date, meaning } })}
      />
    );
  }
  if (date.precision === null || !columns.length) return null;
  return (
    <RuleField
      label="Precise to"
      rule={date.precision}
      choices={PRECISIONS}
      onChange={(precision) => edit({ date: { ...date, precision } })}
    />
  );
}

/** Which columns hold the date, and how their texts are read. */
export function DateFields() {
  const { draft, columns, edit } = useMapping();
  const { date } = draft;
  const id = useId();
  return (
    <>
      <FieldRow label="Date" field="date" columns={dateColumns(date)}>
        <span className={styles.choice}>
          <label htmlFor={id}>Stands in</label>
          <select
            id={id}
            className="control"
            value={date.kind}
            onChange={({ target }) =>
              edit({ date: withKind(date, target.value as DateMapping['kind'], columns) })
            }
          >
            {KINDS.map(([kind, words]) => (
              <option key={kind} value={kind}>
                {words}
              </option>
            ))}
          </select>
        </span>
        <PartSelects date={date} />
      </FieldRow>
      <FieldRow label="Read as" field="date" columns={[]}>
        <RuleSelect name="order" label="Day and month" choices={ORDERS} />
        <RuleSelect name="numbers" label="Numbers are" choices={NUMBERS} />
        <Language />
        <Doubt />
      </FieldRow>
    </>
  );
}
