import type { Query } from '../../query/query';
import type { ResultOf } from '../../query/result';
import type { SeriesGuide } from '../../series/model';

/** How the columns of a served series fare in this page. */
export type ColumnsState =
  /** The server answers; nothing is fetched, or not yet. */
  | { readonly kind: 'waiting' }
  /** Many rows, or a reader who saves data: fetched when asked for. */
  | { readonly kind: 'offered' }
  | { readonly kind: 'fetching'; readonly bytes: number; readonly of: number | null }
  /** This page answers by itself. */
  | { readonly kind: 'here' }
  /** The server goes on answering; `why` is a sentence. */
  | { readonly kind: 'stays'; readonly why: string };

/** What is to be fetched. */
export interface WantedColumns {
  readonly at: string;
  readonly incidents: number;
  readonly guide: SeriesGuide;
}

/** The columns of the series of a page: fetched behind its first view, and then an engine in a worker. */
export interface ColumnsSource {
  readonly state: () => ColumnsState;
  readonly subscribe: (changed: () => void) => () => void;
  /** Says what can be fetched; begins where nothing speaks against it. */
  readonly offer: (wanted: WantedColumns) => void;
  /** Fetches what was offered, because the reader asks for it. */
  readonly fetch: () => void;
  /** Gives up fetching; the server goes on answering. */
  readonly cancel: () => void;
  /** Answers where the columns are here, else null: then somebody else has to. */
  readonly ask: <Q extends Query>(query: Q, signal?: AbortSignal) => Promise<ResultOf<Q>> | null;
  /** Sends what was asked so far, where that would wait for what else is asked in the same task. */
  readonly send: () => void;
  readonly close: () => void;
}
