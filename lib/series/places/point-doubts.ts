/**
 * What may be wrong with the point of an incident: latitude and longitude `exchanged`, since it lies far from the country that is named, and in it with these
 * exchanged; at `sea`, farther from all land than {@link SEA_KM}; or `abroad`, farther than {@link ABROAD_KM} from the country that is named. Neither of
 * the last two need be wrong: ships are at sea, and borders move.
 */
export const POINT_DOUBTS = ['exchanged', 'sea', 'abroad'] as const;
export type PointDoubt = (typeof POINT_DOUBTS)[number];

/** Harbours and small islands lie beside the simplified outline of a coast: what is nearer is not said to be at sea. */
export const SEA_KM = 50;
export const ABROAD_KM = 100;

/** The points of a view of which something may be wrong, and the incidents there. */
export interface DoubtedPoints {
  readonly why: PointDoubt;
  readonly count: { readonly low: number; readonly best: number; readonly high: number };
  /** How many points there are, */
  readonly points: number;
  /** and their ids, those of the most incidents first: all of the exchanged, of others as many as a link can name. */
  readonly ids: readonly string[];
}

/** Points that a link can name. */
export const MOST_LINKED = 40;

/** The ids of the points whose numbers may be exchanged. */
export function exchangedIn(doubts: readonly DoubtedPoints[]): readonly string[] {
  return doubts.flatMap(({ why, ids }) => (why === 'exchanged' ? ids : []));
}
