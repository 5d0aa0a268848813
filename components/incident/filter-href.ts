import type { SeriesInfo } from '@/lib/query/info/series-info';
import { changeView, type ViewChange } from '@/lib/view/change';
import { defaultView } from '@/lib/view/keys';
import { viewHref } from '@/lib/view/serialize';

/** The address of the dashboard with one filter and no other, at the same revision. */
export function filterHref(info: SeriesInfo, revision: string | null, change: ViewChange): string {
  return viewHref(changeView({ ...defaultView(info.guide.meta.id, info.standard), revision }, change));
}
