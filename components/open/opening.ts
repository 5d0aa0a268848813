import type { ExaminedTable, LocalSeries, Preview } from '@/lib/client/local-door';
import type { ImportCounts, ImportProgress } from '@/lib/importers/import-counts';
import type { Mapping } from '@/lib/importers/mapping/mapping';
import type { Answers } from '@/lib/query/answers';
import type { Problem } from '@/lib/series/model';

/** A table whose columns are being told their meaning. */
export interface Drafting {
  readonly step: 'mapping';
  readonly file: File;
  readonly found: ExaminedTable;
  readonly draft: Mapping;
  /** The options chosen, by question. */
  readonly chosen: Readonly<Record<string, string>>;
  /** Where the draft came from. */
  readonly origin: 'guess' | 'remembered' | 'loaded';
  readonly preview: Preview | null;
  /** Why the last preview failed; null where it did not. */
  readonly trouble: string | null;
}

/** A Data Package, which says itself what it means. */
export interface Packaged {
  readonly step: 'package';
  readonly file: File;
  readonly title: string;
  readonly counts: ImportCounts;
}

/** How far a reader is on the way from a file to its dashboard. */
export type Opening =
  | { readonly step: 'idle'; readonly trouble: string | null }
  | { readonly step: 'examining'; readonly file: File; readonly progress: ImportProgress | null }
  | { readonly step: 'refused'; readonly file: File; readonly problems: readonly Problem[] }
  | Drafting
  | Packaged
  | {
      readonly step: 'building';
      readonly from: Drafting | Packaged;
      readonly progress: ImportProgress | null;
    }
  | {
      readonly step: 'open';
      readonly from: Drafting | Packaged;
      readonly local: LocalSeries;
      readonly initial: Answers;
    };

/** What nobody knows of a file in which no date was found: a mapping to begin with. */
export function emptyMapping(found: ExaminedTable): Mapping {
  const none = { low: null, best: null, high: null };
  return {
    format: 'annals-mapping/1',
    shape: '',
    layout: null,
    reading: found.reading,
    date: {
      kind: 'one',
      column: found.columns[0]?.name ?? '',
      rule: { order: null, language: null, numbers: null, pivot: null },
      precision: null,
    },
    id: null,
    title: null,
    actors: [],
    targets: null,
    type: null,
    subtypes: [],
    typeLabels: {},
    regions: [],
    place: null,
    country: null,
    lat: null,
    lon: null,
    geoPrecision: null,
    fatalities: none,
    injured: none,
    perpetratorsKilled: none,
    unknownNumbers: [],
    sources: null,
    notes: [],
    initiator: { fixed: 'unclear' },
    natureDisputed: { fixed: false },
    inScope: { fixed: true },
    actorDecisions: { groups: [], placeholders: [] },
    meta: { title: null, description: null, publisher: null, licence: null, noun: null, places: null },
  };
}

/** The questions that nobody has answered yet. A mapping that was saved has answered them. */
export function openQuestions({ found, chosen, origin }: Drafting): readonly string[] {
  if (origin !== 'guess') return [];
  return found.questions.flatMap(({ id }) => (chosen[id] === undefined ? [id] : []));
}
