'use client';

import { useId } from 'react';
import styles from '@/components/open/open.module.css';
import type { ExaminedTable } from '@/lib/client/local/local-connection';
import type { Reading, WantedReading } from '@/lib/formats/reading';
import { formatQuantity } from '@/lib/words/figures';
import { RawPreview } from './raw-preview';

type Choice = readonly [value: string, label: string];

const ENCODINGS = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'windows-1251',
  'windows-1250',
  'macintosh',
];
const DELIMITERS: readonly Choice[] = [
  [',', 'comma'],
  [';', 'semicolon'],
  ['\t', 'tab'],
  ['|', 'bar'],
  [' ', 'space'],
];
const HEADERS: readonly Choice[] = [
  ['0', 'there is none'],
  ...Array.from({ length: 10 }, (_, at): Choice => [String(at + 1), `record ${at + 1}`]),
];

function Choices(props: {
  readonly label: string;
  readonly value: string | number | null;
  readonly choices: readonly Choice[];
  readonly onChange: (value: string) => void;
}) {
  const { label, value, choices, onChange } = props;
  const id = useId();
  const known = choices.some(([one]) => one === String(value));
  return (
    <span className={styles.choice}>
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className="control"
        value={String(value ?? '')}
        onChange={({ target }) => onChange(target.value)}
      >
        {!known && <option value={String(value ?? '')}>{String(value ?? '')}</option>}
        {choices.map(([one, words]) => (
          <option key={one} value={one}>
            {words}
          </option>
        ))}
      </select>
    </span>
  );
}

function named(values: readonly string[]): readonly Choice[] {
  return values.map((value) => [value, value === '' ? 'the whole document' : value]);
}

/** What was found, to start from; a choice is passed on together with it. */
function kept({ format: _, ...reading }: Reading): WantedReading {
  return Object.fromEntries(Object.entries(reading).filter(([, value]) => value !== null)) as WantedReading;
}

/** How bytes became rows: what was found, what can be chosen instead, and the first rows as they were read. */
export function ReadingForm(props: {
  readonly found: ExaminedTable;
  readonly onReading: (wanted: WantedReading) => void;
}) {
  const { found, onReading } = props;
  const { reading, choices } = found;
  const choose = (change: WantedReading) => onReading({ ...kept(reading), ...change });
  // Another entry or sheet is another table: nothing of how the first was read holds for it.
  const entry = reading.entry === null ? {} : { entry: reading.entry };
  return (
    <section className={styles.section} aria-labelledby="reading">
      <h2 id="reading">How it was read</h2>
      <p>
        {formatQuantity(found.rows, { one: 'row', many: 'rows' })},{' '}
        {formatQuantity(found.columns.length, { one: 'column', many: 'columns' })}.
        {found.broken > 0 &&
          ` ${formatQuantity(found.broken, { one: 'record', many: 'records' })} could not be read as rows.`}{' '}
        {found.notes.join(' ')}
      </p>
      <div className={styles.choices}>
        {choices.entries.length > 1 && (
          <Choices
            label="File in the archive"
            value={reading.entry}
            choices={named(choices.entries)}
            onChange={(to) => onReading({ entry: to })}
          />
        )}
        {choices.sheets.length > 1 && (
          <Choices
            label="Sheet"
            value={reading.sheet}
            choices={named(choices.sheets)}
            onChange={(sheet) => onReading({ ...entry, sheet })}
          />
        )}
        {choices.paths.length > 1 && (
          <Choices
            label="Rows are in"
            value={reading.path}
            choices={named(choices.paths)}
            onChange={(path) => onReading({ ...entry, path })}
          />
        )}
        {reading.encoding !== null && (
          <Choices
            label="Encoding"
            value={reading.encoding}
            choices={named(ENCODINGS)}
            onChange={(encoding) => choose({ encoding })}
          />
        )}
        {reading.delimiter !== null && (
          <Choices
            label="Cells are separated by"
            value={reading.delimiter}
            choices={DELIMITERS}
            onChange={(delimiter) => choose({ delimiter })}
          />
        )}
        {reading.header !== null && (
          <Choices
            label="Header"
            value={reading.header}
            choices={HEADERS}
            onChange={(header) => choose({ header: Number(header) })}
          />
        )}
      </div>
      <RawPreview found={found} />
    </section>
  );
}
