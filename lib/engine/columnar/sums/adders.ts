import { meanOf, sumOf } from '../../../query/figures/sums';
import type { CellValue } from '../../../query/result';
import { isReported, pointOf } from '../../../series/estimate';
import { type Aggregate, aggregateOf } from '../../../series/fields';
import type { BaseMeasure } from '../../../series/measures';
import type { Columns } from '../columns/columns';
import type { Codes } from '../columns/dictionary';
import { BEST, DISPUTED, LOW } from '../selection/selection';
import type { Cells } from './cells';

/** Adds incidents up in cells, by one measure. */
export interface Adder {
  /** Numbers in a cell. */
  readonly width: number;
  /** Whether any sum less a part of it is the sum of the others to the last digit: so it is with whole numbers. */
  readonly isExact: boolean;
  /** The figures of the measure by row: codes below `size`; null where every incident counts as one. */
  readonly figures: { readonly codes: Codes; readonly size: number } | null;
  /**
   * Adds so many incidents of one figure to a group: in best with a share each where `firm` has {@link BEST}, in low where
   * it has {@link LOW}; in high only what has {@link DISPUTED}.
   */
  add(cells: Cells, group: number, figure: number, share: number, firm: number, count: number): void;
  /** The figure of the cell that begins at a place. */
  valueAt(values: Float64Array, at: number): CellValue;
}

/** Counts of incidents: high, best, low. */
const COUNT: Adder = {
  width: 3,
  isExact: true,
  figures: null,
  add(cells, group, _figure, share, firm, count) {
    const at = cells.enter(group, count);
    if ((firm & BEST) !== 0) cells.values[at + 1]! += share * count;
    if ((firm & LOW) !== 0) cells.values[at + 2]! += count;
  },
  valueAt: (values, at) => ({
    low: values[at + 2]!,
    best: values[at + 1]!,
    high: values[at]!,
    basis: null,
  }),
};

/** The numbers of a cell of a measure; what they mean is said by `SumParts`. */
const [MATCHED, REPORTED, OPEN, HIGH, TAKEN] = [0, 1, 2, 3, 4] as const;
const [LOW_ALL, LOW_REPORTED, LOW_SUM] = [5, 6, 7] as const;
const [BEST_ALL, BEST_REPORTED, BEST_SUM, WITHOUT_BEST, WEIGHTS] = [8, 9, 10, 11, 12] as const;
const WIDTH = 13;

/** Beyond this, or with finer fractions than 1/1024, adding up a million numbers rounds. */
const LARGEST = 2 ** 22;

function isExactNumber(value: number | null): boolean {
  return value === null || (Math.abs(value) <= LARGEST && Number.isInteger(value * 1024));
}

/** A measure of estimates; null stands as NaN. */
class ReportedAdder implements Adder {
  readonly width = WIDTH;
  readonly isExact: boolean;
  readonly #aggregate: Aggregate;
  readonly figures: NonNullable<Adder['figures']>;
  readonly #low: Float64Array;
  readonly #point: Float64Array;
  readonly #high: Float64Array;
  /** Bits: reports anything, is open upwards, has a point without a best. */
  readonly #kinds: Uint8Array;

  constructor(columns: Columns, measure: Exclude<BaseMeasure, 'incidents'>) {
    const { codes, values } = columns.figures(measure);
    const numbers = (list: readonly (number | null)[]) =>
      Float64Array.from(list, (value) => value ?? Number.NaN);
    this.#aggregate = aggregateOf(columns.series, measure);
    this.figures = { codes, size: values.length };
    this.#low = numbers(values.map(({ low }) => low));
    this.#point = numbers(values.map(pointOf));
    this.#high = numbers(values.map(({ high }) => high));
    this.#kinds = Uint8Array.from(values, (one) => {
      const isOpen = isReported(one) && one.high === null;
      return (isReported(one) ? 1 : 0) | (isOpen ? 2 : 0) | (one.best === null && one.low !== null ? 4 : 0);
    });
    this.isExact = values.every((one) => [one.low, one.best, one.high].every(isExactNumber));
  }

  add(cells: Cells, group: number, figure: number, share: number, firm: number, count: number): void {
    const at = cells.enter(group, count);
    const { values } = cells;
    const [kind, low, high] = [this.#kinds[figure]!, this.#low[figure]!, this.#high[figure]!];
    const inLow = (firm & LOW) !== 0;
    values[at + REPORTED]! += (kind & 1) * count;
    values[at + OPEN]! += ((kind >> 1) & 1) * count;
    // Of a number that may be negative, an incident in doubt may also take away.
    if (inLow ? !Number.isNaN(high) : high > 0) values[at + HIGH]! += high * count;
    if (!inLow && low < 0) values[at + TAKEN]! += low * count;
    if (inLow) {
      values[at + LOW_ALL]! += count;
      if (!Number.isNaN(low)) {
        values[at + LOW_REPORTED]! += count;
        values[at + LOW_SUM]! += low * count;
      }
    }
    if ((firm & BEST) !== 0 && share > 0) this.#addBest(values, at, figure, share, firm, count);
  }

  #addBest(
    values: Float64Array,
    at: number,
    figure: number,
    share: number,
    firm: number,
    count: number,
  ): void {
    values[at + BEST_ALL]! += count;
    const point = this.#point[figure]!;
    if (Number.isNaN(point) || (firm & DISPUTED) !== 0) return;
    values[at + BEST_REPORTED]! += count;
    values[at + BEST_SUM]! += share * point * count;
    values[at + WEIGHTS]! += share * count;
    values[at + WITHOUT_BEST]! += (this.#kinds[figure]! >> 2) * count;
  }

  valueAt(values: Float64Array, at: number) {
    const end = (first: number) => ({
      ...{ all: values[at + first]!, reported: values[at + first + 1]!, sum: values[at + first + 2]! },
    });
    const sum = sumOf({
      ...{ matched: values[at + MATCHED]!, reported: values[at + REPORTED]!, open: values[at + OPEN]! },
      ...{ low: end(LOW_ALL), best: end(BEST_ALL), high: values[at + HIGH]!, taken: values[at + TAKEN]! },
      ...{ withoutBest: values[at + WITHOUT_BEST]!, weight: values[at + WEIGHTS]! },
    });
    return this.#aggregate === 'mean' ? meanOf(sum) : sum;
  }
}

/** What adds up a measure. */
export function adderOf(columns: Columns, measure: BaseMeasure): Adder {
  if (measure === 'incidents') return COUNT;
  return columns.kept(`adder ${measure}`, () => new ReportedAdder(columns, measure));
}
