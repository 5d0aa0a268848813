import type { Query } from '../../query/query';
import type { SeriesGuide } from '../../series/model';
import type { Sent } from '../sent-bins';

/** What a page tells the worker that answers from columns. */
export type ToColumns =
  /** Fetch the columns of a series, of which this is known. */
  | { readonly kind: 'open'; readonly at: string; readonly guide: SeriesGuide }
  | { readonly kind: 'ask'; readonly id: number; readonly queries: readonly Query[] };

/** What it tells the page. */
export type FromColumns =
  /** Bytes that have come; of how many, where that is known. */
  | { readonly kind: 'received'; readonly bytes: number; readonly of: number | null }
  | { readonly kind: 'open' }
  /** A sentence for the reader: the columns cannot be had, or turned out to be damaged. */
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'answers'; readonly id: number; readonly results: readonly Sent[] };
