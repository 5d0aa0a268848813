'use client';

import { type FormEvent, useId, useState } from 'react';
import { useDashboard } from '@/components/dashboard/state/dashboard-context';
import { ViewLink } from '@/components/ui/view-link';
import { changeView } from '@/lib/view/change';
import { MOST_NOTE, MOST_NOTES, notesInOrder, parseNote } from '@/lib/view/grammar/notes';
import type { ReaderNote } from '@/lib/view/view';
import styles from './notes.module.css';

function isSame(a: ReaderNote, b: ReaderNote): boolean {
  return a.at.text === b.at.text && a.text === b.text;
}

function Written({ notes }: { readonly notes: readonly ReaderNote[] }) {
  return (
    <ul className={styles.list}>
      {notes.map((note) => (
        <li key={`${note.at.text}~${note.text}`}>
          <span>
            {note.at.text}: {note.text}
          </span>
          <ViewLink
            className="control quiet"
            view={(now) => changeView(now, { notes: now.notes.filter((one) => !isSame(one, note)) })}
            aria-label={`Take the note “${note.text}” of ${note.at.text} away`}
          >
            ×
          </ViewLink>
        </li>
      ))}
    </ul>
  );
}

/** Dates and words for one more note; what cannot be read is said and stays to be mended. */
function AddNote() {
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
    go((now) => changeView(now, { notes: notesInOrder([...now.notes, note]) }));
    form.reset();
  };
  return (
    <form className={styles.form} onSubmit={onSubmit} data-needs-scripts="">
      <label>
        Date{' '}
        <input className="control" name="date" size={11} placeholder="2022-02-24" aria-describedby={hint} />
      </label>
      <label className={styles.text}>
        Note <input className="control" name="text" maxLength={MOST_NOTE} />
      </label>
      <button className="control" type="submit">
        Add
      </button>
      <p id={hint} className={styles.hint} role={refused ? 'alert' : undefined}>
        {refused
          ? 'Write a year, a month or a day (2017, 2017-03, 2017-03-05) and a few words.'
          : 'Notes stand on the charts and in the address, so whoever opens your link sees them, as yours and not the series’.'}
      </p>
    </form>
  );
}

/** The reader's own dated context: what is there, and a way to add to it. */
export function Notes() {
  const { view } = useDashboard();
  const { notes } = view;
  return (
    <details className={styles.notes}>
      <summary>{notes.length === 0 ? 'Add a note' : `Notes (${notes.length})`}</summary>
      {notes.length > 0 && <Written notes={notes} />}
      {notes.length < MOST_NOTES && <AddNote />}
    </details>
  );
}
