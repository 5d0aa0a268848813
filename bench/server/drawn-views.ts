import type { Dice } from '../synthetic/random';
import type { Known } from './reader-addresses';

const MODES = ['bars', 'stack', 'panels', 'lines', 'index', 'share', 'cumulative', 'calendar'];
const BINS = ['day', 'week', 'month', 'quarter', 'year'];
const SPLITS = ['type', 'actor', 'region', 'certainty', 'relation'];
const MAPS = ['dots', 'regions', 'hexagons'];
const YEARS = [1, 1, 2, 3, 5, 24];

/** Addresses that combine by lot what few readers combine: days of several years, comparisons, filters of many actors, means and steps. */
export function drawnView({ from, to, facets }: Known, dice: Dice): string {
  const some = (most: number) => {
    const picked = Array.from({ length: 1 + dice.below(most) }, () => dice.pick(facets.actor));
    return [...new Set(picked)].map(encodeURIComponent).join(',');
  };
  const first = from + dice.below(to - from + 1);
  const clauses: readonly (readonly [chance: number, clause: () => string])[] = [
    [0.8, () => `from=${first}&to=${Math.min(to, first + dice.pick(YEARS) - 1)}`],
    [0.8, () => `mode=${dice.pick(MODES)}`],
    [0.8, () => `bin=${dice.pick(BINS)}`],
    [0.6, () => `split=${dice.pick(SPLITS)}`],
    [0.3, () => `compare=actor:${some(4)}`],
    [0.3, () => `actor=${some(8)}`],
    [0.3, () => `map=${dice.pick(MAPS)}`],
    [0.3, () => 'roll.mean=6'],
    [0.3, () => 'steps=on'],
    [0.2, () => 'measure=fatalities'],
  ];
  return clauses.flatMap(([chance, clause]) => (dice.chance(chance) ? [clause()] : [])).join('&');
}
