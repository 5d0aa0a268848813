'use client';

import { type FormEvent, type InputHTMLAttributes, useId, useRef, useState } from 'react';
import styles from '@/components/open/open.module.css';
import { takeToken } from '@/components/open/page-token';
import { stemOf } from '@/components/open/save-file';
import type {
  Publisher,
  Publishing,
  PublishOutcome,
  PublishQuestion,
  PublishRequest,
} from '@/lib/client/local/local-connection';
import type { Mapping } from '@/lib/mapping/mapping';
import { readableTitle } from '@/lib/text/titles/readable-title';
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

/** What an address may be: an id of a dataset. */
const ADDRESS = {
  pattern: '[a-z0-9]+(-[a-z0-9]+)*',
  title: 'lower-case letters, digits and hyphens',
};

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

/** What came of it in words; `tried` says whether a token was sent. */
function Status({ phase, tried }: { readonly phase: Phase; readonly tried: boolean }) {
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
    case 'needs-token':
      return tried
        ? 'The server did not take this token.'
        : 'This server asks for its token before it publishes anything.';
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

/** A labelled field of the form; `before` stands ahead of what is typed. */
function Field(
  props: InputHTMLAttributes<HTMLInputElement> & {
    readonly label: string;
    readonly before?: string;
    readonly onText: (text: string) => void;
  },
) {
  const { label, before, onText, ...input } = props;
  const id = useId();
  return (
    <span className={styles.choice}>
      <label htmlFor={id}>{label}</label>
      {before !== undefined && <span>{before}</span>}
      <input id={id} className="control" onChange={({ target }) => onText(target.value)} {...input} />
    </span>
  );
}

/** Sends a file, asks before something is replaced, and can be stopped. */
function usePublishing(publisher: Publisher) {
  const [phase, setPhase] = useState<Phase>({ kind: 'form' });
  const running = useRef<AbortController | null>(null);
  const publish = async (what: PublishRequest) => {
    const controller = new AbortController();
    running.current = controller;
    setPhase({ kind: 'under-way', progress: null });
    const { signal } = controller;
    const onProgress = (progress: Publishing) => {
      if (!signal.aborted) setPhase({ kind: 'under-way', progress });
    };
    const confirm = (question: PublishQuestion) =>
      new Promise<boolean>((answer) => {
        signal.addEventListener('abort', () => answer(false), { once: true });
        if (!signal.aborted) setPhase({ kind: 'asked', question, answer });
      });
    const outcome = await publisher.publish(what, { onProgress, confirm, signal });
    if (!signal.aborted) setPhase(outcome);
  };
  const answer = ({ answer: tell }: Asked, yes: boolean) => {
    setPhase({ kind: 'under-way', progress: { kind: 'importing', read: 0 } });
    tell(yes);
  };
  const stop = () => {
    running.current?.abort();
    setPhase({ kind: 'form' });
  };
  return { phase, publish, answer, stop };
}

/** Sends or stops; nothing while a question stands open. */
function PhaseButton({ phase, onStop }: { readonly phase: Phase; readonly onStop: () => void }) {
  if (phase.kind === 'asked') return null;
  return phase.kind === 'under-way' ? (
    <button type="button" className="control" onClick={onStop}>
      Stop
    </button>
  ) : (
    <button type="submit" className="control">
      Send and publish
    </button>
  );
}

/** What is sent, and where to, before anything is. */
function WhatIsSent({ file }: { readonly file: File }) {
  return (
    <p>
      This sends the file “{file.name}” ({formatBytes(file.size)}) and the mapping above to the server this
      page came from, where everybody who can open the server can read it. Nothing is sent before you press
      the button.
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
  const [dataset, setDataset] = useState(idOf(stemOf(file.name)));
  const [token, setToken] = useState(takeToken);
  const [tried, setTried] = useState(false);
  const { phase, publish, answer, stop } = usePublishing(publisher);
  const asksToken = phase.kind === 'needs-token' || token !== '';
  const failed = phase.kind === 'failed' || phase.kind === 'needs-token';
  const send = (event: FormEvent) => {
    event.preventDefault();
    setTried(token !== '');
    void publish({ file, dataset, title: title.trim(), mapping, token });
  };
  return (
    <details id="publish" className={styles.publish}>
      <summary>Publish on this server …</summary>
      <WhatIsSent file={file} />
      <form className={styles.buttons} onSubmit={send}>
        <Field label="Address" before="/" value={dataset} onText={setDataset} required {...ADDRESS} />
        <Field label="Title" value={title} onText={setTitle} />
        {asksToken && (
          <Field label="Token" type="password" autoComplete="off" value={token} onText={setToken} />
        )}
        <PhaseButton phase={phase} onStop={stop} />
      </form>
      <TitleHint title={title} suggestion={readableTitle(stemOf(file.name))} onTake={setTitle} />
      {phase.kind === 'asked' && (
        <PublishChangesView question={phase.question} onAnswer={(yes) => answer(phase, yes)} />
      )}
      {asksToken && (
        <p className="muted">
          The token of the server stands in the file <code>token</code> of its store; who started it knows it.
          It is kept in this tab only, and forgotten with it.
        </p>
      )}
      <p role="status" className={failed ? styles.failure : undefined}>
        <Status phase={phase} tried={tried} />
      </p>
    </details>
  );
}
