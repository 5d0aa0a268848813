import { bayesianBlocks, cellsOfDays } from '../../stats/bayesian-blocks';
import { blockPrior, FALSE_ALARMS } from '../../stats/block-priors';
import { pairedDispersion } from '../../stats/dispersion';
import { garwood, LEVEL } from '../../stats/intervals';
import { addDays, type Day, type DaySpan } from '../../time/day';
import { resolveWindow } from '../../view/resolve';
import type { View } from '../../view/view';
import type { SearchGuide } from '../coverage/watched';
import type { BinsResult } from '../result';
import { coveredDays, dayAtPlace, placeOfDay } from './covered-days';
import { countsOfDays, RATE_DAYS } from './rate';

/** Of more days with incidents than this, neighbours are taken together: a change is looked for between days, in so many places. */
const MOST_CELLS = 3000;

/** A stretch of steady rate. */
export interface Stretch extends DaySpan {
  /** Incidents on its covered days, best count. */
  readonly count: number;
  readonly days: number;
  readonly per30: number;
  readonly interval: { readonly low: number; readonly high: number };
}

/** Where the rate of a view changes, as far as chance lets one see. */
export interface ChangePoints {
  /** One where no change can be seen. Together they cover the window; a gap lies in the stretch before it. */
  readonly stretches: readonly Stretch[];
  /** What a further stretch must be worth in log likelihood, and the share of steady series that would show a change by it. */
  readonly prior: number;
  readonly falseAlarms: number;
  readonly level: number;
  /** How many times as much as by chance neighbouring weeks differ, at least 1: changes must be worth as many times as much. */
  readonly dispersion: number;
  /** How much of the best count, in incidents, is spread over days because its day is not known: no change is better dated than it. */
  readonly spread: number;
}

interface Placed {
  readonly place: number;
  readonly count: number;
}

/** Neighbouring days taken together, so that there are at most {@link MOST_CELLS}. */
function thinned(days: readonly Placed[], covered: number): readonly Placed[] {
  if (days.length <= MOST_CELLS) return days;
  const width = Math.ceil(covered / MOST_CELLS);
  const sums = new Map<number, number>();
  for (const { place, count } of days) {
    const middle = Math.floor(place / width) * width + (width >> 1);
    sums.set(middle, (sums.get(middle) ?? 0) + count);
  }
  return [...sums].map(([place, count]) => ({ place: Math.min(place, covered - 1), count }));
}

/** How much counts of seven covered days differ from those before them, at least as much as by chance. */
function weeklyAllowance(days: readonly Placed[], covered: number): number {
  const weeks: number[] = new Array(Math.floor(covered / 7)).fill(0);
  for (const { place, count } of days) {
    const week = Math.floor(place / 7);
    if (week < weeks.length) weeks[week]! += count;
  }
  return Math.max(1, pairedDispersion(weeks) ?? 1);
}

/** The part of a day's count that cannot be a whole incident. */
function spreadOf(days: readonly Placed[]): number {
  return days.reduce((sum, { count }) => sum + (count - Math.floor(count + 1e-9)), 0);
}

function stretchOf(count: number, days: number, span: DaySpan): Stretch {
  const rate = (events: number) => (events / days) * RATE_DAYS;
  const { low, high } = garwood(count);
  return { ...span, count, days, per30: rate(count), interval: { low: rate(low), high: rate(high) } };
}

/**
 * The changes of rate in a view, from its counts of days: Bayesian blocks on covered days. An incident whose day is not known counts on
 * each of its days by its share, so that it rather hides a change than makes one. Null where nobody looked, or nothing happened.
 */
export function changePointsOf(view: View, guide: SearchGuide, days: BinsResult): ChangePoints | null {
  const window = resolveWindow(view, guide.meta.coverage);
  const covered = coveredDays(window, view, guide);
  const counted = countsOfDays(days, covered).days;
  if (covered.days === 0 || counted.length === 0) return null;
  const placed = counted.map(({ day, count }) => ({ place: placeOfDay(covered, day)!, count }));
  const events = placed.reduce((sum, { count }) => sum + count, 0);
  const dispersion = weeklyAllowance(placed, covered.days);
  const prior = blockPrior(events, covered.days) * dispersion;
  const cells = cellsOfDays(thinned(placed, covered.days), covered.days);
  const starts = bayesianBlocks(cells, prior);
  // A change lies half way between two days with incidents; the later half of a day belongs to what follows.
  const places = [0, ...starts.slice(1).map((start) => Math.round(cells[start]!.start)), covered.days];
  const firstDays = places.slice(0, -1).map((place) => dayAtPlace(covered, place));
  const stretches = firstDays.map((from, index): Stretch => {
    const [begin, end] = [places[index]!, places[index + 1]!];
    const inside = placed.filter(({ place }) => place >= begin && place < end);
    const next = firstDays[index + 1];
    const span = {
      from: index === 0 ? window.from : from,
      to: next === undefined ? window.to : (addDays(next, -1) as Day),
    };
    return stretchOf(
      inside.reduce((sum, { count }) => sum + count, 0),
      end - begin,
      span,
    );
  });
  return { stretches, prior, falseAlarms: FALSE_ALARMS, level: LEVEL, dispersion, spread: spreadOf(placed) };
}
