import { NONE } from '../query/query';
import type { Split } from '../series/field-table';
import type { SeriesGuide } from '../series/model';
import { actorName, capitalised, labelOf } from '../view/labels';

/** The short and the full name of a series as the beginning of a line; an unknown id stands for itself. */
export function seriesLabel(
  guide: SeriesGuide,
  split: Split,
  series: string | null,
): { readonly short: string; readonly full: string } {
  if (series === null || split === 'none') return { short: 'All incidents', full: 'All incidents' };
  const label = labelOf(guide, split, series);
  const short = label === series ? label : capitalised(label);
  const full = split === 'actor' && series !== NONE ? actorName(guide, series) : short;
  return { short, full };
}
