'use client';

import {
  type Dispatch,
  type SetStateAction,
  startTransition,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { Examination, LocalConnection } from '@/lib/client/local/local-connection';
import type { WantedReading } from '@/lib/formats/reading';
import { whyNotKept, withOwnDates } from '@/lib/mapping/kept-mapping';
import type { Mapping } from '@/lib/mapping/mapping';
import { answerPlan } from '@/lib/query/plan/answers';
import { planView } from '@/lib/query/plan/plan';
import { readableTitle } from '@/lib/text/titles/readable-title';
import { LOCAL } from '@/lib/view/addresses/local';
import { parseView } from '@/lib/view/parse';
import type { KeptFile } from './file/kept-file';
import { rememberedMapping, rememberMapping } from './mapping/saved-mappings';
import {
  afterFailure,
  asGuessed,
  type Drafting,
  edited,
  firstMapping,
  IDLE,
  isUnderstood,
  type Opening,
  type Packaged,
  stepBack,
  withKept,
} from './opening';
import { stemOf } from './save-file';

/** What can be done on the way. */
export interface OpeningActions {
  /** Looks at a file, and opens its dashboard where nothing is left to be decided. */
  readonly take: (file: File, wanted?: WantedReading) => void;
  /** Looks at a file anew, read in another way, and shows what was found. */
  readonly reread: (file: File, wanted: WantedReading) => void;
  /** Opens a file that was kept, as it was. */
  readonly restore: (kept: KeptFile) => void;
  readonly edit: (change: Partial<Mapping>, chosen?: Readonly<Record<string, string>>) => void;
  readonly load: (json: unknown) => Promise<readonly string[]>;
  /** Takes the mapping that was kept for these columns and not used unasked. */
  readonly useKept: () => void;
  /** Back to what was guessed. */
  readonly guessAgain: () => void;
  readonly open: (title: string, remember: boolean) => void;
  /** One step back; a pass over the file that is under way ends. */
  readonly cancel: () => void;
  readonly restart: () => void;
}

function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError';
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** What follows from a look at a file. A mapping kept for the same columns goes before the guess. */
async function opened(connection: LocalConnection, file: File, found: Examination): Promise<Opening> {
  if (found.kind === 'refused') return { step: 'refused', file, problems: found.problems };
  if (found.kind === 'package') return { ...found, step: 'package', file };
  const kept = rememberedMapping(found.columns);
  const checked = kept === null ? null : await connection.check(kept);
  const base = { step: 'mapping', file, found, chosen: {}, preview: null, failure: null } as const;
  const guess = { ...base, draft: firstMapping(found), origin: 'guess', kept: null } as const;
  if (checked?.kind !== 'ok') return guess;
  const { mapping } = checked;
  const reason = whyNotKept(mapping, false, found.mapping, found.questions);
  if (reason !== null) return { ...guess, kept: { mapping, reason } };
  const draft = found.mapping === null ? mapping : withOwnDates(mapping, found.mapping);
  return { ...base, draft, origin: 'remembered', kept: null };
}

type SetOpening = Dispatch<SetStateAction<Opening>>;

/** Asks for a preview whenever the draft has stood still for a moment. */
function usePreview(connection: LocalConnection, state: Opening, set: SetOpening): void {
  const draft = state.step === 'mapping' ? state.draft : null;
  useEffect(() => {
    if (draft === null) return;
    let gone = false;
    const tell = (change: Partial<Drafting>) => {
      if (gone) return;
      set((now) => (now.step === 'mapping' && now.draft === draft ? { ...now, ...change } : now));
    };
    const timer = setTimeout(() => {
      connection.preview(draft).then(
        (preview) => tell({ preview, failure: null }),
        (error: unknown) => isAbort(error) || tell({ failure: wordsOf(error) }),
      );
    }, 150);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [connection, draft, set]);
}

/** Passes over a file, of which one runs at a time. */
interface Passes {
  /** Stops the pass under way; gives the signal of the one that begins. */
  readonly begin: () => AbortSignal;
  readonly stop: () => void;
}

function usePasses(): Passes {
  const running = useRef<AbortController | null>(null);
  return useMemo(() => {
    const stop = () => running.current?.abort();
    const begin = () => {
      stop();
      running.current = new AbortController();
      return running.current.signal;
    };
    return { begin, stop };
  }, []);
}

/** Tells how far the step under way has come. */
function progressOf<S extends 'examining' | 'building'>(step: S, set: SetOpening, signal: AbortSignal) {
  return (progress: Extract<Opening, { step: S }>['progress']) =>
    set((state) => (state.step === step && !signal.aborted ? { ...state, progress } : state));
}

/** A draft with the mapping that was kept with its file, as far as that fits it still. */
async function withMapping(connection: LocalConnection, state: Opening, mapping: Mapping): Promise<Opening> {
  if (state.step !== 'mapping') return state;
  const checked = await connection.check(mapping);
  if (checked.kind === 'bad') return state;
  return { ...state, draft: checked.mapping, origin: 'remembered', kept: null };
}

/** Looks at a file, and does with it what follows. */
function useLook(connection: LocalConnection, { begin }: Passes, set: SetOpening) {
  return useCallback(
    async (file: File, wanted: WantedReading, follow: (state: Opening) => Promise<void> | void) => {
      const signal = begin();
      set({ step: 'examining', file, progress: null });
      try {
        const onProgress = progressOf('examining', set, signal);
        const found = await connection.examine(file, wanted, { signal, onProgress });
        const next = await opened(connection, file, found);
        if (!signal.aborted) await follow(next);
      } catch (error) {
        if (!signal.aborted) set(isAbort(error) ? IDLE : { step: 'idle', failure: wordsOf(error) });
      }
    },
    [connection, begin, set],
  );
}

/** The dashboard of a file whose columns have their meaning, with the answers for the view in the address. */
async function built(
  connection: LocalConnection,
  from: Drafting | Packaged,
  title: string,
  watch: Parameters<LocalConnection['build']>[2],
): Promise<Opening> {
  const mapping = from.step === 'mapping' ? from.draft : null;
  // What the file is called is for this page alone; a Data Package has a title of its own.
  const shown =
    mapping === null ? title : title || mapping.meta.title || readableTitle(stemOf(from.file.name));
  const local = await connection.build(mapping, shown, watch);
  const address = new URLSearchParams(window.location.hash.slice(1));
  const { view } = parseView(LOCAL, address, { standard: local.info.standard });
  const initial = await answerPlan(connection.engine, planView(view, local.info, true));
  return { step: 'open', from, title, local, initial };
}

function useBuild(connection: LocalConnection, { begin }: Passes, set: SetOpening) {
  return useCallback(
    async (from: Drafting | Packaged, title: string) => {
      const signal = begin();
      set({ step: 'building', from, progress: null });
      try {
        const onProgress = progressOf('building', set, signal);
        const next = await built(connection, from, title, { signal, onProgress });
        // The dashboard is drawn in slices, behind the step before it: drawn at once, it would hold the page.
        if (!signal.aborted) startTransition(() => set(next));
      } catch (error) {
        if (!signal.aborted) set(isAbort(error) ? from : afterFailure(from, wordsOf(error)));
      }
    },
    [connection, begin, set],
  );
}

/** What changes a draft, and does nothing at any other step. */
function useDraft(connection: LocalConnection, set: SetOpening) {
  return useMemo(() => {
    const change = (next: (state: Drafting) => Drafting) =>
      set((state) => (state.step === 'mapping' ? next(state) : state));
    const load = async (json: unknown) => {
      const checked = await connection.check(json);
      if (checked.kind === 'bad') return checked.reasons;
      change((state) => ({ ...state, draft: checked.mapping, origin: 'loaded' }));
      return [];
    };
    const edit: OpeningActions['edit'] = (part, chosen = {}) =>
      change((state) => edited(state, part, chosen));
    return { edit, load, useKept: () => change(withKept), guessAgain: () => change(asGuessed) };
  }, [connection, set]);
}

/** The way from a file to its dashboard. */
export function useOpening(connection: LocalConnection): readonly [Opening, OpeningActions] {
  const [state, set] = useState<Opening>(IDLE);
  const now = useRef(state);
  now.current = state;
  usePreview(connection, state, set);
  const passes = usePasses();
  const look = useLook(connection, passes, set);
  const build = useBuild(connection, passes, set);
  const draft = useDraft(connection, set);

  const open = useCallback<OpeningActions['open']>(
    (title, remember) => {
      const { current } = now;
      if (current.step !== 'mapping' && current.step !== 'package') return;
      if (current.step === 'mapping' && remember) rememberMapping(current.found.columns, current.draft);
      void build(current, title);
    },
    [build],
  );
  const follow = useCallback(
    (state: Opening, title: string) => {
      if (isUnderstood(state)) void build(state, title);
      else set(state);
    },
    [build],
  );
  const take = useCallback<OpeningActions['take']>(
    (file, wanted = {}) => void look(file, wanted, (state) => follow(state, '')),
    [look, follow],
  );
  const reread = useCallback<OpeningActions['reread']>(
    (file, wanted) => void look(file, wanted, set),
    [look],
  );
  const restore = useCallback<OpeningActions['restore']>(
    ({ file, mapping, title }) =>
      void look(file, mapping?.reading ?? {}, async (state) =>
        follow(mapping === null ? state : await withMapping(connection, state, mapping), title),
      ),
    [connection, look, follow],
  );
  const restart = useCallback(() => {
    passes.stop();
    set(IDLE);
  }, [passes]);
  const cancel = useCallback(() => {
    passes.stop();
    set(stepBack(now.current));
  }, [passes]);

  return [state, { ...draft, take, reread, restore, open, cancel, restart }];
}
