import type { OutlineFiles } from '../../boundaries/outline-files';
import type { ImportProgress } from '../../formats/progress';
import type { WantedReading } from '../../formats/reading';
import type { CheckedMapping } from '../../mapping/checks/check-mapping';
import type { Mapping } from '../../mapping/mapping';
import type { SeriesInfo } from '../../query/info/series-info';
import type { Query } from '../../query/query';
import type { MapAnswers } from '../../render/map/ask-map';
import type { View } from '../../view/view';
import type { Examination, LocalSeries, Preview } from './local-connection';

/** What a page asks the worker that answers. */
export type SeriesRequest =
  | { readonly kind: 'examine'; readonly file: File; readonly wanted: WantedReading }
  | { readonly kind: 'check'; readonly json: unknown }
  | { readonly kind: 'preview'; readonly mapping: Mapping }
  | {
      readonly kind: 'build';
      readonly mapping: Mapping | null;
      readonly title: string;
      /** What a mapping wants that gives regions by points; null for others, and where it could not be had. */
      readonly outlines: OutlineFiles | null;
    }
  | { readonly kind: 'query'; readonly query: Query }
  | { readonly kind: 'incidents-csv'; readonly view: View }
  | { readonly kind: 'saved-page'; readonly view: View; readonly file: string; readonly policy: string }
  | { readonly kind: 'problems-csv' };

/** What it asks the worker that draws maps. */
export interface MapRequest {
  readonly kind: 'map';
  readonly view: View;
  /** What is known of the series; null where it is that of the map before. */
  readonly info: SeriesInfo | null;
}

export type WorkerRequest = SeriesRequest | MapRequest;

interface AnswerByKind {
  readonly examine: Examination;
  readonly check: CheckedMapping;
  readonly preview: Preview;
  readonly build: LocalSeries;
  readonly query: unknown;
  readonly 'incidents-csv': Blob;
  readonly 'saved-page': Blob;
  readonly 'problems-csv': Blob;
  readonly map: MapAnswers | null;
}

/** What a worker answers to each kind of request. */
export type AnswerTo<K extends WorkerRequest['kind']> = AnswerByKind[K];

/** From the page. `id` is the page's own number for the request. */
export type ToWorker =
  /** Said once, before all else: where the file is read. */
  | { readonly kind: 'connect'; readonly reading: MessagePort }
  /** Queries that come through a port are answered through it. */
  | { readonly kind: 'answer'; readonly asked: MessagePort }
  | { readonly kind: 'ask'; readonly id: number; readonly ask: WorkerRequest }
  | { readonly kind: 'cancel'; readonly id: number };

/** From the worker: one `done` or `failed` for each request, any number of `progress` before it. */
export type FromWorker =
  | { readonly kind: 'done'; readonly id: number; readonly answer: unknown }
  | { readonly kind: 'failed'; readonly id: number; readonly message: string; readonly aborted: boolean }
  | { readonly kind: 'progress'; readonly id: number; readonly progress: ImportProgress };
