import type { DatasetId } from '../../series/model';
import type { Catalogue } from '../catalogue/catalogue';
import type { Publication, Published } from '../catalogue/series-store';
import { catalogue } from '../catalogue/server-catalogue';
import { closedBy } from '../requests/closed-rows';
import { type OpenRequest, removalMessage } from '../requests/open-request';
import { type Comparison, compareRevisions } from './compare-revisions';

/** The keys of a comparison that are not the view's: the older and the newer revision, and how many changes to list. */
export const CHANGE_KEYS = ['since', 'until', 'limit'] as const;

/** The two revisions that an address compares, or why it names none. */
export type Sides =
  | { readonly kind: 'sides'; readonly before: Published; readonly after: Published }
  | { readonly kind: 'bad'; readonly key: string; readonly value: string; readonly message: string };

async function named(
  source: Catalogue,
  id: DatasetId,
  key: 'since' | 'until',
  params: URLSearchParams,
): Promise<Published | Extract<Sides, { kind: 'bad' }> | null> {
  const all = params.getAll(key);
  const [text] = all;
  if (text === undefined || text === '') return null;
  const bad = (message: string) =>
    ({ kind: 'bad', key, value: all.join(',').slice(0, 60), message }) as const;
  if (all.length > 1 || !/^[0-9a-f]{12,64}$/i.test(text)) {
    return bad(`“${key}” is one revision: 12 to 64 hexadecimal digits.`);
  }
  const found = await source.resolve(id, text.toLowerCase());
  if (found.kind === 'found') return found;
  if (found.kind === 'removed') return bad(removalMessage(found));
  return bad(
    found.kind === 'unknown'
      ? `No revision “${text}” of this series is kept here.`
      : `${found.count} revisions begin with “${text}”: write more of its digits.`,
  );
}

/** The publication before the last one of a revision; the revision itself where it is the first. */
function parentOf(history: readonly Publication[], { revision }: Published): Published | null {
  const at = history.findLastIndex((one) => one.revision === revision);
  return history[at - 1] ?? history[at] ?? null;
}

/**
 * The revisions of an address: `since` and `until`; else the one that the view names and the current one; without any
 * the current one and the one before it.
 */
async function sidesOf(
  source: Catalogue,
  id: DatasetId,
  shown: Published,
  params: URLSearchParams,
): Promise<Sides> {
  const history = await source.history(id);
  const since = await named(source, id, 'since', params);
  if (since && 'kind' in since && since.kind === 'bad') return since;
  const until = await named(source, id, 'until', params);
  if (until && 'kind' in until && until.kind === 'bad') return until;
  const current = history.at(-1) ?? shown;
  const after = (until as Published | null) ?? current;
  const chosen = (since as Published | null) ?? (shown.revision === after.revision ? null : shown);
  return { kind: 'sides', before: chosen ?? parentOf(history, after) ?? after, after };
}

/** The comparison of an opened request: of one that is closed, or of closed revisions, only what it sums up to. Throws a DamagedError where a revision cannot be read. */
export async function comparisonOf(
  { dataset, revision, view, signal, closed }: OpenRequest,
  params: URLSearchParams,
): Promise<Comparison | Extract<Sides, { kind: 'bad' }>> {
  const source = catalogue();
  const sides = await sidesOf(source, dataset, revision.info, params);
  if (sides.kind === 'bad') return sides;
  const found = await compareRevisions(source, dataset, view, sides, signal);
  const licences = [found.before, found.after].map(({ info }) => info.guide.meta.licence);
  const keepsIn = closed !== null || licences.some((licence) => closedBy(licence) !== null);
  return keepsIn ? { ...found, changes: [] } : found;
}
