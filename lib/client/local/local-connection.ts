import type { ImportProgress } from '../../formats/progress';
import type { RawColumn, RawRow, ReadingChoices } from '../../formats/raw-table';
import type { Reading, WantedReading } from '../../formats/reading';
import type { ImportCounts } from '../../importers/import-counts';
import type { ColumnReport } from '../../importers/report/column-report';
import type { SeriesDoubt } from '../../importers/report/series-doubts';
import type { CheckedMapping } from '../../mapping/checks/check-mapping';
import type { FieldGuess } from '../../mapping/free-fields';
import type { Mapping } from '../../mapping/mapping';
import type { FieldReason, ProposedGroup, Question } from '../../mapping/proposal';
import type { Problem } from '../../problems/problem';
import type { Engine } from '../../query/engine';
import type { FieldFact } from '../../query/info/field-facts';
import type { SeriesInfo } from '../../query/info/series-info';
import type { MapAnswers } from '../../render/map/ask-map';
import type { EstimateProperty } from '../../series/measures';
import type { Incident, Source } from '../../series/model';
import type { View } from '../../view/view';

/** A table that was looked at, with the guess of what its columns mean. */
export interface ExaminedTable {
  readonly kind: 'table';
  /** The name of the table, such as `events.zip/2024.csv`. */
  readonly file: string;
  readonly reading: Reading;
  readonly choices: ReadingChoices;
  readonly notes: readonly string[];
  readonly columns: readonly RawColumn[];
  /** The first rows. */
  readonly preview: readonly RawRow[];
  /** Rows that can be used, and records that cannot be read as rows. */
  readonly rows: number;
  readonly broken: number;
  /** Null where nothing could be proposed. */
  readonly mapping: Mapping | null;
  /** The field that each column with cells would be. */
  readonly fields: readonly FieldGuess[];
  readonly reasons: readonly FieldReason[];
  readonly questions: readonly Question[];
  readonly groups: readonly ProposedGroup[];
  readonly placeholders: readonly { readonly text: string; readonly count: number }[];
  /** Why it is no series of events; null where it may be one. */
  readonly refusal: Problem | null;
}

/** What came of looking at a file. A Data Package needs no mapping. */
export type Examination =
  | ExaminedTable
  | { readonly kind: 'package'; readonly title: string; readonly counts: ImportCounts }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] };

/** Problems of one code, with the first of them. */
export interface CodeExamples {
  readonly code: string;
  readonly count: number;
  readonly examples: readonly Problem[];
}

/** An incident as the preview shows it. */
export interface PreviewIncident extends Pick<Incident, EstimateProperty> {
  readonly id: string;
  readonly date: string;
  readonly title: string;
  readonly type: string | null;
  readonly place: string | null;
  readonly actors: readonly string[];
}

/** How many incidents begin in a bin of calendar time; `label` names the bin. */
export interface HistogramBin {
  readonly label: string;
  readonly count: number;
}

/** What a mapping would make of the first rows. */
export interface Preview {
  readonly counts: ImportCounts;
  /** False where only the first rows were tried. */
  readonly whole: boolean;
  readonly incidents: readonly PreviewIncident[];
  readonly histogram: readonly HistogramBin[];
  /** What the mapping does with each column. */
  readonly columns: readonly ColumnReport[];
  readonly problems: readonly CodeExamples[];
}

/** A series that stands in the page's memory. */
export interface LocalSeries {
  readonly info: SeriesInfo;
  /** What the incidents say in the series' own fields. */
  readonly facts: readonly FieldFact[];
  /** What became of each column; null for a Data Package, which says itself what its columns mean. */
  readonly columns: readonly ColumnReport[] | null;
  readonly counts: ImportCounts;
  /** The first sources: a file can name one in every row, and the page is given no more than it shows. */
  readonly sources: readonly Source[];
  readonly sourceCount: number;
  /** The first problems that left something out, and the first warnings; all are in the file that `problemsCsv` makes. */
  readonly problems: readonly Problem[];
  readonly warnings: readonly Problem[];
  readonly byCode: readonly CodeExamples[];
  /** How many problems and warnings there are in all. */
  readonly found: number;
  /** What they say against dates. */
  readonly doubts: readonly SeriesDoubt[];
}

/** What goes with a request: how far it is, and its end. */
export interface PassOptions {
  readonly onProgress?: (progress: ImportProgress) => void;
  readonly signal?: AbortSignal;
}

/**
 * Turns a file into a series without any server. One file at a time: `examine` begins anew. Rejects with `AbortError`
 * where a signal ended the request.
 */
export interface LocalConnection {
  examine(file: File, wanted: WantedReading, options?: PassOptions): Promise<Examination>;
  check(json: unknown): Promise<CheckedMapping>;
  preview(mapping: Mapping): Promise<Preview>;
  /** `mapping` is null for a Data Package. */
  build(mapping: Mapping | null, title: string, options?: PassOptions): Promise<LocalSeries>;
  /** Answers queries about the series that was built last. */
  readonly engine: Engine;
  /** The map of a view of that series, drawn apart from the page; null where nothing in it has a place. */
  readonly map: (info: SeriesInfo, view: View, signal: AbortSignal) => Promise<MapAnswers | null>;
  incidentsCsv(view: View): Promise<Blob>;
  /** A view as one page that opens from a disk; `policy` is the one that such pages bring. Rejects where there are too many rows. */
  savedPage(view: View, file: string, policy: string): Promise<Blob>;
  problemsCsv(): Promise<Blob>;
  close(): void;
}

/** How far a file that is being published is. */
export type Publishing =
  | { readonly kind: 'sending'; readonly sent: number; readonly of: number }
  | { readonly kind: 'comparing' | 'importing'; readonly read: number };

/** What publishing would change in a data set that is there already. */
export interface PublishChanges {
  readonly since: string;
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  readonly unchanged: number;
  /** What differs beside the incidents, by name. */
  readonly series: readonly string[];
  /** The first of them. */
  readonly incidents: readonly {
    readonly kind: 'added' | 'changed' | 'removed';
    readonly id: string;
    readonly date: string;
    readonly title: string;
    readonly fields: readonly string[];
  }[];
}

/** Asked before a data set that is there already gets a new revision; `changes` is null where they cannot be told. */
export interface PublishQuestion {
  readonly dataset: string;
  /** The revision that would come; the same as the current one where nothing would change. */
  readonly revision: string;
  readonly changes: PublishChanges | null;
}

/** What came of it. `needs-token`: the server wants to be shown one, or another. `kept`: the reader said no. */
export type PublishOutcome =
  /** `over` is the revision that was current before; null for a new data set. */
  | {
      readonly kind: 'published';
      readonly href: string;
      readonly revision: string;
      readonly over: string | null;
    }
  | { readonly kind: 'kept'; readonly href: string }
  | { readonly kind: 'needs-token'; readonly message: string }
  | { readonly kind: 'failed'; readonly message: string };

/** What is sent to a server: a file, what its columns mean, and where it goes. */
export interface PublishRequest {
  readonly file: File;
  readonly dataset: string;
  /** Empty: the server calls it as the data set is called already, or by its id. */
  readonly title: string;
  readonly mapping: Mapping | null;
  readonly token: string;
}

/** Sends a file and its mapping to the server of this page, and only when it is told to. */
export interface Publisher {
  publish(
    what: PublishRequest,
    options: {
      readonly onProgress: (progress: Publishing) => void;
      /** Whether a data set that is there already may get this revision. */
      readonly confirm: (question: PublishQuestion) => Promise<boolean>;
      readonly signal: AbortSignal;
    },
  ): Promise<PublishOutcome>;
}
