import type { CellValue } from '../../query/result';
import { meanOf, sumOf } from '../../query/sums';
import { isReported, pointOf } from '../../series/estimate';
import { type Aggregate, aggregateOf } from '../../series/fields';
import type { BaseMeasure } from '../../series/measures';
import type { Cells } from './cells';
import type { Columns } from './columns';
import type { Codes } from './dictionary';

/** Adds incidents up in cells, by one measure. */
export interface Adder {
  /** Numbers in a cell. */
  readonly width: number;
  /** Whether any sum less a part of it is the sum of the others to the last digit: so it is with whole numbers. */
  readonly isExact: boolean;
  /** Adds a row to a group; `weight` is its share of best, 0 where it is not in best. */
  add(cells: Cells, group: number, row: number, weight: number, inLow: boolean): void;
  /** The figure of the cell that begins at a place. */
  valueAt(values: Float64Array, at: number): CellValue;
}

/** Counts of incidents: high, best, low. */
const COUNT: Adder = {
  width: 3,
  isExact: true,
  add(cells, group, _row, weight, inLow) {
    const at = cells.enter(group);
    cells.values[at + 1]! += weight;
    if (inLow) cells.values[at + 2]! += 1;
  },
  valueAt: (values, at) => ({
    ...{ low: values[at + 2]!, best: values[at + 1]!, high: values[at]! },
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
  readonly #codes: Codes;
  readonly #low: Float64Array;
  readonly #point: Float64Array;
  readonly #high: Float64Array;
  /** Bits: reports anything, is open upwards, has a point without a best. */
  readonly #kinds: Uint8Array;
  readonly #isDisputed: (row: number) => boolean;

  constructor(columns: Columns, measure: Exclude<BaseMeasure, 'incidents'>) {
    const { codes, values } = columns.figures(measure);
    const numbers = (list: readonly (number | null)[]) =>
      Float64Array.from(list, (value) => value ?? Number.NaN);
    this.#aggregate = aggregateOf(columns.series, measure);
    this.#codes = codes;
    this.#low = numbers(values.map(({ low }) => low));
    this.#point = numbers(values.map(pointOf));
    this.#high = numbers(values.map(({ high }) => high));
    this.#kinds = Uint8Array.from(values, (one) => {
      const isOpen = isReported(one) && one.high === null;
      return (isReported(one) ? 1 : 0) | (isOpen ? 2 : 0) | (one.best === null && one.low !== null ? 4 : 0);
    });
    this.isExact = values.every((one) => [one.low, one.best, one.high].every(isExactNumber));
    const lists = columns.linkLists;
    const disputed = Uint8Array.from(lists.values, ({ natureDisputed }) => (natureDisputed ? 1 : 0));
    this.#isDisputed = (row) => disputed[lists.codes[row]!] === 1;
  }

  add(cells: Cells, group: number, row: number, weight: number, inLow: boolean): void {
    const at = cells.enter(group);
    const { values } = cells;
    const code = this.#codes[row]!;
    const [kind, low, high] = [this.#kinds[code]!, this.#low[code]!, this.#high[code]!];
    values[at + REPORTED]! += kind & 1;
    values[at + OPEN]! += (kind >> 1) & 1;
    // Of a number that may be negative, an incident in doubt may also take away.
    if (inLow ? !Number.isNaN(high) : high > 0) values[at + HIGH]! += high;
    if (!inLow && low < 0) values[at + TAKEN]! += low;
    if (inLow) {
      values[at + LOW_ALL]! += 1;
      if (!Number.isNaN(low)) {
        values[at + LOW_REPORTED]! += 1;
        values[at + LOW_SUM]! += low;
      }
    }
    if (weight > 0) this.#addBest(values, at, code, weight, row);
  }

  #addBest(values: Float64Array, at: number, code: number, weight: number, row: number): void {
    values[at + BEST_ALL]! += 1;
    const point = this.#point[code]!;
    if (Number.isNaN(point) || this.#isDisputed(row)) return;
    values[at + BEST_REPORTED]! += 1;
    values[at + BEST_SUM]! += weight * point;
    values[at + WEIGHTS]! += weight;
    values[at + WITHOUT_BEST]! += this.#kinds[code]! >> 2;
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
  return measure === 'incidents' ? COUNT : new ReportedAdder(columns, measure);
}
