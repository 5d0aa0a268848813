import { NONE } from '../query/query';
import type { SeriesGuide } from '../series/model';
import type { Grouping } from '../view/view';
import { actorName, capitalised, groupName, labelOf } from './labels';

/** The short and the full name of a group as the beginning of a line; an unknown id stands for itself. An actor says whether its parts are in it. */
export function seriesLabel(
  guide: SeriesGuide,
  by: Grouping,
  series: string | null,
): { readonly short: string; readonly full: string } {
  const { split } = by;
  if (series === null || split === 'none') return { short: 'All incidents', full: 'All incidents' };
  const label = labelOf(guide, split, series);
  const short = label === series ? label : capitalised(label);
  if (split !== 'actor' || series === NONE) return { short, full: short };
  const named = (name: string) => groupName(guide, by, series, name);
  return { short: named(short), full: named(actorName(guide, series)) };
}
