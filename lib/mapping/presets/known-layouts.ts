import type { ColumnProfile } from '../survey/survey';
import { ACLED } from './acled';
import { AWSD } from './awsd';
import { EM_DAT } from './em-dat';
import { GDELT } from './gdelt';
import { GTD } from './gtd';
import { GUN_VIOLENCE_ARCHIVE } from './gun-violence-archive';
import { ICEWS } from './icews';
import { type Layout, type LayoutMapping, layoutColumns } from './layout';
import { PITF } from './pitf';
import { POLECAT } from './polecat';
import { TIME_MAP } from './time-map';
import { TIMELINE_JS } from './timeline-js';
import { UCDP_GED } from './ucdp-ged';
import { VIS_TIMELINE } from './vis-timeline';

/** The published layouts that are known, the more particular first. */
export const KNOWN_LAYOUTS: readonly Layout[] = [
  UCDP_GED,
  GTD,
  ACLED,
  GDELT,
  ICEWS,
  POLECAT,
  PITF,
  GUN_VIOLENCE_ARCHIVE,
  EM_DAT,
  AWSD,
  TIMELINE_JS,
  TIME_MAP,
  VIS_TIMELINE,
];

/** The layout that a table has, with its mapping; null where it is the file's own. */
export function recogniseLayout(
  profiles: readonly ColumnProfile[],
): { readonly layout: Layout; readonly mapping: LayoutMapping } | null {
  const columns = layoutColumns(profiles);
  const layout = KNOWN_LAYOUTS.find((one) => one.fits(columns));
  return layout ? { layout, mapping: layout.map(columns) } : null;
}
