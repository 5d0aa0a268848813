import { changesDocument } from '../../export/changes/changes-document';
import type { DatasetId } from '../../series/model';
import { resolveWindow } from '../../view/resolve';
import { viewInWords } from '../../view/words';
import type { Catalogue } from '../catalogue/catalogue';
import type { Publication, Published } from '../catalogue/series-store';
import { catalogue } from '../catalogue/server-catalogue';
import { type Comparison, compareRevisions } from '../changes/compare-revisions';
import { dataResponse, problemResponse } from '../http/respond';
import type { OpenView } from '../requests/open-view';
import { removalMessage } from '../requests/open-view';
import { twin } from './twin';

type Ok = Extract<OpenView, { kind: 'ok' }>;

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
export async function sidesOf(
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

/** The comparison of an opened address. Throws a DamagedError where a revision cannot be read. */
export async function comparisonOf(
  ok: Ok,
  params: URLSearchParams,
): Promise<Comparison | Extract<Sides, { kind: 'bad' }>> {
  const source = catalogue();
  const { info } = ok.opened;
  const { id } = info.guide.meta;
  const sides = await sidesOf(source, id, info, params);
  return sides.kind === 'bad' ? sides : compareRevisions(source, id, ok.view, sides);
}

/** How many changes to list; all where it is not said, null where it is no number. */
function readLimit(params: URLSearchParams): number | null {
  const all = params.getAll('limit');
  if (all.length === 0) return Number.POSITIVE_INFINITY;
  return all.length === 1 && /^\d{1,7}$/.test(all[0] ?? '') ? Number(all[0]) : null;
}

/** changes.json: what changed between two revisions, under the filters of the view. */
export function changesJson(request: Request, dataset: string): Promise<Response> {
  return twin(request, dataset, { others: CHANGE_KEYS }, async (ok) => {
    const { searchParams } = new URL(request.url);
    const found = await comparisonOf(ok, searchParams);
    if ('kind' in found) {
      const { key, value, message } = found;
      return problemResponse(request, 'bad-comparison', message, [
        { key, value, code: 'bad-comparison', message },
      ]);
    }
    const [before, after] = [found.before.info, found.after.info];
    const limit = readLimit(searchParams);
    if (limit === null) {
      const message = '“limit” is a whole number; 0 lists no incidents and gives the summary alone.';
      return problemResponse(request, 'bad-limit', message);
    }
    // Where rows may not be passed on, only the summary is.
    const listed = after.guide.meta.licence.closed === undefined ? limit : 0;
    const window = resolveWindow(ok.view, before.guide.meta.coverage);
    const words = viewInWords(ok.view, before.guide, window);
    const body = async () =>
      JSON.stringify(
        changesDocument({ ...found, before, after, words, changes: found.changes.slice(0, listed) }),
      );
    const named = (key: string) => (searchParams.get(key) ?? '') !== '';
    const identity = {
      revision: `${before.revision}${after.revision}`,
      pinned: named('since') && named('until'),
    };
    return dataResponse(request, identity, 'application/json', body);
  });
}
