'use client';

import { useSearchParams } from 'next/navigation';
import { useCallback, useMemo, useState, useSyncExternalStore } from 'react';
import type { DatasetId } from '@/lib/series/model';
import { isLocal } from '@/lib/view/addresses/local';
import { parseView } from '@/lib/view/parse';
import { serializeView, viewHref } from '@/lib/view/serialize';
import type { Standard, View, ViewIssue } from '@/lib/view/view';

/** `push` makes a step that the back button undoes; `replace` is for steps within one gesture, such as a drag. */
export type HistoryStep = 'push' | 'replace';

/** A view to go to, or what to make of the one in the address. */
export type NextView = View | ((now: View) => View);

/** The way to other views. The same for as long as the page shows one series. */
export interface Navigation {
  /** Where the answers are near, `answered` has the page wait a moment for them; the address changes at once. */
  readonly go: (next: NextView, step?: HistoryStep, answered?: Promise<unknown>) => void;
  /** The view in the address, also where what is drawn is still the one before: what a step has to build on. */
  readonly viewNow: () => View;
  /** A view as it is read from its address: the very object that is drawn once it is there. */
  readonly asRead: (view: View) => View;
}

export interface UrlView extends Navigation {
  readonly view: View;
  readonly issues: readonly ViewIssue[];
}

/** Told when this page changes its own address, which the browser tells nobody. */
const CHANGED = 'annals:address';
const EVENTS = ['popstate', 'hashchange', CHANGED] as const;

function subscribe(onChange: () => void): () => void {
  for (const event of EVENTS) window.addEventListener(event, onChange);
  return () => {
    for (const event of EVENTS) window.removeEventListener(event, onChange);
  };
}

/** Where the address bar has the view of a dataset: see `viewHref`. */
function searchOf(dataset: DatasetId): string {
  const { hash, search } = window.location;
  // Without its mark, as the server knows it: another text would have the page drawn twice.
  return (isLocal(dataset) ? hash : search).slice(1);
}

function hrefNow(dataset: DatasetId): string {
  const { pathname, search, hash } = window.location;
  return pathname + (isLocal(dataset) ? hash : search);
}

/** A text of {@link viewHref} or of a part of it as the address bar has it: browsers write this sign otherwise in a query. */
function inAddress(dataset: DatasetId, text: string): string {
  return isLocal(dataset) ? text : text.replaceAll("'", '%27');
}

/** So long, in milliseconds, the drawing of a new address waits for its answers, that controls and figures be drawn in one go. */
const ANSWERED_AT_ONCE = 50;

/** The change of the address that was made last; only that one is told of. */
let latest = 0;

function write(view: View, step: HistoryStep, answered?: Promise<unknown>): void {
  const href = viewHref(view);
  if (inAddress(view.dataset, href) === hrefNow(view.dataset)) return;
  // With the state of the entry before, by which Next knows its own: of any other it would draw its router anew.
  const { state } = window.history;
  if (step === 'push') window.history.pushState(state, '', href);
  else window.history.replaceState(state, '', href);
  latest += 1;
  const mine = latest;
  const tell = () => {
    if (mine !== latest) return;
    latest += 1;
    window.dispatchEvent(new Event(CHANGED));
  };
  if (answered === undefined) tell();
  else {
    answered.then(tell, tell);
    setTimeout(tell, ANSWERED_AT_ONCE);
  }
}

/** Texts that are remembered with what was read from them: the address that is drawn, and the one that is gone to. */
const REMEMBERED = 2;

/** Reads a text; what it gave for the last of them is kept, for each link of a page asks for the view in the address. */
function lastKept<T>(read: (text: string) => T): (text: string) => T {
  const kept = new Map<string, T>();
  return (text) => {
    const known = kept.get(text);
    const given = known ?? read(text);
    kept.delete(text);
    kept.set(text, given);
    for (const oldest of kept.keys()) if (kept.size > REMEMBERED) kept.delete(oldest);
    return given;
  };
}

/** The query of the page as the server drew it; the same for as long as the page stands. */
export function useServedSearch(): string {
  const served = useSearchParams().toString();
  return useState(served)[0];
}

/**
 * The view in the address bar, and the way to change it. The only place that reads or writes the address. It is read
 * from the address itself: Next's own copy follows in a transition, too late for a second click, and whoever listens to it is
 * drawn once more. So `served`, which only the first drawing needs, is given from above: see {@link useServedSearch}.
 */
export function useView(dataset: DatasetId, standard: Standard, served: string): UrlView {
  const search = useSyncExternalStore(
    subscribe,
    useCallback(() => searchOf(dataset), [dataset]),
    () => served,
  );
  const read = useMemo(
    () => lastKept((text: string) => parseView(dataset, new URLSearchParams(text), { standard })),
    [dataset, standard],
  );
  const navigation = useMemo((): Navigation => {
    const viewNow = () => read(typeof window === 'undefined' ? served : searchOf(dataset)).view;
    return {
      viewNow,
      asRead: (view) => read(inAddress(dataset, serializeView(view))).view,
      go: (next, step = 'push', answered) =>
        write(typeof next === 'function' ? next(viewNow()) : next, step, answered),
    };
  }, [dataset, read, served]);
  return useMemo(() => ({ ...read(search), ...navigation }), [read, search, navigation]);
}
