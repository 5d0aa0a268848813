import type { CellValue, Count, Sum } from '../query/result';
import { settle } from '../series/estimate';
import type { Noun } from '../series/measures';
import type { Estimate } from '../series/model';
import { thousands } from '../text/thousands';

/** What stands where a figure is null; never 0. */
export const NOT_REPORTED_TEXT = 'not reported';

/** A number with thousands separators and at most one decimal: `12,480`, `3.5`, `−3`. */
export function formatNumber(value: number): string {
  const rounded = Math.round((Math.abs(value) + Number.EPSILON) * 10) / 10;
  const [whole = '0', decimals] = String(rounded).split('.');
  const sign = value < 0 && rounded !== 0 ? '−' : '';
  return `${sign}${thousands(whole)}${decimals === undefined ? '' : `.${decimals}`}`;
}

/**
 * A count where it stands as a label: whole, for part of an incident is no incident. Of what is above nothing and rounds to
 * it, `<1`. Cards and sentences that explain the doubt say the decimal.
 */
export function formatWhole(value: number): string {
  return value > 0 && value < 0.5 ? '<1' : formatNumber(Math.round(value));
}

/** Two ends as they are read: `18–24`. */
export function formatRange(low: number, high: number): string {
  return `${formatNumber(low)}–${formatNumber(high)}`;
}

/** A count with its doubt: `23 (18–24)`; `23` where low, best and high are one number. */
export function formatCount(count: Count): string {
  return inOne(countWords(count));
}

/** A count as it was worked out, for what explains it: `22.6 (18–24)`. */
export function exactCount({ low, best, high }: Count): string {
  const figure = formatNumber(best);
  return low === high ? figure : `${figure} (${formatRange(low, high)})`;
}

/** What stands for a figure of nothing: no incident is there to report any. */
export const NOTHING_TEXT = '–';
/** What stands where a sum has no best figure that could stand for it. */
export const NOT_SETTLED_TEXT = 'not settled';

/** A figure in words: what stands large, and what stands beside it; null where there is nothing to add. */
export interface FigureWords {
  readonly value: string;
  readonly range: string | null;
}

/** A count in words: whole, and its ends where they differ. */
export function countWords({ low, best, high }: Count): FigureWords {
  return { value: formatWhole(best), range: low === high ? null : formatRange(low, high) };
}

/** What the ends add to a best figure: `18–24`, `at least 18`, `up to 24`; null where they are that figure. */
function endsInWords(low: number | null, best: number, high: number | null): string | null {
  if (low === null && high === null) return 'both ends open';
  if (high === null) return `at least ${formatNumber(low ?? best)}`;
  if (low === null) return best === high ? 'low end not known' : `up to ${formatNumber(high)}`;
  return low === best && best === high ? null : formatRange(low, high);
}

/** The ends of a figure by themselves: `2–70`, `3` where they are equal, `at least 12`, `up to 42`. */
export function endsAlone(low: number | null, high: number | null): string {
  if (low === null) return `up to ${formatNumber(high ?? 0)}`;
  if (high === null) return `at least ${formatNumber(low)}`;
  return low === high ? formatNumber(low) : formatRange(low, high);
}

/** How the best figure is written: to one decimal, or as a label. */
type Written = (value: number) => string;

/** An estimate in words, with `unsettled` where ends have no best figure. */
function estimateInWords(
  { low, best, high }: Estimate,
  mark: string,
  unsettled: string,
  written: Written = formatNumber,
): FigureWords {
  if (best !== null) return { value: written(best) + mark, range: endsInWords(low, best, high) };
  if (low === null && high === null) return { value: NOT_REPORTED_TEXT, range: null };
  return { value: endsAlone(low, high), range: high === null ? null : unsettled };
}

/** The figure of a source in words. A single figure stands for all three. */
export function figureWords(estimate: Estimate): FigureWords {
  return estimateInWords(settle(estimate), '', 'no best figure');
}

function cellInWords({ low, best, high, basis }: CellValue, written: Written): FigureWords {
  if (basis?.matched === 0) return { value: NOTHING_TEXT, range: null };
  const mark = basis !== null && basis.withoutBest > 0 ? '+' : '';
  return estimateInWords({ low, best, high }, mark, NOT_SETTLED_TEXT, written);
}

/** From here on a decimal tells nothing; below it a mean has one. */
const LARGE = 100;

/** The figure of a sum as a label, whole where it is a count or large; `+` marks a best to which ranges without a best figure add their low ends. */
export function sumWords(sum: CellValue): FigureWords {
  return cellInWords(sum, (value) =>
    sum.basis === null || value >= LARGE ? formatWhole(value) : formatNumber(value),
  );
}

/** The figure of a share, a mean or an index, with its decimal, so that best lies between its ends as they are written. */
export function fractionWords(figure: CellValue): FigureWords {
  return cellInWords(figure, formatNumber);
}

/** The best of a sum alone, where its ends are no range of it: `169`, `255+`, `not settled`, `not reported`. */
export function bestInWords(sum: CellValue): string {
  const { low, best, high, basis } = sum;
  const reported = low !== null || high !== null || (basis?.open ?? 0) > 0;
  return best === null && reported ? NOT_SETTLED_TEXT : sumWords(sum).value;
}

function inOne({ value, range }: FigureWords): string {
  if (range === null) return value;
  return range.startsWith('no') ? `${value}, ${range}` : `${value} (${range})`;
}

/**
 * A figure of a source: `145 (143–145)`, `3`, `2–70, no best figure` where rival figures exclude each other, `at least
 * 12`, and `not reported` where nobody gives one.
 */
export function formatEstimate(estimate: Estimate): string {
  return inOne(figureWords(estimate));
}

/** From here on a decimal of a count or a sum is the share of a date that is not known to the day, and tells nothing. */
const WHOLE = 10;

/** A count or a sum, whole unless it is small: `169 (163–217)`, `4.5 (3–6)`, `255+ (230–310)`, `0–42, not settled`, `at least 512`, `not reported`. */
export function formatSum(sum: CellValue): string {
  return inOne(
    cellInWords(sum, (value) => formatNumber(Math.abs(value) >= WHOLE ? Math.round(value) : value)),
  );
}

/** The same as it was worked out, and the figure of a share, a mean or an index, to one decimal: `684.6 (683–691)`. */
export function exactSum(sum: CellValue): string {
  return inOne(fractionWords(sum));
}

/** A sum as a label with its range: `348 (335–368)`. */
export function sumLabel(sum: CellValue): string {
  return inOne(sumWords(sum));
}

/** A noun in the number that fits: `1 attack`, `0.5 attacks`, `23 attacks`. */
export function formatQuantity(value: number, noun: { readonly one: string; readonly many: string }): string {
  return `${formatNumber(value)} ${formatNumber(value) === '1' ? noun.one : noun.many}`;
}

/** A count as a label with its noun: `1 attack`, `23 attacks`, `<1 attack`. */
export function wholeQuantity(value: number, noun: { readonly one: string; readonly many: string }): string {
  const text = formatWhole(value);
  return `${text} ${text === '1' || text === '<1' ? noun.one : noun.many}`;
}

/** A count with its noun and its doubt, as the headline says it: `23 attacks (18–24)`. */
export function countQuantity(count: Count, noun: { readonly one: string; readonly many: string }): string {
  const { range } = countWords(count);
  return `${wholeQuantity(count.best, noun)}${range === null ? '' : ` (${range})`}`;
}

const KILO = 1_000;
const MEGA = 1_000_000;

/** A number of bytes as people read it: `0.3 kB`, `12 kB`, `3.4 MB`; up to a megabyte in kB. */
export function formatBytes(bytes: number): string {
  const [size, unit] = bytes < MEGA ? [bytes / KILO, 'kB'] : [bytes / MEGA, 'MB'];
  const shown = size < 10 ? size : Math.floor(size);
  return `${formatNumber(shown)} ${unit}`;
}

/**
 * How many incidents add to the figure that is shown, and of how many that match: to best, or to high where there is no
 * best or none of them stands in it.
 */
export function shownBasis({ best, basis }: Sum): { readonly reported: number; readonly of: number } {
  const doubtful = best === null || basis.inBest === 0;
  return { reported: doubtful ? basis.reported : basis.added, of: basis.matched };
}

function rangeNote({ best, basis: { withoutBest, added } }: Sum): string | null {
  if (withoutBest === 0) return null;
  const count = `${formatNumber(withoutBest)} of them`;
  const [give, add] = withoutBest === 1 ? ['gives', 'adds its'] : ['give', 'add their'];
  return best === null
    ? `${formatNumber(withoutBest)} of the ${formatNumber(added)} that count ${give} no best figure`
    : `+ marks that ${count} ${give} no best figure and ${add} low end`;
}

function openNote({ open }: Sum['basis']): string | null {
  if (open === 0) return null;
  return `${formatNumber(open)} of them ${open === 1 ? 'says' : 'say'} “at least”, so there is no high end`;
}

function highAloneNote({ basis: { reported, added } }: Sum): string | null {
  if (reported === 0 || added > 0) return null;
  return reported === 1 ? 'it adds to the high end alone' : 'they add to the high end alone';
}

/** What a sum of casualties rests on, in words to be joined by semicolons; empty where no incident matches. */
export function sumNotes(sum: Sum, noun: Noun): readonly string[] {
  const { matched } = sum.basis;
  if (matched === 0) return [];
  const { reported, of } = shownBasis(sum);
  return [
    `reported for ${formatNumber(reported)} of ${formatNumber(of)} ${of === 1 ? noun.one : noun.many}`,
    ...[highAloneNote(sum), rangeNote(sum), openNote(sum.basis)].filter((note) => note !== null),
  ];
}
