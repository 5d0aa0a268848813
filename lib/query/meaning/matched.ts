import type { Incident } from '../../series/model';
import type { Lineage } from '../ancestors';
import type { GradedLink } from '../links';

/** Whether something is firm enough for best and for low. */
export interface Firmness {
  readonly best: boolean;
  readonly low: boolean;
}

/** A link that the filter matches, and where its actor stands in the tree. */
export interface MatchedLink extends GradedLink {
  readonly lineage: Lineage;
}

/** The regions that an incident is in: those its row names and those above them; and those of all these that lie in none. */
export interface InRegions {
  readonly under: readonly string[];
  readonly roots: readonly string[];
}

/** An incident in high: what of it matches, and how firmly. */
export interface Match {
  readonly incident: Incident;
  /** The links that the filter matches; never empty, for an incident without links has one that stands for none. */
  readonly links: readonly MatchedLink[];
  readonly regions: InRegions;
  /** The share of its possible days that lie inside the window. */
  readonly weight: number;
  /** It surely began inside the window. */
  readonly sure: boolean;
  /** What the clause on groups allows; both without one. */
  readonly chosen: Firmness;
  /** What its links, its nature and the clause on groups allow. */
  readonly firm: Firmness;
}

/** What decides in which groups an incident counts. */
export type Matched = Pick<Match, 'incident' | 'links' | 'regions' | 'firm'>;

export function inBest({ firm, weight }: Match): boolean {
  return firm.best && weight > 0;
}

export function inLow({ firm, sure }: Match): boolean {
  return firm.low && sure;
}
