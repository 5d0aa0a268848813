import { NONE } from '../query/query';
import type { SeriesGuide } from '../series/model';
import { actorName, capitalised, labelOf } from '../view/labels';
import type { Split } from '../view/view';

/** What the values of a split are called, for `3 more actors`. */
export const SPLIT_NOUNS: Readonly<Record<Split, { readonly one: string; readonly many: string }>> = {
  actor: { one: 'actor', many: 'actors' },
  type: { one: 'type', many: 'types' },
  region: { one: 'region', many: 'regions' },
  relation: { one: 'relation', many: 'relations' },
  initiator: { one: 'initiator', many: 'initiators' },
  none: { one: 'series', many: 'series' },
};

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
