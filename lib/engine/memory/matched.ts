import type { GradedLink } from '../../query/links';
import type { PreparedIncident } from './prepare';

/** An incident with its matched links, and whether those and its nature allow best and low. */
export type Graded = Pick<Match, 'one' | 'links' | 'linkBest' | 'linkLow'>;

/** An incident in high, with what decides whether it stands in best and low. */
export interface Match {
  readonly one: PreparedIncident;
  readonly links: readonly GradedLink[];
  /** Its date lies surely inside the window. */
  readonly sure: boolean;
  /** Share of its possible days inside the window. */
  readonly weight: number;
  /** Its links allow best: always, unless the filter sets actor, relation or series. */
  readonly linkBest: boolean;
  /** Its links and its nature allow low. */
  readonly linkLow: boolean;
  /** The series asked for take it into best and into low; true without such a clause. */
  readonly seriesBest: boolean;
  readonly seriesLow: boolean;
  readonly inBest: boolean;
  readonly inLow: boolean;
}
