import { meanOf, sumOf } from '../../../query/figures/sums';
import type { CellValue } from '../../../query/result';
import { isReported, pointOf } from '../../../series/estimate';
import { type Aggregate, aggregateOf } from '../../../series/fields';
import type { BaseMeasure } from '../../../series/measures';
import type { Columns } from '../columns/columns';
import type { Codes } from '../columns/dictionary';
import { BEST, DISPUTED, LOW, type WindowRows } from '../selection/selection';
import {
  AlikeRows,
  BEST_ALL,
  BEST_REPORTED,
  IS_OPEN,
  LACKS_BEST,
  LOW_ALL,
  LOW_REPORTED,
  MATCHED,
  OPEN,
  REPORTED,
  REPORTS,
  SUMS,
  WITHOUT_BEST,
} from './alike-rows';
import type { Cells } from './cells';
import { ANY, addSteady, FRACTIONS, STEP, steadyAt, WHOLE } from './steady';

/** What an adder adds into. */
export type EnteredCells = Pick<Cells, 'values' | 'enter'>;

/** Incidents of which it is in doubt whether they lie in a window. */
export type Doubtful = Pick<WindowRows, 'shares' | 'steps'>;

/** Adds incidents up in cells, by one measure. */
export interface Adder {
  /** Numbers in a cell. */
  readonly width: number;
  /** Whether any sum less a part of it is the sum of the others to the last digit: so it is with whole numbers. */
  readonly isExact: boolean;
  /** The figures of the measure by row: codes below `size`; null where every incident counts as one. */
  readonly figures: { readonly codes: Codes; readonly size: number } | null;
  /** Whether no incident has a figure. */
  readonly reportsNothing: boolean;
  /**
   * Adds so many incidents of one figure to a group: in best with a share each where `firm` has {@link BEST}, in low where
   * it has {@link LOW}; in high only what has {@link DISPUTED}.
   */
  add(cells: EnteredCells, group: number, figure: number, share: number, firm: number, count: number): void;
  /** The same of the one incident at a place among those in doubt, which never are in low. */
  addDoubtful(
    cells: EnteredCells,
    group: number,
    figure: number,
    firm: number,
    found: Doubtful,
    at: number,
  ): void;
  /** What adds rows to the first group that are as firm as each other; null where they are added one by one. */
  readonly alike: AlikeRows | null;
  /** The figure of the cell that begins at a place. */
  valueAt(values: Float64Array, at: number): CellValue;
}

/** The best of the counts that begin at a place. */
export function bestAt(counts: Float64Array, at: number): number {
  return steadyAt(counts, at + 2, FRACTIONS);
}

/** Adds the share of an incident in doubt, as it was taken apart once for all who add it. */
function addSteps(values: Float64Array, place: number, steps: Float64Array, at: number): void {
  const from = at * FRACTIONS;
  for (let part = 0; part < FRACTIONS; part++) values[place + part]! += steps[from + part]!;
}

/** Counts of incidents: high, low, and best in parts. */
const COUNT: Adder = {
  width: 2 + FRACTIONS,
  isExact: true,
  figures: null,
  reportsNothing: false,
  alike: null,
  add(cells, group, _figure, share, firm, count) {
    const at = cells.enter(group, count);
    if ((firm & LOW) !== 0) cells.values[at + 1]! += count;
    if ((firm & BEST) !== 0) addSteady(cells.values, at + 2, FRACTIONS, share, count);
  },
  addDoubtful(cells, group, _figure, firm, { steps }, at) {
    const place = cells.enter(group, 1);
    if ((firm & BEST) !== 0) addSteps(cells.values, place + 2, steps, at);
  },
  valueAt: (values, at) => ({
    low: values[at + 1]!,
    best: bestAt(values, at),
    high: values[at]!,
    basis: null,
  }),
};

/** Beyond this, or with finer fractions than a step, adding up a million numbers rounds. */
const LARGEST = 2 ** 22;

function isExactNumber(value: number | null): boolean {
  return value === null || (Math.abs(value) <= LARGEST && Number.isInteger(value * STEP * STEP));
}

/** A measure of estimates; null stands as NaN. */
class ReportedAdder implements Adder {
  readonly width: number;
  readonly isExact: boolean;
  readonly reportsNothing: boolean;
  readonly alike: AlikeRows | null;
  readonly #aggregate: Aggregate;
  readonly figures: NonNullable<Adder['figures']>;
  readonly #low: Float64Array;
  readonly #point: Float64Array;
  readonly #high: Float64Array;
  readonly #kinds: Uint8Array;
  /** Numbers of a sum of figures, and of one of their shares. */
  readonly #whole: number;
  readonly #shared: number;
  /** Where the sums of a cell begin. */
  readonly #taken: number;
  readonly #lowSum: number;
  readonly #bestSum: number;
  readonly #weights: number;

  constructor(columns: Columns, measure: Exclude<BaseMeasure, 'incidents'>) {
    const column = columns.figures(measure);
    const { values } = column;
    const numbers = (list: readonly (number | null)[]) =>
      Float64Array.from(list, (value) => value ?? Number.NaN);
    this.#aggregate = aggregateOf(columns.series, measure);
    this.figures = {
      size: values.length,
      get codes() {
        return column.codes;
      },
    };
    this.#low = numbers(values.map(({ low }) => low));
    this.#point = numbers(values.map(pointOf));
    this.#high = numbers(values.map(({ high }) => high));
    this.#kinds = Uint8Array.from(values, (one) => {
      const isOpen = isReported(one) && one.high === null;
      const lacksBest = one.best === null && one.low !== null;
      return (isReported(one) ? REPORTS : 0) | (isOpen ? IS_OPEN : 0) | (lacksBest ? LACKS_BEST : 0);
    });
    this.reportsNothing = values.length === 1 && this.#kinds[0] === 0;
    const all = [...values].flatMap((one) => [one.low, one.best, one.high]);
    this.isExact = all.every(isExactNumber);
    const isWhole = all.every((value) => value === null || Number.isInteger(value));
    this.#whole = isWhole ? WHOLE : ANY;
    this.#shared = isWhole ? FRACTIONS : ANY;
    this.#taken = SUMS + this.#whole;
    this.#lowSum = this.#taken + this.#whole;
    this.#bestSum = this.#lowSum + this.#whole;
    this.#weights = this.#bestSum + this.#shared;
    this.width = this.#weights + FRACTIONS;
    const figures = { low: this.#low, point: this.#point, high: this.#high, kinds: this.#kinds };
    this.alike = isWhole ? new AlikeRows(column, figures) : null;
  }

  add(cells: EnteredCells, group: number, figure: number, share: number, firm: number, count: number): void {
    const at = cells.enter(group, count);
    const { values } = cells;
    const kind = this.#kinds[figure]!;
    const inLow = (firm & LOW) !== 0;
    const inBest = (firm & BEST) !== 0 && share > 0;
    if (inLow) values[at + LOW_ALL]! += count;
    if (inBest) values[at + BEST_ALL]! += count;
    if ((kind & REPORTS) === 0) return;
    values[at + REPORTED]! += count;
    if ((kind & IS_OPEN) !== 0) values[at + OPEN]! += count;
    const high = this.#high[figure]!;
    const low = this.#low[figure]!;
    // Of a number that may be negative, an incident in doubt may also take away.
    if (inLow ? !Number.isNaN(high) : high > 0) addSteady(values, at + SUMS, this.#whole, high, count);
    if (inLow) {
      if (!Number.isNaN(low)) {
        values[at + LOW_REPORTED]! += count;
        addSteady(values, at + this.#lowSum, this.#whole, low, count);
      }
    } else if (low < 0) addSteady(values, at + this.#taken, this.#whole, low, count);
    if (inBest && (firm & DISPUTED) === 0) this.#addBest(values, at, figure, share, count);
  }

  addDoubtful(
    cells: EnteredCells,
    group: number,
    figure: number,
    firm: number,
    { shares, steps }: Doubtful,
    doubt: number,
  ): void {
    const at = cells.enter(group, 1);
    const { values } = cells;
    const kind = this.#kinds[figure]!;
    const inBest = (firm & BEST) !== 0 && shares[doubt]! > 0;
    if (inBest) values[at + BEST_ALL]! += 1;
    if ((kind & REPORTS) === 0) return;
    values[at + REPORTED]! += 1;
    if ((kind & IS_OPEN) !== 0) values[at + OPEN]! += 1;
    const [low, high] = [this.#low[figure]!, this.#high[figure]!];
    if (high > 0) addSteady(values, at + SUMS, this.#whole, high, 1);
    if (low < 0) addSteady(values, at + this.#taken, this.#whole, low, 1);
    if (!inBest || (firm & DISPUTED) !== 0) return;
    const point = this.#point[figure]!;
    if (Number.isNaN(point)) return;
    values[at + BEST_REPORTED]! += 1;
    if (point !== 0) addSteady(values, at + this.#bestSum, this.#shared, shares[doubt]! * point, 1);
    addSteps(values, at + this.#weights, steps, doubt);
    if ((kind & LACKS_BEST) !== 0) values[at + WITHOUT_BEST]! += 1;
  }

  #addBest(values: Float64Array, at: number, figure: number, share: number, count: number): void {
    const point = this.#point[figure]!;
    if (Number.isNaN(point)) return;
    values[at + BEST_REPORTED]! += count;
    addSteady(values, at + this.#bestSum, this.#shared, share * point, count);
    addSteady(values, at + this.#weights, FRACTIONS, share, count);
    if ((this.#kinds[figure]! & LACKS_BEST) !== 0) values[at + WITHOUT_BEST]! += count;
  }

  valueAt(values: Float64Array, at: number) {
    const low = {
      all: values[at + LOW_ALL]!,
      reported: values[at + LOW_REPORTED]!,
      sum: steadyAt(values, at + this.#lowSum, this.#whole),
    };
    const best = {
      all: values[at + BEST_ALL]!,
      reported: values[at + BEST_REPORTED]!,
      sum: steadyAt(values, at + this.#bestSum, this.#shared),
    };
    const sum = sumOf({
      matched: values[at + MATCHED]!,
      reported: values[at + REPORTED]!,
      open: values[at + OPEN]!,
      low,
      best,
      high: steadyAt(values, at + SUMS, this.#whole),
      taken: steadyAt(values, at + this.#taken, this.#whole),
      withoutBest: values[at + WITHOUT_BEST]!,
      weight: steadyAt(values, at + this.#weights, FRACTIONS),
    });
    return this.#aggregate === 'mean' ? meanOf(sum) : sum;
  }
}

/** What adds up a measure. */
export function adderOf(columns: Columns, measure: BaseMeasure): Adder {
  if (measure === 'incidents') return COUNT;
  return columns.kept(`adder ${measure}`, () => new ReportedAdder(columns, measure));
}
