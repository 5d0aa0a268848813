'use client';

import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { useDashboard } from '@/components/dashboard/state/dashboard-context';
import { ViewFields } from '@/components/ui/view-fields';
import { changeView } from '@/lib/view/change';
import { MAX_VALUE } from '@/lib/view/grammar/reading';
import { defaultView } from '@/lib/view/keys';
import { viewHref } from '@/lib/view/serialize';
import { searchedWords } from '@/lib/words/labels';
import styles from './incident-toolbar.module.css';

/** How long typing must rest before the search is made. */
const REST_MS = 200;

/** A text as the address keeps it. */
function tidy(text: string): string {
  return text.normalize('NFC').trim().replace(/\s+/g, ' ');
}

/**
 * The words that incidents must have in title, place, notes or texts of their own; like every filter it holds for the whole page. The first change of a search makes a step for the back button, further typing
 * replaces it. Without scripts it is a form.
 */
export function SearchBox() {
  const { view, go, info } = useDashboard();
  const id = useId();
  const words = `Filter the page by words in ${searchedWords(info.guide)}`;
  const [text, setText] = useState(view.q);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const sent = useRef(view.q);
  const typing = useRef(false);

  useEffect(() => {
    if (timer.current !== null || sent.current === view.q) return;
    sent.current = view.q;
    setText(view.q);
  }, [view.q]);
  useEffect(() => () => clearTimeout(timer.current ?? undefined), []);

  const latest = useRef({ view, go });
  latest.current = { view, go };
  const send = (words: string) => {
    clearTimeout(timer.current ?? undefined);
    timer.current = null;
    const q = tidy(words);
    if (q === latest.current.view.q) return;
    sent.current = q;
    latest.current.go(changeView(latest.current.view, { q }), typing.current ? 'replace' : 'push');
    typing.current = true;
  };
  const type = (words: string) => {
    setText(words);
    clearTimeout(timer.current ?? undefined);
    timer.current = setTimeout(() => send(words), REST_MS);
  };
  const finish = () => {
    send(text);
    typing.current = false;
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    finish();
  };
  return (
    <div className={styles.search}>
      {/* biome-ignore lint/a11y/useSemanticElements: browsers of the last years do not all know <search> */}
      <form
        role="search"
        action={viewHref(defaultView(view.dataset, view.standard))}
        method="get"
        onSubmit={submit}
      >
        <ViewFields view={view} except={['q']} />
        <label htmlFor={id}>{words}</label>
        <input
          id={id}
          className="control"
          type="search"
          name="q"
          value={text}
          maxLength={MAX_VALUE}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => type(event.target.value)}
          onBlur={finish}
        />
        <noscript>
          <button className="control" type="submit">
            Filter
          </button>
        </noscript>
      </form>
    </div>
  );
}
