'use client';

import { type FormEvent, useId, useRef, useState } from 'react';
import { useDashboard } from '@/components/dashboard/state/dashboard-context';
import { ViewLink } from '@/components/ui/view-link';
import { changeView } from '@/lib/view/change';
import { MOST_NOTE, MOST_NOTES, notesInOrder, parseNote } from '@/lib/view/grammar/notes';
import type { ReaderNote } from '@/lib/view/view';
import { NOTE_OUTSIDE } from '@/lib/words/address/readers-own';
import styles from './notes.module.css';

function isSame(a: ReaderNote, b: ReaderNote): boolean {
  return a.at.text === b.at.text && a.text === b.text;
}

function Written(props: {
  readonly notes: readonly ReaderNote[];
  readonly onChange: (note: ReaderNote) => void;
  readonly onGone: () => void;
}) {
  const { notes, onChange, onGone } = props;
  const { window } = useDashboard();
  return (
    <ul className={styles.list}>
      {notes.map((note) => {
        const { at, text } = note;
        const isOutside = at.to < window.from || at.from > window.to;
        return (
          <li key={`${at.text}~${text}`}>
            <span>
              {at.text}: {text}
              {isOutside && <span className={styles.outside}> ({NOTE_OUTSIDE})</span>}
            </span>
            <button
              type="button"
              className="control quiet"
              data-needs-scripts=""
              aria-label={`Change the note “${text}” of ${at.text}`}
              onClick={() => onChange(note)}
            >
              Change
            </button>
            <ViewLink
              className="control quiet"
              view={(now) => changeView(now, { notes: now.notes.filter((one) => !isSame(one, note)) })}
              onGone={onGone}
              aria-label={`Take the note “${text}” of ${at.text} away`}
            >
              ×
            </ViewLink>
          </li>
        );
      })}
    </ul>
  );
}

/** Dates and words for one more note, or for the one that is being changed; what cannot be read is said and stays to be mended. */
function NoteForm({ changed, onDone }: { readonly changed: ReaderNote | null; readonly onDone: () => void }) {
  const { go } = useDashboard();
  const [refused, setRefused] = useState(false);
  const hint = useId();
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const given = new FormData(form);
    const note = parseNote(`${given.get('date')}~${given.get('text')}`);
    setRefused(note === null);
    if (note === null) return;
    go((now) => {
      const others = now.notes.filter((one) => changed === null || !isSame(one, changed));
      return changeView(now, { notes: notesInOrder([...others, note]) });
    });
    form.reset();
    onDone();
  };
  return (
    <form className={styles.form} onSubmit={onSubmit} data-needs-scripts="">
      <label>
        Date{' '}
        <input
          className="control"
          name="date"
          size={11}
          placeholder="2022-02-24"
          aria-describedby={hint}
          defaultValue={changed?.at.text}
          // biome-ignore lint/a11y/noAutofocus: whoever asks to change a note goes on in its fields
          autoFocus={changed !== null}
        />
      </label>
      <label className={styles.text}>
        Note <input className="control" name="text" maxLength={MOST_NOTE} defaultValue={changed?.text} />
      </label>
      <button className="control" type="submit">
        {changed === null ? 'Add' : 'Save'}
      </button>
      {changed !== null && (
        <button className="control" type="button" onClick={onDone}>
          Leave as it was
        </button>
      )}
      <p id={hint} className={styles.hint} role={refused ? 'alert' : undefined}>
        {refused
          ? 'Write a year, a month or a day (2017, 2017-03, 2017-03-05) and a few words.'
          : 'Notes stand on the charts and in the address, so whoever opens your link sees them, as yours and not the series’.'}
      </p>
    </form>
  );
}

/** The reader's own dated context: what is there, and a way to add to it and to change it. */
export function Notes() {
  const { view } = useDashboard();
  const { notes } = view;
  const [chosen, setChosen] = useState<ReaderNote | null>(null);
  const summary = useRef<HTMLElement>(null);
  const changed = notes.find((one) => chosen !== null && isSame(one, chosen)) ?? null;
  const isFull = notes.length >= MOST_NOTES;
  // What had the focus is gone: it goes on where the notes are counted.
  const goOn = () => summary.current?.focus();
  const onDone = () => {
    setChosen(null);
    if (changed !== null || notes.length === MOST_NOTES - 1) goOn();
  };
  return (
    <details className={styles.notes}>
      <summary ref={summary}>{notes.length === 0 ? 'Add a note' : `Notes (${notes.length})`}</summary>
      {notes.length > 0 && <Written notes={notes} onChange={setChosen} onGone={goOn} />}
      {(changed !== null || !isFull) && (
        <NoteForm
          key={changed === null ? '' : `${changed.at.text}~${changed.text}`}
          changed={changed}
          onDone={onDone}
        />
      )}
      {changed === null && isFull && (
        <p className={styles.hint}>An address holds {MOST_NOTES} notes: take one away to add another.</p>
      )}
    </details>
  );
}
