'use client';

import { useId, useState } from 'react';
import styles from '@/components/open/open.module.css';
import { type Drafting, openQuestions } from '@/components/open/opening';
import { saveFile, stemOf } from '@/components/open/save-file';
import type { OpeningActions } from '@/components/open/use-opening';
import { fieldsOf } from '@/lib/mapping/free-fields';
import { formatQuantity } from '@/lib/words/figures';

/** Saves a mapping as JSON, with its fields by name, so that it can be edited and loaded again. */
export function saveMapping({ draft, file, found }: Pick<Drafting, 'draft' | 'file' | 'found'>): void {
  const whole = { ...draft, fields: fieldsOf(draft, found.fields) };
  const json = `${JSON.stringify(whole, null, 2)}\n`;
  saveFile(new Blob([json], { type: 'application/json' }), `${stemOf(file.name)}.mapping.json`);
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function LoadMapping({
  onReasons,
  actions,
}: {
  readonly onReasons: (reasons: readonly string[]) => void;
  readonly actions: OpeningActions;
}) {
  return (
    <label className={`control ${styles.pick}`}>
      Load mapping
      <input
        type="file"
        accept=".json,application/json"
        className="visually-hidden"
        onChange={async ({ target }) => {
          const file = target.files?.[0];
          target.value = '';
          if (!file) return;
          const json = readJson(await file.text());
          onReasons(json === null ? ['The file is not JSON.'] : await actions.load(json));
        }}
      />
    </label>
  );
}

function focusQuestion(id: string): void {
  const question = document.querySelector(`[data-question="${CSS.escape(id)}"]`);
  question?.scrollIntoView({ block: 'center' });
  question?.querySelector<HTMLInputElement>('input')?.focus({ preventScroll: true });
}

/** What can be done with the mapping as it is. */
export function MappingActions({
  state,
  actions,
}: {
  readonly state: Drafting;
  readonly actions: OpeningActions;
}) {
  const [reasons, setReasons] = useState<readonly string[]>([]);
  const [remember, setRemember] = useState(true);
  const [title, setTitle] = useState(state.draft.meta.title ?? '');
  const titleId = useId();
  const waiting = openQuestions(state);
  const open = () =>
    waiting[0] === undefined ? actions.open(title.trim(), remember) : focusQuestion(waiting[0]);
  return (
    <section className={styles.actions} aria-label="Go on">
      <div className={styles.buttons}>
        <span className={styles.choice}>
          <label htmlFor={titleId}>Title</label>
          <input
            id={titleId}
            className="control"
            placeholder={stemOf(state.file.name)}
            value={title}
            onChange={({ target }) => setTitle(target.value)}
          />
        </span>
        <button type="button" className="control primary" onClick={open}>
          Open the dashboard
        </button>
        <button type="button" className="control" onClick={() => saveMapping(state)}>
          Save mapping
        </button>
        <LoadMapping onReasons={setReasons} actions={actions} />
        <button type="button" className="control" onClick={actions.restart}>
          Cancel
        </button>
      </div>
      <label className={styles.option}>
        <input type="checkbox" checked={remember} onChange={({ target }) => setRemember(target.checked)} />
        <span>
          Remember this mapping, and nothing else of the file, in this browser for files with the same columns
        </span>
      </label>
      <p role="status" className={styles.waiting}>
        {waiting.length > 0 &&
          `${formatQuantity(waiting.length, { one: 'question', many: 'questions' })} above ${waiting.length === 1 ? 'waits' : 'wait'} for an answer.`}
      </p>
      {reasons.length > 0 && (
        <div role="alert" className={styles.failure}>
          <p>This mapping does not fit the file:</p>
          <ul>
            {reasons.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}
