import { holm } from '../../stats/adjust';
import { LEVEL } from '../../stats/intervals';
import { type RateRatio, rateRatio } from '../../stats/rate-ratio';
import type { Unsaid } from '../compare/overlap';
import type { CountInterval } from './rate';

/** More comparisons than this at once are not made: no reader looks at them, and after Holm none could be told apart. */
export const MOST_COMPARISONS = 1000;
/** Rates within this ratio of each other are as good as alike, where chance does not reach beyond. */
const ALIKE = 1.25;

/** One side of a comparison: a group, or a period, with its best count and the days on which somebody looked for it. */
export interface Side {
  readonly id: string;
  /** Best count on covered days. */
  readonly count: number;
  /** Best count on days on which nobody looked: no part of the rate. */
  readonly uncovered: number;
  /** Covered days. */
  readonly exposure: number;
  /** People times covered days; null where the number of people is not known on all of them. */
  readonly people: number | null;
  /** Whether a part of its days was searched thinly or sampled, or a part of it not searched. */
  readonly less: boolean;
  /** By how much its counts vary more than by chance; 1 where they do not. */
  readonly dispersion: number;
  /** What chance leaves open about its count. */
  readonly interval: CountInterval;
}

/**
 * Why it is not known what counts in both of two sides: no filter says it, and there is too much to be listed; `ranges`: they are
 * ranges that overlap; `unsearched`: both have some on days on which nobody looked.
 */
export type SharedUnknown = Unsaid | 'ranges' | 'unsearched';

/** Two sides that are to be compared. */
export interface Pair {
  readonly first: Side;
  readonly second: Side;
  /**
   * `apart`: no incident counts in both, or those that do are `shared`. `part`: one is a part of the other. `same-days`: periods
   * that overlap.
   */
  readonly relation: 'apart' | 'part' | 'same-days';
  /** Incidents that count in both, best count: they say nothing of a difference, and are left out on both sides. Null: not known. */
  readonly shared: number | null;
  /** Where that is not known, why: null where it is. */
  readonly unknown: SharedUnknown | null;
  /** Whether their days were searched each in its own way, and whether the reader has seen that; see `search-break.ts`. */
  readonly across: 'none' | 'unseen' | 'seen';
  /** By days; by people, as places are where their numbers are known; `unknown`: by days, for the number is not known of all of them. */
  readonly by: 'days' | 'people' | 'unknown';
}

/** Why two sides cannot be compared. */
export type NotCompared =
  | 'part'
  | 'break'
  | 'same-days'
  | 'not-searched'
  | 'no-events'
  | 'unknown-shared'
  | 'all-shared'
  | 'too-many';

/**
 * `differ`: also among all comparisons that are shown together. `alone`: by itself, and not among them. `alike`: chance reaches no further
 * than a quarter more or less. `open`: too few events to tell.
 */
export type Verdict = 'differ' | 'alone' | 'alike' | 'open';

export type Compared =
  | {
      readonly kind: 'compared';
      readonly pair: Pair;
      /** How many times as often the first happens as the second. */
      readonly ratio: RateRatio;
      readonly level: number;
      /** After Holm, over all that are compared with it. */
      readonly adjusted: number;
      readonly tests: number;
      readonly verdict: Verdict;
      /** What counts were divided by, for they vary more than by chance; 1 where they do not. */
      readonly dispersion: number;
    }
  | { readonly kind: 'refused'; readonly pair: Pair; readonly why: NotCompared };

function refusal({ first, second, relation, shared, across }: Pair, pairs: number): NotCompared | null {
  if (pairs > MOST_COMPARISONS) return 'too-many';
  if (relation !== 'apart') return relation;
  if (first.exposure <= 0 || second.exposure <= 0) return 'not-searched';
  if (first.count + second.count <= 0) return 'no-events';
  if (shared === null) return 'unknown-shared';
  if (first.count <= shared && second.count <= shared) return 'all-shared';
  // A sentence on a difference would be quoted; that there is a break may not be.
  return across === 'unseen' ? 'break' : null;
}

function ratioOf({ first, second, shared, by }: Pair): { ratio: RateRatio; dispersion: number } {
  const dispersion = Math.max(1, first.dispersion, second.dispersion);
  const own = ({ count, exposure, people }: Side) => ({
    count: Math.max(0, count - (shared ?? 0)),
    exposure: by === 'people' ? (people ?? 0) : exposure,
  });
  return { ratio: rateRatio(own(first), own(second), dispersion)!, dispersion };
}

function verdictOf({ low, high, p }: RateRatio, adjusted: number): Verdict {
  if (adjusted <= 1 - LEVEL) return 'differ';
  if (high !== null && low >= 1 / ALIKE && high <= ALIKE) return 'alike';
  return p <= 1 - LEVEL ? 'alone' : 'open';
}

/** Compares the rates of each pair; p values are adjusted over all that can be compared. In the order given. */
export function compareRates(pairs: readonly Pair[]): readonly Compared[] {
  const refused = pairs.map((pair) => refusal(pair, pairs.length));
  const made = pairs.map((pair, place) => (refused[place] === null ? ratioOf(pair) : null));
  const ps = made.flatMap((one) => (one === null ? [] : [one.ratio.p]));
  const adjusted = [...holm(ps)];
  return pairs.map((pair, place): Compared => {
    const one = made[place]!;
    if (one === null) return { kind: 'refused', pair, why: refused[place]! };
    const p = adjusted.shift()!;
    const verdict = verdictOf(one.ratio, p);
    return { kind: 'compared', pair, ...one, level: LEVEL, adjusted: p, tests: ps.length, verdict };
  });
}
