import type { ColumnProfile } from '../../survey/survey';
import { ACLED } from './acled';
import { GDELT } from './gdelt';
import { GTD } from './gtd';
import { type Layout, type LayoutMapping, layoutColumns } from './layout';
import { TIME_MAP } from './time-map';
import { TIMELINE_JS } from './timeline-js';
import { UCDP_GED } from './ucdp-ged';

/** The published layouts that are known, the more particular first. */
export const KNOWN_LAYOUTS: readonly Layout[] = [UCDP_GED, GTD, ACLED, GDELT, TIMELINE_JS, TIME_MAP];

/** The layout that a table has, with its mapping; null where it is the file's own. */
export function recogniseLayout(
  profiles: readonly ColumnProfile[],
): { readonly layout: Layout; readonly mapping: LayoutMapping } | null {
  const columns = layoutColumns(profiles);
  const layout = KNOWN_LAYOUTS.find((one) => one.fits(columns));
  return layout ? { layout, mapping: layout.map(columns) } : null;
}
