'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import type { Examination, LocalConnection } from '@/lib/client/local/local-connection';
import type { WantedReading } from '@/lib/formats/reading';
import { refitted } from '@/lib/mapping/free-fields';
import { whyNotKept, withOwnDates } from '@/lib/mapping/kept-mapping';
import type { Mapping } from '@/lib/mapping/mapping';
import { answerPlan } from '@/lib/query/plan/answers';
import { planView } from '@/lib/query/plan/plan';
import { LOCAL } from '@/lib/view/addresses/local';
import { parseView } from '@/lib/view/parse';
import { rememberedMapping, rememberMapping } from './mapping/saved-mappings';
import { type Drafting, firstMapping, type Opening, type Packaged } from './opening';
import { stemOf } from './save-file';

/** What can be done on the way. */
export interface OpeningActions {
  readonly take: (file: File, wanted?: WantedReading) => void;
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

const IDLE: Opening = { step: 'idle', failure: null };

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

/** Asks for a preview whenever the draft has stood still for a moment. */
function usePreview(
  connection: LocalConnection,
  state: Opening,
  set: (change: (state: Opening) => Opening) => void,
): void {
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

/** The way from a file to its dashboard. */
export function useOpening(connection: LocalConnection): readonly [Opening, OpeningActions] {
  const [state, set] = useState<Opening>(IDLE);
  const now = useRef(state);
  now.current = state;
  const running = useRef<AbortController | null>(null);
  usePreview(connection, state, set);

  const begin = useCallback(() => {
    running.current?.abort();
    running.current = new AbortController();
    return running.current.signal;
  }, []);

  const take = useCallback(
    async (file: File, wanted: WantedReading = {}) => {
      const signal = begin();
      set({ step: 'examining', file, progress: null });
      const onProgress = (progress: Extract<Opening, { step: 'examining' }>['progress']) =>
        set((state) => (state.step === 'examining' && !signal.aborted ? { ...state, progress } : state));
      try {
        const next = await opened(
          connection,
          file,
          await connection.examine(file, wanted, { signal, onProgress }),
        );
        if (!signal.aborted) set(next);
      } catch (error) {
        if (!signal.aborted) set(isAbort(error) ? IDLE : { step: 'idle', failure: wordsOf(error) });
      }
    },
    [connection, begin],
  );

  const edit = useCallback<OpeningActions['edit']>((change, chosen = {}) => {
    set((state) => {
      if (state.step !== 'mapping') return state;
      const draft = refitted(state.draft, { ...state.draft, ...change }, state.found.fields);
      return { ...state, draft, chosen: { ...state.chosen, ...chosen } };
    });
  }, []);

  const load = useCallback(
    async (json: unknown) => {
      const checked = await connection.check(json);
      if (checked.kind === 'bad') return checked.reasons;
      set((state) =>
        state.step === 'mapping' ? { ...state, draft: checked.mapping, origin: 'loaded' } : state,
      );
      return [];
    },
    [connection],
  );

  const useKept = useCallback(() => {
    set((state) =>
      state.step === 'mapping' && state.kept !== null
        ? { ...state, draft: state.kept.mapping, origin: 'remembered', kept: null }
        : state,
    );
  }, []);

  const guessAgain = useCallback(() => {
    set((state) =>
      state.step === 'mapping'
        ? { ...state, draft: firstMapping(state.found), origin: 'guess', chosen: {} }
        : state,
    );
  }, []);

  const build = useCallback(
    async (from: Drafting | Packaged, title: string) => {
      const signal = begin();
      set({ step: 'building', from, progress: null });
      const onProgress = (progress: Extract<Opening, { step: 'building' }>['progress']) =>
        set((state) => (state.step === 'building' && !signal.aborted ? { ...state, progress } : state));
      try {
        const mapping = from.step === 'mapping' ? from.draft : null;
        // What the file is called is for this page alone; a Data Package has a title of its own.
        const shown = mapping === null ? title : title || mapping.meta.title || stemOf(from.file.name);
        const local = await connection.build(mapping, shown, {
          signal,
          onProgress,
        });
        const { view } = parseView(LOCAL, new URLSearchParams(window.location.hash.slice(1)), {
          standard: local.info.standard,
        });
        const initial = await answerPlan(connection.engine, planView(view, local.info));
        if (!signal.aborted) set({ step: 'open', from, title, local, initial });
      } catch (error) {
        if (signal.aborted || isAbort(error)) set(from);
        else
          set(
            from.step === 'mapping'
              ? { ...from, failure: wordsOf(error) }
              : { step: 'idle', failure: wordsOf(error) },
          );
      }
    },
    [connection, begin],
  );

  const open = useCallback<OpeningActions['open']>(
    (title, remember) => {
      const { current } = now;
      if (current.step !== 'mapping' && current.step !== 'package') return;
      if (current.step === 'mapping' && remember) rememberMapping(current.found.columns, current.draft);
      void build(current, title);
    },
    [build],
  );

  const restart = useCallback(() => {
    running.current?.abort();
    set(IDLE);
  }, []);
  const cancel = useCallback(() => {
    const { current } = now;
    running.current?.abort();
    set(current.step === 'building' || current.step === 'open' ? current.from : IDLE);
  }, []);

  return [state, { take, edit, load, useKept, guessAgain, open, cancel, restart }];
}
