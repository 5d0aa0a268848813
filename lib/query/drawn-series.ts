import { INITIATORS, RELATIONS } from '../series/model';
import type { Split } from '../view/view';
import type { SeriesInfo } from './series-info';

/** So many series of a split are drawn apart; the others are taken together. */
export const MOST_DRAWN = 8;

/**
 * The series of a split that are drawn apart, in the order of their colours. It depends on the revision, never on filters,
 * so that a link looks the same for everybody.
 */
export function drawnSeries({ ranking }: Pick<SeriesInfo, 'ranking'>, split: Split): readonly string[] {
  if (split === 'none') return [];
  if (split === 'relation') return RELATIONS;
  if (split === 'initiator') return INITIATORS;
  return (ranking[split] ?? []).slice(0, MOST_DRAWN);
}

/** Whether a revision has more series of a split than are drawn apart. */
export function hasUndrawn({ ranking }: Pick<SeriesInfo, 'ranking'>, split: Split): boolean {
  return (ranking[split as keyof typeof ranking] ?? []).length > MOST_DRAWN;
}
