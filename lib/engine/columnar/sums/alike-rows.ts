import type { Codes } from '../columns/dictionary';
import { BEST, DISPUTED, LOW, type WindowRows } from '../selection/selection';
import { FRACTIONS, STEP } from './steady';

/** The numbers of a cell of a measure, before its sums; what they mean is said by `SumParts`. */
export const [MATCHED, REPORTED, OPEN, LOW_ALL, LOW_REPORTED] = [0, 1, 2, 3, 4] as const;
export const [BEST_ALL, BEST_REPORTED, WITHOUT_BEST, SUMS] = [5, 6, 7, 8] as const;

/** Bits of a figure: it reports anything, is open upwards, has a point without a best. */
export const [REPORTS, IS_OPEN, LACKS_BEST] = [1, 2, 4] as const;

/** Where the sums of whole numbers stand: what takes away of high, low, best in steps, and the weights of best. */
const TAKEN = SUMS + 1;
const LOW_SUM = TAKEN + 1;
const BEST_SUM = LOW_SUM + 1;
const WEIGHTS = BEST_SUM + FRACTIONS;

/** What is added to a cell. */
const ADDED = new Float64Array(WEIGHTS + FRACTIONS);

function addTo(values: Float64Array, sign: 1 | -1): void {
  for (let at = 0; at < ADDED.length; at++) values[at]! += sign * ADDED[at]!;
}

/** By figure: its ends and its point, which are whole numbers or NaN, and bits of what it says. */
interface Figures {
  readonly low: Float64Array;
  readonly point: Float64Array;
  readonly high: Float64Array;
  readonly kinds: Uint8Array;
}

/**
 * Adds rows that are as firm as each other to one cell of a measure of whole numbers: the same sums as row by row, each of which is
 * held apart until the last row. Whole numbers, and steps, add up exactly in any order.
 */
export class AlikeRows {
  readonly #column: { readonly codes: Codes };
  readonly #figures: Figures;

  constructor(column: { readonly codes: Codes }, figures: Figures) {
    this.#column = column;
    this.#figures = figures;
  }

  /** Adds rows that lie surely in a window, from place to place of a list (see `AddedRows`), or takes them away. */
  add(
    values: Float64Array,
    firm: number,
    rows: Uint32Array | null,
    from: number,
    to: number,
    sign: 1 | -1,
  ): void {
    const { codes } = this.#column;
    const { low: lows, point: points, high: highs, kinds } = this.#figures;
    const [inLow, inBest] = [(firm & LOW) !== 0, (firm & BEST) !== 0];
    const isCounted = inBest && (firm & DISPUTED) === 0;
    let reported = 0;
    let open = 0;
    let lowReported = 0;
    let bestReported = 0;
    let withoutBest = 0;
    let low = 0;
    let best = 0;
    let high = 0;
    let taken = 0;
    for (let at = from; at < to; at++) {
      const figure = codes[rows === null ? at : rows[at]!]!;
      const kind = kinds[figure]!;
      if ((kind & REPORTS) === 0) continue;
      reported++;
      if ((kind & IS_OPEN) !== 0) open++;
      const [least, point, most] = [lows[figure]!, points[figure]!, highs[figure]!];
      if (inLow ? !Number.isNaN(most) : most > 0) high += most;
      if (!inLow) {
        if (least < 0) taken += least;
      } else if (!Number.isNaN(least)) {
        lowReported++;
        low += least;
      }
      if (!isCounted || Number.isNaN(point)) continue;
      bestReported++;
      best += point;
      if ((kind & LACKS_BEST) !== 0) withoutBest++;
    }
    const all = to - from;
    ADDED.fill(0);
    ADDED[MATCHED] = all;
    ADDED[LOW_ALL] = inLow ? all : 0;
    ADDED[BEST_ALL] = inBest ? all : 0;
    ADDED[REPORTED] = reported;
    ADDED[OPEN] = open;
    ADDED[WITHOUT_BEST] = withoutBest;
    ADDED[LOW_REPORTED] = lowReported;
    ADDED[BEST_REPORTED] = bestReported;
    ADDED[WEIGHTS] = bestReported;
    ADDED[SUMS] = high;
    ADDED[TAKEN] = taken;
    ADDED[LOW_SUM] = low;
    ADDED[BEST_SUM] = best;
    addTo(values, sign);
  }

  /** Adds those of which it is in doubt whether they lie in it, which never are in low. */
  addDoubtful(values: Float64Array, firm: number, { doubtful, shares, steps }: WindowRows): void {
    const { codes } = this.#column;
    const { low: lows, point: points, high: highs, kinds } = this.#figures;
    const [isBest, isCounted] = [(firm & BEST) !== 0, (firm & DISPUTED) === 0];
    let reported = 0;
    let open = 0;
    let bestAll = 0;
    let bestReported = 0;
    let withoutBest = 0;
    let high = 0;
    let taken = 0;
    let whole = 0;
    let first = 0;
    let second = 0;
    let weight = 0;
    let firstWeight = 0;
    let secondWeight = 0;
    for (let at = 0, step = 0; at < doubtful.length; at++, step += FRACTIONS) {
      const figure = codes[doubtful[at]!]!;
      const kind = kinds[figure]!;
      const share = shares[at]!;
      const inBest = isBest && share > 0;
      if (inBest) bestAll++;
      if ((kind & REPORTS) === 0) continue;
      reported++;
      if ((kind & IS_OPEN) !== 0) open++;
      if (highs[figure]! > 0) high += highs[figure]!;
      if (lows[figure]! < 0) taken += lows[figure]!;
      const point = points[figure]!;
      if (!inBest || !isCounted || Number.isNaN(point)) continue;
      bestReported++;
      const part = share * point;
      const trunk = Math.trunc(part);
      const large = (part - trunk) * STEP;
      whole += trunk;
      first += Math.trunc(large);
      second += Math.trunc((large - Math.trunc(large)) * STEP);
      weight += steps[step]!;
      firstWeight += steps[step + 1]!;
      secondWeight += steps[step + 2]!;
      if ((kind & LACKS_BEST) !== 0) withoutBest++;
    }
    ADDED.fill(0);
    ADDED[MATCHED] = doubtful.length;
    ADDED[REPORTED] = reported;
    ADDED[OPEN] = open;
    ADDED[BEST_ALL] = bestAll;
    ADDED[BEST_REPORTED] = bestReported;
    ADDED[WITHOUT_BEST] = withoutBest;
    ADDED[SUMS] = high;
    ADDED[TAKEN] = taken;
    ADDED[BEST_SUM] = whole;
    ADDED[BEST_SUM + 1] = first;
    ADDED[BEST_SUM + 2] = second;
    ADDED[WEIGHTS] = weight;
    ADDED[WEIGHTS + 1] = firstWeight;
    ADDED[WEIGHTS + 2] = secondWeight;
    addTo(values, 1);
  }
}
