import { SharedWork } from '../../caches/shared-work';
import { sizeOf } from '../../caches/size-of';
import { type EntryContext, entryOf, type FeedEntry } from '../../export/feed/entry';
import type { IncidentChange } from '../../query/changes/compare-views';
import { filterOf } from '../../query/plan/filter';
import { showable } from '../../text/fold';
import { BASE_PATH } from '../../text/site-path';
import type { View } from '../../view/view';
import type { Catalogue } from '../catalogue/catalogue';
import { onRemoval } from '../catalogue/removals';
import type { Publication } from '../catalogue/series-store';
import { firstChanges } from './compare-revisions';

/** Entries of a feed, and revisions that are looked at for them. */
export const MOST_ENTRIES = 200;
export const MOST_REVISIONS = 20;

/** A feed as it is made: of which view, from which catalogue, under which address. */
interface Making {
  readonly catalogue: Catalogue;
  /** Names no revision: a feed follows the series. */
  readonly view: View;
  readonly origin: string;
  /** Aborted when nobody waits for it. */
  readonly signal?: AbortSignal | undefined;
}

/** Bytes of entries that are kept, publication by publication: what one brought to a view stays what it was. */
const KEPT = 16_000_000;
const brought = new SharedWork<readonly FeedEntry[]>(KEPT);
onRemoval(() => brought.clear());

function contextOf(
  { view, origin }: Making,
  now: Publication,
  before: Publication | null,
  guides: Pick<EntryContext, 'before' | 'after'>,
): EntryContext {
  const { dataset } = view;
  return {
    ...{ dataset, revision: now.revision, parent: before?.revision ?? null, time: now.time, ...guides },
    urlOf: (incident, revision) =>
      `${origin}${BASE_PATH}/${encodeURIComponent(dataset)}/incidents/${encodeURIComponent(showable(incident))}?r=${revision.slice(0, 12)}`,
  };
}

/** The first revision: its incidents in the view, the latest first. */
async function firstEntries(
  making: Making,
  first: Publication,
  signal: AbortSignal,
): Promise<readonly FeedEntry[]> {
  const { catalogue, view } = making;
  const { info, engine } = await catalogue.open(view.dataset, first, signal);
  const filter = filterOf(view, info);
  const { rows } = await engine.run({ kind: 'rows', filter, sort: [], offset: 0, limit: MOST_ENTRIES });
  const context = contextOf(making, first, null, { before: null, after: info.guide });
  return rows.map(({ incident }) => {
    const { id } = incident;
    const added: IncidentChange = { kind: 'added', id, before: null, after: incident, fields: [] };
    return entryOf(added, context);
  });
}

/**
 * What one revision brought to the view. Both sides are asked for the same days, those that the view means in the newer
 * one: an incident that a rolling window merely left behind is no news. No more are looked for than a feed can hold.
 */
async function entriesBetween(
  making: Making,
  before: Publication,
  now: Publication,
  signal: AbortSignal,
): Promise<readonly FeedEntry[]> {
  const { catalogue, view } = making;
  const [old, young] = await Promise.all([
    catalogue.open(view.dataset, before),
    catalogue.open(view.dataset, now),
  ]);
  const compared = { before: old, after: young, filter: filterOf(view, young.info) };
  const changes = await firstChanges(compared, MOST_ENTRIES, signal);
  const guides = { before: old.info.guide, after: young.info.guide };
  const context = contextOf(making, now, before, guides);
  return changes.map((change) => entryOf(change, context));
}

/** What a publication brought, found once. A publication is told by its time too, for a series may go back to a revision. */
function entriesOf(
  making: Making,
  before: Publication | null,
  now: Publication,
): Promise<readonly FeedEntry[]> {
  const { view, origin } = making;
  const key = JSON.stringify([view, origin, before?.revision ?? null, now.revision, now.time]);
  const run = (signal: AbortSignal) =>
    before ? entriesBetween(making, before, now, signal) : firstEntries(making, now, signal);
  return brought.ask(key, { run, bytes: sizeOf }, making.signal);
}

/** The newest entries of a view, publication by publication (oldest first in `history`) from the current one back. */
export async function feedEntries(
  making: Making,
  history: readonly Publication[],
): Promise<readonly FeedEntry[]> {
  const entries: FeedEntry[] = [];
  const oldest = Math.max(0, history.length - MOST_REVISIONS);
  for (let at = history.length - 1; at >= oldest && entries.length < MOST_ENTRIES; at--) {
    const [now, before] = [history[at], history[at - 1]];
    if (!now) break;
    entries.push(...(await entriesOf(making, before ?? null, now)));
  }
  return entries.slice(0, MOST_ENTRIES);
}
