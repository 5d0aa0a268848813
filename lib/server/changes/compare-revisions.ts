import { SharedWork } from '../../caches/shared-work';
import { sizeOf } from '../../caches/size-of';
import { guideChanges } from '../../export/changes/guide-changes';
import { type ChangeSummary, summarise } from '../../export/changes/summary';
import { compareViews, type IncidentChange } from '../../query/changes/compare-views';
import { filterOf } from '../../query/plan/filter';
import type { Filter } from '../../query/query';
import type { DatasetId } from '../../series/model';
import type { View } from '../../view/view';
import type { Catalogue, OpenRevision } from '../catalogue/catalogue';
import { onRemoval } from '../catalogue/removals';
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

/** Bytes of comparisons that are kept: revisions never change, so what was found once stays true. */
const KEPT = 32_000_000;
const comparisons = new SharedWork<readonly IncidentChange[]>(KEPT);
onRemoval(() => comparisons.clear());

/** Two revisions and what of them is compared. */
export interface Compared {
  readonly before: OpenRevision;
  readonly after: OpenRevision;
  readonly filter: Filter;
}

/** The first `most` incidents of a filter that changed between two revisions, which stay open meanwhile. */
export async function firstChanges(
  { before, after, filter }: Compared,
  most: number,
  signal: AbortSignal,
): Promise<readonly IncidentChange[]> {
  const old = await before.lease();
  try {
    const young = await after.lease();
    try {
      return await compareViews(
        { engine: old.one, filter, signal },
        { engine: young.one, filter, signal },
        most,
      );
    } finally {
      young.release();
    }
  } finally {
    old.release();
  }
}

/** All incidents of a filter that changed between two revisions. Found once, it is kept. */
function changesBetween(compared: Compared, signal?: AbortSignal): Promise<readonly IncidentChange[]> {
  const { before, after, filter } = compared;
  if (before.info.revision === after.info.revision) return Promise.resolve([]);
  const { id } = after.info.guide.meta;
  const key = `${id} ${before.info.revision} ${after.info.revision} ${JSON.stringify(filter)}`;
  const run = (stop: AbortSignal) => firstChanges(compared, Number.POSITIVE_INFINITY, stop);
  return comparisons.ask(key, { run, bytes: sizeOf }, signal);
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
  signal?: AbortSignal,
): Promise<Comparison> {
  const [before, after] = await Promise.all([
    catalogue.open(id, revisions.before),
    catalogue.open(id, revisions.after),
  ]);
  const filter = filterOf(view, before.info);
  const changes = await changesBetween({ before, after, filter }, signal);
  return {
    ...{ before, after, changes, summary: summarise(changes) },
    guideChanges: guideChanges(before.info.guide, after.info.guide),
  };
}
