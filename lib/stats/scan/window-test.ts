import { negativeBinomialTails, poissonTails } from '../counts';
import { chiSquaredQuantile } from '../gamma';
import { conditionalPredictive } from '../predictive';
import type { Observed } from '../rate-ratio';

/** Whether a window holds more than its baseline lets expect, or less. */
export type Direction = 'surge' | 'silence';

/** A window before which nothing is said: of so many events at least is a surge, so many at least are missing in a silence. */
export const LEAST_EVENTS = 3;

/** The lengths of the windows that are looked at, in bins. */
export const WINDOWS = [1, 2, 4, 8, 13] as const;

/** Quantiles of chi-squared, which are asked for again and again. */
const kept = new Map<string, number>();

function quantile(p: number, df: number): number {
  const key = `${p} ${df}`;
  const known = kept.get(key);
  if (known !== undefined) return known;
  if (kept.size > 5000) kept.clear();
  const value = chiSquaredQuantile(p, df);
  kept.set(key, value);
  return value;
}

/**
 * How much counts around a steady rate may vary against Poisson counts: the upper quartile of what their index of dispersion allows, of few
 * bins the upper tenth; at least 1. Taking the index itself as known would raise alarms for what it missed (`bench/statistics`).
 */
export function cautiousDispersion(chiSquared: number, df: number): number {
  return df < 1 ? 1 : Math.max(1, chiSquared / quantile(df < 50 ? 0.1 : 0.25, df));
}

/**
 * The chance of a window at least as full, or as empty, as it is, given its sum with the baseline. Fractions of events, which come of dates
 * that are not known to the day, are rounded so that they make nothing stand out.
 */
export function windowP(
  direction: Direction,
  window: Observed,
  baseline: Observed,
  dispersion: number,
): number {
  if (direction === 'surge') {
    const rounded = { ...window, count: Math.floor(window.count + 1e-6) };
    const base = { ...baseline, count: Math.ceil(baseline.count - 1e-6) };
    return conditionalPredictive(rounded, base, dispersion).atLeast;
  }
  const rounded = { ...window, count: Math.ceil(window.count - 1e-6) };
  const base = { ...baseline, count: Math.floor(baseline.count + 1e-6) };
  return conditionalPredictive(rounded, base, dispersion).atMost;
}

/** How many events a window lets expect at the rate of its baseline. */
export function expectedIn(window: Observed, baseline: Observed): number {
  return (baseline.count / baseline.exposure) * window.exposure;
}

/** How many events a window and its baseline must hold together, so that a surge, or a silence, could stand out at all. */
export interface LeastTotals {
  readonly surge: number;
  readonly silence: number;
}

/**
 * Least totals by the exposures of window and baseline, for windows of each length one after the other; what was worked out last is kept.
 * Given its total, a test that no outcome could make stand out is none (Tarone 1990), and whether it is does not depend on the outcome.
 */
export function leastTotals(level: number): (bins: number, window: number, baseline: number) => LeastTotals {
  const kept = new Map<number, LeastTotals & { readonly window: number; readonly baseline: number }>();
  return (bins, window, baseline) => {
    const known = kept.get(bins);
    if (known !== undefined && known.window === window && known.baseline === baseline) return known;
    const share = window / (window + baseline);
    const surge = Math.max(LEAST_EVENTS, Math.log(level) / Math.log(share));
    const silence = Math.max(LEAST_EVENTS, Math.log(level) / Math.log1p(-share));
    const made = { window, baseline, surge, silence };
    kept.set(bins, made);
    return made;
  };
}

/** Whether a window has enough more in it, or lacks enough, for anything to be said. */
export function isWorthTesting(direction: Direction, count: number, expected: number): boolean {
  return direction === 'surge' ? count >= LEAST_EVENTS && count > expected : expected - count >= LEAST_EVENTS;
}

/** A window so far from standing out that its p need not be worked out: not 2.5 standard deviations of a Poisson count from its mean. */
export function isOrdinary(direction: Direction, count: number, expected: number): boolean {
  const reach = 2.5 * Math.sqrt(expected);
  return direction === 'surge' ? count <= expected + reach : count >= expected - reach;
}

/** The chance of at least so many events at a rate, of counts that vary `dispersion` times as much as Poisson counts. */
function chanceOf(events: number, mean: number, dispersion: number): number {
  if (dispersion <= 1) return poissonTails(events - 1, mean).upper;
  const size = mean / (dispersion - 1);
  return negativeBinomialTails(events - 1, size, 1 / dispersion).upper;
}

/** The fewest events in a window that would stand out against a baseline; null where none would, up to a hundred times what is expected. */
function fewestEvents(
  window: Observed,
  baseline: Observed,
  dispersion: number,
  level: number,
): number | null {
  const most = Math.ceil(100 * (expectedIn(window, baseline) + 1));
  const standsOut = (count: number) => windowP('surge', { ...window, count }, baseline, dispersion) <= level;
  if (!standsOut(most)) return null;
  let [low, high] = [LEAST_EVENTS - 1, most];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (standsOut(middle)) high = middle;
    else low = middle;
  }
  return high;
}

/**
 * The power of the watch: after how many bins a rate `times` as high would be noticed in four cases of five, by a window that holds
 * nothing else; null where it would not be within the longest. `perBin`: the exposure of a bin.
 */
export function binsToNotice(
  baseline: Observed,
  perBin: number,
  dispersion: number,
  level: number,
  times = 3,
): number | null {
  const found = WINDOWS.find((bins) => {
    const window = { count: 0, exposure: bins * perBin };
    const needed = fewestEvents(window, baseline, dispersion, level);
    const mean = times * expectedIn(window, baseline);
    return needed !== null && mean > 0 && chanceOf(needed, mean, dispersion) >= 0.8;
  });
  return found ?? null;
}
