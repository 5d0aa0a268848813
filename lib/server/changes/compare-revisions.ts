import { compareViews, type IncidentChange } from '../../export/changes/compare-views';
import { guideChanges } from '../../export/changes/guide-changes';
import { type ChangeSummary, summarise } from '../../export/changes/summary';
import { filterOf } from '../../query/plan';
import type { Filter } from '../../query/query';
import type { DatasetId } from '../../series/model';
import type { View } from '../../view/view';
import type { Catalogue, OpenRevision } from '../catalogue/catalogue';
import type { Published } from '../catalogue/series-store';

/** Two revisions of a dataset through one view. */
export interface Comparison {
  readonly before: OpenRevision;
  readonly after: OpenRevision;
  readonly changes: readonly IncidentChange[];
  readonly summary: ChangeSummary;
  /** The parts of the series beside its incidents that differ, by name. */
  readonly guideChanges: readonly string[];
}

/** Comparisons by both revisions and the filter: revisions never change, so what was found once stays true. */
const held = new Map<string, Promise<readonly IncidentChange[]>>();
const MOST_HELD = 50;

function remembered(
  key: string,
  work: () => Promise<readonly IncidentChange[]>,
): Promise<readonly IncidentChange[]> {
  const known = held.get(key);
  if (known) return known;
  const asked = work();
  held.set(key, asked);
  asked.catch(() => held.delete(key));
  const [oldest] = held.keys();
  if (held.size > MOST_HELD && oldest !== undefined) held.delete(oldest);
  return asked;
}

/** The incidents of a filter that changed between two open revisions. Found once, it is kept. */
export function changesBetween(
  before: OpenRevision,
  after: OpenRevision,
  filter: Filter,
): Promise<readonly IncidentChange[]> {
  const { id } = after.info.guide.meta;
  const key = `${id} ${before.info.revision} ${after.info.revision} ${JSON.stringify(filter)}`;
  return remembered(key, () =>
    compareViews({ engine: before.plainEngine, filter }, { engine: after.plainEngine, filter }),
  );
}

/**
 * What changed between two revisions, under the filters of a view. Both are asked for the same days: those that the view
 * means in the older one.
 */
export async function compareRevisions(
  catalogue: Catalogue,
  id: DatasetId,
  view: View,
  revisions: { readonly before: Published; readonly after: Published },
): Promise<Comparison> {
  const [before, after] = await Promise.all([
    catalogue.open(id, revisions.before),
    catalogue.open(id, revisions.after),
  ]);
  const filter = filterOf(view, before.info);
  const changes = await changesBetween(before, after, filter);
  return {
    ...{ before, after, changes, summary: summarise(changes) },
    guideChanges: guideChanges(before.info.guide, after.info.guide),
  };
}
