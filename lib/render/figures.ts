import type { Count } from '../query/result';
import { settle } from '../series/estimate';
import type { Estimate } from '../series/model';

/** What stands where a figure is null; never 0. */
export const NOT_REPORTED_TEXT = 'not reported';

/** A number with thousands separators and at most one decimal: `12,480`, `3.5`, `−3`. */
export function formatNumber(value: number): string {
  const rounded = Math.round((Math.abs(value) + Number.EPSILON) * 10) / 10;
  const [whole = '0', decimals] = String(rounded).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  const sign = value < 0 && rounded !== 0 ? '−' : '';
  return `${sign}${grouped}${decimals === undefined ? '' : `.${decimals}`}`;
}

/** Two ends as they are read: `18–24`. */
export function formatRange(low: number, high: number): string {
  return `${formatNumber(low)}–${formatNumber(high)}`;
}

/** A count with its doubt: `23 (18–24)`; `23` where low, best and high are one number. */
export function formatCount({ low, best, high }: Count): string {
  const figure = formatNumber(best);
  return low === high ? figure : `${figure} (${formatRange(low, high)})`;
}

/**
 * A figure of a source: `145 (143–145)`, `3`, `2–70, no best figure` where rival figures exclude each other, and
 * `not reported` where nobody gives one. A single figure stands for all three.
 */
export function formatEstimate(estimate: Estimate): string {
  const { low, best, high } = settle(estimate);
  if (low === null || high === null) return NOT_REPORTED_TEXT;
  return best === null ? `${formatRange(low, high)}, no best figure` : formatCount({ low, best, high });
}

/** A noun in the number that fits: `1 attack`, `0.5 attacks`, `23 attacks`. */
export function formatQuantity(value: number, noun: { readonly one: string; readonly many: string }): string {
  return `${formatNumber(value)} ${formatNumber(value) === '1' ? noun.one : noun.many}`;
}
