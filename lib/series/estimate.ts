import type { Estimate } from './model';

export const NOT_REPORTED: Estimate = { low: null, best: null, high: null };

/**
 * An estimate as it counts. A best figure fills a missing end, so that a single published figure serves as all three, and
 * two equal ends are their own best. What is left without a best says less: two ends are rival figures, or a range; a low
 * end alone is "at least", open upwards; a high end alone is "at most".
 */
export function settle({ low, best, high }: Estimate): Estimate {
  if (best !== null) return { low: low ?? best, best, high: high ?? best };
  if (low !== null && low === high) return { low, best: low, high };
  return { low, best, high };
}

/** Whether a settled estimate reports anything. */
export function isReported({ low, best, high }: Estimate): boolean {
  return low !== null || best !== null || high !== null;
}

/** The one number that stands for a settled estimate where one is needed: its best, or the low end of a range. */
export function pointOf({ low, best }: Estimate): number | null {
  return best ?? low;
}
