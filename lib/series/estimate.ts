import type { Estimate } from './model';

export const NOT_REPORTED: Estimate = { low: null, best: null, high: null };

/**
 * An estimate as it counts. A single published figure serves as all three; a best figure fills a missing end. Two ends
 * without a best (rival figures that exclude each other) stay without one.
 */
export function settle({ low, best, high }: Estimate): Estimate {
  if (best !== null) return { low: low ?? best, best, high: high ?? best };
  if (low !== null && high === null) return { low, best: low, high: low };
  if (low === null && high !== null) return { low: high, best: high, high };
  if (low !== null && low === high) return { low, best: low, high };
  return { low, best, high };
}
