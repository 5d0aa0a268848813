import type { SeriesInfo } from '../../query/series-info';
import type { IncidentChange } from './compare-views';
import type { ChangeSummary } from './summary';

/** One side of a comparison as data. */
export interface ChangeSide {
  readonly revision: string;
  readonly published: string;
}

/** The body of changes.json: what changed between two revisions under the filters of a view. */
export function changesDocument(of: {
  readonly before: Pick<SeriesInfo, 'revision' | 'published'>;
  readonly after: Pick<SeriesInfo, 'revision' | 'published' | 'guide'>;
  readonly words: string;
  readonly summary: ChangeSummary;
  readonly guideChanges: readonly string[];
  readonly changes: readonly IncidentChange[];
}) {
  const { before, after, words, summary, guideChanges, changes } = of;
  const side = ({ revision, published }: ChangeSide): ChangeSide => ({ revision, published });
  return {
    dataset: after.guide.meta.id,
    words,
    before: side(before),
    after: side(after),
    summary,
    series: guideChanges,
    incidents: changes.map(({ kind, id, before: then, after: now, fields }) => ({
      ...{ id, kind, title: (now ?? then)?.title ?? null, date: (now ?? then)?.date.edtf ?? null },
      fields,
    })),
  };
}
