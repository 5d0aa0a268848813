import { changesDocument } from '../../export/changes/changes-document';
import { resolveWindow } from '../../view/resolve';
import { countedInWords } from '../../words/view';
import { comparisonOf } from '../changes/sides';
import type { TwinAnswer, TwinRequest } from './twin';

/** How many changes to list; all where it is not said, null where it is no number. */
function readLimit(params: URLSearchParams): number | null {
  const all = params.getAll('limit');
  if (all.length === 0) return Number.POSITIVE_INFINITY;
  return all.length === 1 && /^\d{1,7}$/.test(all[0] ?? '') ? Number(all[0]) : null;
}

/** changes.json: what changed between two revisions, under the filters of the view. */
export async function changesJson(asked: TwinRequest): Promise<TwinAnswer<string>> {
  const { params, view } = asked;
  const found = await comparisonOf(asked, params);
  if ('kind' in found) {
    const { key, value, message } = found;
    const errors = [{ key, value, code: 'bad-comparison', message }];
    return { kind: 'problem', code: 'bad-comparison', detail: message, errors };
  }
  const [before, after] = [found.before.info, found.after.info];
  const limit = readLimit(params);
  if (limit === null) {
    const detail = '“limit” is a whole number; 0 lists no incidents and gives the summary alone.';
    return { kind: 'problem', code: 'bad-limit', detail };
  }
  const changes = found.changes.slice(0, limit);
  const words = countedInWords(view, before.guide, resolveWindow(view, before.guide.meta.coverage));
  return {
    kind: 'answer',
    body: async () => JSON.stringify(changesDocument({ ...found, before, after, words, changes })),
    madeOf: { revision: `${before.revision}${after.revision}` },
  };
}
