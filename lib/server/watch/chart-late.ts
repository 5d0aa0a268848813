import type { LateReports } from '../../query/watch/late-bins';
import { resolveWindow } from '../../view/resolve';
import type { View } from '../../view/view';
import type { OpenRevision } from '../catalogue/catalogue';
import { catalogue } from '../catalogue/server-catalogue';
import { lateOf } from './late-of';
import { watchedView } from './watch-of';

/** What later reports can still add to the bins of the chart of a view, to be drawn on them; null where it is not known. */
export async function chartLate(
  revision: OpenRevision,
  view: View,
  signal?: AbortSignal,
): Promise<LateReports | null> {
  const { bin } = resolveWindow(view, revision.info.guide.meta.coverage);
  return (await lateOf(catalogue(), watchedView(view), revision, bin, signal)).late;
}
