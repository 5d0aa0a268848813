'use client';

import { useId, useRef, useState } from 'react';
import styles from '@/components/open/open.module.css';
import { takeToken } from '@/components/open/page-token';
import { stemOf } from '@/components/open/save-file';
import type {
  Publisher,
  Publishing,
  PublishOutcome,
  PublishQuestion,
} from '@/lib/client/local/local-connection';
import type { Mapping } from '@/lib/mapping/mapping';
import { formatBytes, formatNumber } from '@/lib/words/figures';
import { PublishChangesView } from './publish-changes';

/** A question with the way to answer it. */
interface Asked {
  readonly kind: 'asked';
  readonly question: PublishQuestion;
  readonly answer: (yes: boolean) => void;
}

type Phase =
  | { readonly kind: 'form' }
  | { readonly kind: 'under-way'; readonly progress: Publishing | null }
  | Asked
  | PublishOutcome;

/** A dataset id made of a name: lower-case letters, digits and hyphens. */
function idOf(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60);
}

function progressWords(progress: Publishing | null): string {
  switch (progress?.kind) {
    case 'importing':
      return `The server is reading the file: ${formatNumber(progress.read)} rows so far.`;
    case 'comparing':
      return `The server is finding out what would change: ${formatNumber(progress.read)} rows so far.`;
    default:
      return `Sending: ${formatBytes(progress?.sent ?? 0)} of ${formatBytes(progress?.of ?? 0)}.`;
  }
}

function Status({ phase }: { readonly phase: Phase }) {
  switch (phase.kind) {
    case 'form':
    case 'asked':
      return null;
    case 'under-way':
      return progressWords(phase.progress);
    case 'kept':
      return (
        <>
          Nothing was published; <a href={phase.href}>the series there</a> is as it was.
        </>
      );
    case 'published':
      return (
        <>
          Published as revision <code>{phase.revision.slice(0, 12)}</code>.{' '}
          <a href={phase.href}>Open it there</a>
          {phase.over !== null && (
            <>
              {' '}
              or see <a href={`${phase.href}/changes?since=${phase.over.slice(0, 12)}`}>what changed</a>
            </>
          )}
          .
        </>
      );
    default:
      return phase.message;
  }
}

/** What a series without a title is called; the name of the file is no more than a suggestion. */
function TitleHint(props: {
  readonly title: string;
  readonly suggestion: string;
  readonly onTake: (title: string) => void;
}) {
  const { title, suggestion, onTake } = props;
  if (title.trim() !== '') return null;
  return (
    <p className="muted">
      Without a title the series keeps the one it has there, or is called after its address. Suggestion:{' '}
      <button type="button" className="control" onClick={() => onTake(suggestion)}>
        {suggestion}
      </button>
    </p>
  );
}

/** Sends the file to the server of this page: the one thing here that leaves the computer, and only by this button. */
export function PublishForm(props: {
  readonly file: File;
  readonly mapping: Mapping | null;
  /** The title that the reader or the mapping gives; empty where neither does. */
  readonly title: string;
  readonly publisher: Publisher;
}) {
  const { file, mapping, publisher } = props;
  const [title, setTitle] = useState(props.title);
  const [id, setId] = useState(idOf(stemOf(file.name)));
  const [token, setToken] = useState(takeToken);
  const [phase, setPhase] = useState<Phase>({ kind: 'form' });
  const running = useRef<AbortController | null>(null);
  const fields = { id: useId(), title: useId(), token: useId() };
  const asked = phase.kind === 'needs-token' || token !== '';

  const publish = async () => {
    const controller = new AbortController();
    running.current = controller;
    setPhase({ kind: 'under-way', progress: null });
    const onProgress = (progress: Publishing) => {
      if (!controller.signal.aborted) setPhase({ kind: 'under-way', progress });
    };
    const what = { file, dataset: id, title: title.trim(), mapping, token };
    const { signal } = controller;
    const confirm = (question: PublishQuestion) =>
      new Promise<boolean>((answer) => {
        signal.addEventListener('abort', () => answer(false), { once: true });
        if (!signal.aborted) setPhase({ kind: 'asked', question, answer });
      });
    const outcome = await publisher.publish(what, { onProgress, confirm, signal });
    if (!controller.signal.aborted) setPhase(outcome);
  };
  const stop = () => {
    running.current?.abort();
    setPhase({ kind: 'form' });
  };
  return (
    <details className={styles.publish}>
      <summary>Publish on this server …</summary>
      <p>
        This sends the file “{file.name}” ({formatBytes(file.size)}) and the mapping above to the server this
        page came from, where everybody who can open the server can read it. Nothing is sent before you press
        the button.
      </p>
      <form
        className={styles.buttons}
        onSubmit={(event) => {
          event.preventDefault();
          void publish();
        }}
      >
        <span className={styles.choice}>
          <label htmlFor={fields.id}>Address</label>
          <span>/</span>
          <input
            id={fields.id}
            className="control"
            required
            pattern="[a-z0-9]+(-[a-z0-9]+)*"
            title="lower-case letters, digits and hyphens"
            value={id}
            onChange={({ target }) => setId(target.value)}
          />
        </span>
        <span className={styles.choice}>
          <label htmlFor={fields.title}>Title</label>
          <input
            id={fields.title}
            className="control"
            value={title}
            onChange={({ target }) => setTitle(target.value)}
          />
        </span>
        {asked && (
          <span className={styles.choice}>
            <label htmlFor={fields.token}>Token</label>
            <input
              id={fields.token}
              className="control"
              type="password"
              autoComplete="off"
              value={token}
              onChange={({ target }) => setToken(target.value)}
            />
          </span>
        )}
        {phase.kind === 'under-way' && (
          <button type="button" className="control" onClick={stop}>
            Stop
          </button>
        )}
        {phase.kind !== 'under-way' && phase.kind !== 'asked' && (
          <button type="submit" className="control">
            Send and publish
          </button>
        )}
      </form>
      <TitleHint title={title} suggestion={stemOf(file.name)} onTake={setTitle} />
      {phase.kind === 'asked' && (
        <PublishChangesView
          question={phase.question}
          onAnswer={(yes) => {
            setPhase({ kind: 'under-way', progress: { kind: 'importing', read: 0 } });
            phase.answer(yes);
          }}
        />
      )}
      {asked && (
        <p className="muted">
          The token of the server stands in the file <code>token</code> of its store; who started it knows it.
          It is kept in this tab only, and forgotten with it.
        </p>
      )}
      <p
        role="status"
        className={phase.kind === 'failed' || phase.kind === 'needs-token' ? styles.failure : undefined}
      >
        <Status phase={phase} />
      </p>
    </details>
  );
}
