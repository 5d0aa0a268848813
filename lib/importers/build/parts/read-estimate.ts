import type { RawColumn } from '../../../formats/raw-table';
import { type Figure, readFigure } from '../../../mapping/cells/read-figure';
import type { EstimateMapping, Mapping } from '../../../mapping/mapping';
import { NOT_REPORTED } from '../../../series/estimate';
import type { Estimate } from '../../../series/model';
import { type CellProblem, type Found, NO_PROBLEMS } from '../cells/cell-problem';
import { cellOf, cellsOf } from '../cells/cell-reader';
import { remembered } from '../cells/memo';

/** A figure as its columns give it, and those who did it where a cell counts them apart. */
export interface Counted {
  readonly estimate: Estimate;
  /** Null where no cell says so. */
  readonly attackers: number | null;
}

type Cell = Figure | null;

const NOTHING: Found<Counted> = {
  value: { estimate: NOT_REPORTED, attackers: null },
  problems: NO_PROBLEMS,
};

/** What a figure's reader should know of it. */
function problemsIn(figure: Figure, column: string, value: string): readonly CellProblem[] {
  if (figure.kind === 'bad') return [{ code: 'not-a-count', column, value, reason: figure.reason }];
  if (figure.kind === 'blank' || figure.doubt === null) return NO_PROBLEMS;
  const read = figure.best ?? figure.low ?? figure.high;
  switch (figure.doubt) {
    case 'about':
      return [{ code: 'about-count', column, value, reason: `read as ${read}, about` }];
    case 'note':
      return [{ code: 'count-with-note', column, value, reason: `read as ${read}, with a note beside it` }];
    case 'point':
      return [{ code: 'ambiguous-count', column, value, reason: `read as ${read}, less than a thousand` }];
  }
}

const given = (cell: Cell) => (cell?.kind === 'figure' ? cell : null);

/**
 * Low, best and high of the columns that have them; a range in one column gives what the others lack. A single published
 * figure is all three, so that it stays apart from `at least` (low alone), `at most` (high alone) and `about` (best alone).
 */
function combine(low: Cell, best: Cell, high: Cell): Estimate {
  const [l, b, h] = [given(low), given(best), given(high)];
  const made = {
    low: l?.best ?? l?.low ?? b?.low ?? null,
    best: b?.best ?? null,
    high: h?.best ?? h?.high ?? b?.high ?? null,
  };
  const isSingle = made.best !== null && made.low === null && made.high === null && b?.doubt !== 'about';
  return isSingle ? { low: made.best, best: made.best, high: made.best } : made;
}

const total = (numbers: readonly (number | null)[]): number | null =>
  numbers.some((one) => one === null) ? null : (numbers as number[]).reduce((sum, one) => sum + one, 0);

/**
 * The sum of parts. Where one of them is not reported, or says "at least", the sum is at least that of the others; where
 * none is reported, nothing is.
 */
function sumOf(parts: readonly Cell[]): Estimate {
  const estimates = parts.map((part) => combine(null, part, null));
  const lows = estimates.map(({ low, best }) => low ?? best);
  if (lows.every((low) => low === null) && estimates.every(({ high }) => high === null)) return NOT_REPORTED;
  return {
    low: lows.reduce<number>((sum, low) => sum + (low ?? 0), 0),
    best: total(estimates.map(({ best }) => best)),
    high: total(estimates.map(({ high, best }) => high ?? best)),
  };
}

/** The same figures in ascending order; a best that is given stays, for it lies between them. */
function ordered({ low, best, high }: Estimate): Estimate {
  const numbers = [low, best, high].filter((one) => one !== null);
  return { low: Math.min(...numbers), best, high: Math.max(...numbers) };
}

function isOrdered({ low, best, high }: Estimate): boolean {
  const numbers = [low, best, high].filter((one) => one !== null);
  return numbers.every((one, at) => at === 0 || (numbers[at - 1] as number) <= one);
}

const inWords = ({ low, best, high }: Estimate) => [low, best, high].map((one) => one ?? 'none').join(', ');

/**
 * Reads the columns of one figure. Blank is not reported. Figures out of order are put in order, the smallest as low and
 * the largest as high, and said to be so.
 */
export function estimateReader(
  columns: readonly RawColumn[],
  mapping: EstimateMapping,
  { unknownNumbers, decimals }: Pick<Mapping, 'unknownNumbers' | 'decimals'>,
): (cells: readonly string[]) => Found<Counted> {
  const names = [
    mapping.low,
    mapping.best,
    mapping.high,
    ...(mapping.best === null ? (mapping.parts ?? []) : []),
  ];
  if (names.every((name) => name === null)) return () => NOTHING;
  const unknown = new Set(unknownNumbers);
  const reads = names.map((name) => cellOf(columns, name));
  return remembered(cellsOf(columns, names), (cells): Found<Counted> => {
    const texts = reads.map((read) => read(cells));
    const figures = texts.map((text) => readFigure(text, unknown, decimals));
    const found = names.flatMap((name, at) =>
      name === null ? [] : problemsIn(figures[at] as Figure, name, texts[at] ?? ''),
    );
    const [low = null, best = null, high = null, ...parts] = figures;
    const value = parts.length > 0 ? sumOf(parts) : combine(low, best, high);
    const counts = figures.flatMap((one) => given(one)?.attackers ?? []);
    const attackers = counts.length > 0 ? counts.reduce((sum, one) => sum + one, 0) : null;
    if (isOrdered(value)) return { value: { estimate: value, attackers }, problems: found };
    const estimate = ordered(value);
    const column = mapping.low ?? mapping.high ?? mapping.best;
    const reason = `low, best and high are ${inWords(value)}; taken as ${inWords(estimate)}`;
    const problem: CellProblem = { code: 'unordered-estimate', column, value: inWords(value), reason };
    return { value: { estimate, attackers }, problems: [...found, problem] };
  });
}
