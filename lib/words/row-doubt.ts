import type { Standing } from '../query/result';

/** How a row counts, where it does not simply count as one: a short sign and what it means. */
export interface StandingSign {
  readonly kind: 'high' | 'share' | 'doubt';
  readonly label: string;
  readonly meaning: string;
}

/** A share to two significant digits: `0.5`, `0.033`. */
function formatShare(weight: number): string {
  return String(Number(weight.toPrecision(2)));
}

/** The sign of a row that stands in high only, counts in part, or is not in low; null for one that surely counts. */
export function standingSign({ weight, inLow, inBest }: Standing): StandingSign | null {
  if (!inBest) {
    return {
      kind: 'high',
      label: 'only in high',
      meaning: 'Too doubtful to stand in the best count; it counts in high alone.',
    };
  }
  if (weight < 1) {
    const share = formatShare(weight);
    const meaning = `Its date may lie outside the window: ${share} of it counts in best, nothing in low.`;
    return { kind: 'share', label: `counts ${share}`, meaning };
  }
  if (inLow) return null;
  return {
    kind: 'doubt',
    label: 'doubtful',
    meaning: 'Counts in best and high, not in low: its date, its tie or its nature is in doubt.',
  };
}
