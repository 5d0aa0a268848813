'use client';

import { type FormEvent, useId, useState } from 'react';
import { useDashboard } from '@/components/dashboard/state/dashboard-context';
import { Fold } from '@/components/ui/fold';
import { ViewFields } from '@/components/ui/view-fields';
import { sitePath } from '@/lib/text/site-path';
import { formatDay } from '@/lib/time/day';
import { changeView, withoutWindow } from '@/lib/view/change';
import { parseWindowEnd } from '@/lib/view/grammar/forms';
import { viewHref } from '@/lib/view/serialize';
import { isRolling, type View, type WindowEnd } from '@/lib/view/view';
import styles from './overview.module.css';

type Edge = 'from' | 'to';

const MESSAGE = 'Write a year, a month or a day (2017, 2017-03, 2017-03-05), or how far back (-12m, -90d).';

/** `latest` is the end of the coverage, as an empty field is. */
function endOf(text: string): WindowEnd | null {
  return text === 'latest' ? null : parseWindowEnd(text);
}

/** What is wrong with a pair of texts, by field; empty where nothing is. */
function problemsOf(texts: Readonly<Record<Edge, string>>): Partial<Record<Edge, string>> {
  const [from, to] = [parseWindowEnd(texts.from), endOf(texts.to)];
  const problems: Partial<Record<Edge, string>> = {};
  if (texts.from !== '' && !from) problems.from = `“${texts.from}” is no date. ${MESSAGE}`;
  if (texts.to !== '' && texts.to !== 'latest' && !to) problems.to = `“${texts.to}” is no date. ${MESSAGE}`;
  const written = from && to && !isRolling(from) && !isRolling(to);
  if (written && from.from > to.to) problems.to = 'The end lies before the start.';
  return problems;
}

/** One end of the window. */
function EndField(props: {
  readonly edge: Edge;
  readonly label: string;
  readonly id: string;
  readonly value: string;
  /** What the end is where nothing is written. */
  readonly standard: string;
  readonly isWrong: boolean;
  readonly onText: (text: string) => void;
}) {
  const { edge, label, id, value, standard, isWrong, onText } = props;
  return (
    <span className={styles.field}>
      <label htmlFor={`${id}-${edge}`}>{label}</label>
      <input
        id={`${id}-${edge}`}
        name={edge}
        className="control"
        autoComplete="off"
        spellCheck={false}
        size={10}
        maxLength={12}
        value={value}
        placeholder={standard}
        aria-invalid={isWrong}
        aria-describedby={isWrong ? `${id}-${edge}-problem` : undefined}
        onChange={(event) => onText(event.target.value)}
      />
    </span>
  );
}

/** Back to the whole coverage: a link to the view without a window. */
function Reset({ view, onReset }: { readonly view: View; readonly onReset: () => void }) {
  return (
    <a
      className="control quiet"
      href={viewHref(withoutWindow(view))}
      onClick={(event) => {
        if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
        event.preventDefault();
        onReset();
      }}
    >
      Reset
    </a>
  );
}

/** What is wrong with the ends, told at once. */
function Problems({
  id,
  problems,
}: {
  readonly id: string;
  readonly problems: Partial<Record<Edge, string>>;
}) {
  return (
    <span role="alert" className={styles.problems}>
      {(['from', 'to'] as const).map(
        (edge) =>
          problems[edge] !== undefined && (
            <span key={edge} id={`${id}-${edge}-problem`}>
              {problems[edge]}{' '}
            </span>
          ),
      )}
    </span>
  );
}

/** The window as two fields. Without scripts they are a form that leads to the same address. */
export function WindowFields() {
  const { view, info, go } = useDashboard();
  const { coverage } = info.guide.meta;
  const [writing, setWriting] = useState<Partial<Record<Edge, string>> & { readonly over?: string }>({});
  const [problems, setProblems] = useState<Partial<Record<Edge, string>>>({});
  const id = useId();
  const held = { from: view.from?.text ?? '', to: view.to?.text ?? '' };
  // What is being written counts for the window it was written over; a drag since then has the last word.
  const over = `${held.from}/${held.to}`;
  const typed = writing.over === over ? writing : {};
  const texts = { from: (typed.from ?? held.from).trim(), to: (typed.to ?? held.to).trim() };

  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    const found = problemsOf(texts);
    setProblems(found);
    if (Object.keys(found).length > 0) return;
    setWriting({});
    go((now) => changeView(now, { from: parseWindowEnd(texts.from), to: endOf(texts.to) }));
  };
  const reset = () => {
    setWriting({});
    setProblems({});
    go(withoutWindow);
  };
  const field = (edge: Edge, label: string) => (
    <EndField
      {...{ edge, label, id }}
      value={typed[edge] ?? held[edge]}
      standard={formatDay(coverage[edge])}
      isWrong={problems[edge] !== undefined}
      onText={(text) => setWriting({ ...typed, over, [edge]: text })}
    />
  );
  return (
    <Fold summary="Dates">
      <form className={styles.fields} method="get" action={sitePath(`/${view.dataset}`)} onSubmit={submit}>
        {field('from', 'From')}
        {field('to', 'To')}
        <ViewFields view={withoutWindow(view)} />
        <button type="submit" className="control">
          Set<span className="visually-hidden"> window</span>
        </button>
        {(view.from !== null || view.to !== null) && <Reset view={view} onReset={reset} />}
        <Problems id={id} problems={problems} />
      </form>
    </Fold>
  );
}
