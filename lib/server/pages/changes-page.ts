import type { ChangeSummary } from '../../export/changes/summary';
import { PROBLEM_KINDS } from '../../export/documents/problem-codes';
import type { IncidentChange } from '../../query/changes/compare-views';
import type { SeriesInfo } from '../../query/info/series-info';
import { servedTwinHref } from '../../view/addresses/addresses';
import { resolveWindow } from '../../view/resolve';
import { withKey } from '../../view/serialize';
import type { View } from '../../view/view';
import { countedInWords } from '../../words/view';
import type { Publication } from '../catalogue/series-store';
import { catalogue } from '../catalogue/server-catalogue';
import { CHANGE_KEYS, comparisonOf } from '../changes/sides';
import { answerWithStatus } from '../http/page-status';
import {
  brokenPage,
  openPage,
  type PageQuery,
  type PageRefusal,
  toSearchParams,
} from '../requests/open-page';

/** Changes that a page lists; the others are in its twin. */
export const CHANGES_SHOWN = 500;

/** What the page of changes shows, or why not. */
export type ChangesPage =
  | PageRefusal
  | { readonly kind: 'bad'; readonly dataset: string; readonly message: string }
  | {
      readonly kind: 'ok';
      readonly view: View;
      readonly words: string;
      readonly before: SeriesInfo;
      readonly after: SeriesInfo;
      readonly summary: ChangeSummary;
      readonly guideChanges: readonly string[];
      readonly changes: readonly IncidentChange[];
      readonly history: readonly Publication[];
      /** The address of the same comparison as data. */
      readonly twin: string;
    };

/** Opens an address of `/changes` and compares its two revisions. */
export async function loadChanges(dataset: string, query: PageQuery): Promise<ChangesPage> {
  const opened = await openPage(dataset, query, { others: CHANGE_KEYS });
  if (opened.kind !== 'ok') return opened;
  try {
    const found = await opened.place(() => comparisonOf(opened, toSearchParams(query)));
    if ('kind' in found) {
      answerWithStatus(PROBLEM_KINDS['bad-comparison'].status);
      return { kind: 'bad', dataset, message: found.message };
    }
    const { view } = opened;
    const [before, after] = [found.before.info, found.after.info];
    const history = await catalogue().history(view.dataset);
    const words = countedInWords(view, before.guide, resolveWindow(view, before.guide.meta.coverage));
    const sides = withKey(servedTwinHref(view, 'changes.json'), 'since', before.revision.slice(0, 12));
    return {
      kind: 'ok',
      ...{ view, words, before, after, history },
      ...{ summary: found.summary, guideChanges: found.guideChanges },
      changes: found.changes.slice(0, CHANGES_SHOWN),
      twin: withKey(sides, 'until', after.revision.slice(0, 12)),
    };
  } catch (error) {
    return brokenPage(dataset, error);
  }
}
