import type { RawColumn } from '../../formats/raw-table';
import type { ColumnProfile } from '../survey/survey';
import { type Layout, type LayoutMapping, layoutColumns, namedColumns } from './layout';
import { ACLED } from './layouts/acled';
import { ANNALS } from './layouts/annals';
import { AWSD } from './layouts/awsd';
import { EM_DAT } from './layouts/em-dat';
import { GDELT, WIDTHS } from './layouts/gdelt';
import { GTD } from './layouts/gtd';
import { GUN_VIOLENCE_ARCHIVE } from './layouts/gun-violence-archive';
import { ICEWS } from './layouts/icews';
import { PITF } from './layouts/pitf';
import { POLECAT } from './layouts/polecat';
import { TIME_MAP } from './layouts/time-map';
import { TIMELINE_JS } from './layouts/timeline-js';
import { UCDP_GED } from './layouts/ucdp-ged';
import { VIS_TIMELINE } from './layouts/vis-timeline';

/** The published layouts that are known, the more particular first. */
export const KNOWN_LAYOUTS: readonly Layout[] = [
  ANNALS,
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

/** Whether the names of columns, or their number where a layout has no names, may be those of a layout. */
export function mayHaveLayout(columns: readonly RawColumn[]): boolean {
  const bare = namedColumns(columns);
  return WIDTHS.includes(columns.length) || KNOWN_LAYOUTS.some((one) => one.fits(bare));
}

/** The layout that a table has, with its mapping; null where it is the file's own. */
export function recogniseLayout(
  profiles: readonly ColumnProfile[],
): { readonly layout: Layout; readonly mapping: LayoutMapping } | null {
  const columns = layoutColumns(profiles);
  const layout = KNOWN_LAYOUTS.find((one) => one.fits(columns));
  return layout ? { layout, mapping: layout.map(columns) } : null;
}
