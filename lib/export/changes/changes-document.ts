import type { IncidentChange } from '../../query/changes/compare-views';
import type { SeriesInfo } from '../../query/info/series-info';
import type { OwnField } from '../../series/fields';
import type { SeriesGuide } from '../../series/model';
import type { ChangeSummary } from './summary';

/** One side of a comparison as data. */
export interface ChangeSide {
  readonly revision: string;
  readonly published: string;
}

/** The own fields of either revision, as the newer one has them where it does. */
function fieldsOfBoth(before: SeriesGuide, after: SeriesGuide): readonly OwnField[] {
  const gone = before.fields.filter(({ id }) => !after.fields.some((field) => field.id === id));
  return [...after.fields, ...gone];
}

/** The body of changes.json: what changed between two revisions under the filters of a view. */
export function changesDocument(of: {
  readonly before: Pick<SeriesInfo, 'revision' | 'published' | 'guide'>;
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
    fields: fieldsOfBoth(before.guide, after.guide),
    incidents: changes.map(({ kind, id, before: then, after: now, fields }) => ({
      ...{ id, kind, title: (now ?? then)?.title ?? null, date: (now ?? then)?.date.edtf ?? null },
      fields,
    })),
  };
}
