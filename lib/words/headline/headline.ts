import type { Searched } from '../../query/coverage/searched';
import type { Watch } from '../../query/coverage/watched';
import type { Earlier } from '../../query/figures/earlier';
import type { SeriesInfo } from '../../query/info/series-info';
import type { Answers } from '../../query/plan/answers';
import { NONE } from '../../query/query';
import type { FacetResult, TotalResult } from '../../query/result';
import { USUAL_ESTIMATES } from '../../series/measures';
import type { Certainty, CoverageNote, SeriesMeta } from '../../series/model';
import type { DaySpan } from '../../time/day';
import type { EventDate } from '../../time/event-date';
import { formatSpan } from '../../time/format';
import type { View } from '../../view/view';
import { formatNumber, wholeQuantity } from '../figures';
import { joinWords } from '../labels';

/** How the incidents of a view are called: operations where the state began them, for the noun of a series is what others do. */
export function nounOf(view: Pick<View, 'initiators'>, meta: Pick<SeriesMeta, 'noun'>): SeriesMeta['noun'] {
  const byState = view.initiators.length === 1 && view.initiators[0] === 'state';
  return byState ? { one: 'operation', many: 'operations' } : meta.noun;
}

/**
 * What all incidents of a series are together. Where not all of them were begun alike that is no word of the series: operations of a state are no
 * attacks.
 */
export function wholeNoun({ guide, offers }: Pick<SeriesInfo, 'guide' | 'offers'>): SeriesMeta['noun'] {
  return offers.columns.includes('initiator') ? { one: 'incident', many: 'incidents' } : guide.meta.noun;
}

/** What leaves a count in doubt although its low and high are one number. */
export interface Doubts {
  /** Some link is disputed, suspected, or less than certain. */
  readonly links: boolean;
  /** Some date is not known to the day, or not known whether it is. */
  readonly dates: boolean;
  /** Not every day was searched for all that is asked for. */
  readonly search: boolean;
}

function holds({ values }: FacetResult, ids: readonly string[]): boolean {
  return values.some(({ id, high }) => ids.includes(id) && high > 0);
}

function isPrecise({ precision, uncertain, approximate, earliest, latest }: EventDate): boolean {
  return precision === 'day' && !uncertain && !approximate && earliest !== null && earliest === latest;
}

/** What is in doubt about the incidents of a view, as far as its answers tell; too many to be listed may hold anything. */
export function doubtsIn(
  { total, facets, marks }: Pick<Answers, 'total' | 'facets' | 'marks'>,
  { reach }: Searched,
): Doubts {
  const listed = marks.marks.length > 0 || marks.matched === 0;
  return {
    links:
      holds(facets.disputed, ['only']) ||
      holds(facets.certainty, ['probable', 'possible']) ||
      holds(facets.relation, ['suspected']),
    dates:
      total.coarserThanBin > 0 ||
      total.undated > 0 ||
      !listed ||
      !marks.marks.every(({ date }) => isPrecise(date)),
    search: reach !== 'whole',
  };
}

/** What the three numbers of a count mean for this view: `23 attacks (18 to 24): 18 certain to have been claimed, …`. */
export function meaningOf(view: View, total: TotalResult, noun: SeriesMeta['noun'], doubts: Doubts): string {
  const { low, best, high } = total.incidents;
  if (high === 0) return `No ${noun.one} matches this view.`;
  const figure = wholeQuantity(best, noun);
  const doubted = doubts.links || doubts.dates || doubts.search;
  if (low === high)
    return `${figure}, ${doubted ? 'the same in the low and the high figure' : 'none of them in doubt'}.`;
  return `${figure} (${formatNumber(low)} to ${formatNumber(high)}): ${formatNumber(low)} ${sureWords(view, total)}, up to ${formatNumber(high)} if all that is in doubt holds.`;
}

/**
 * What holds for every incident of low. Links are looked at only where the view asks for an actor or a relation. That a
 * claim is certain says that it was made, and not that it is true.
 */
function sureWords(view: View, { coarserThanBin, undated }: TotalResult): string {
  const asked = [...view.actors, ...view.relations];
  if (!asked.some((id) => id !== NONE)) return 'of undisputed nature and surely in the window';
  const dated = coarserThanBin === 0 && undated === 0 ? '' : ', surely in the window';
  if (isClaims(view)) return `certain to have been claimed, and undisputed${dated}`;
  const none = asked.includes(NONE) ? ', or with none' : '';
  return `with a certain and undisputed link${none}${dated}`;
}

/** Whether a view asks for claims and nothing else, so that certainty is that of a claim. */
function isClaims({ relations }: Pick<View, 'relations'>): boolean {
  return relations.length === 1 && relations[0] === 'claimed';
}

/** Why a best count is shown as a fraction; null where it is not. */
export function fractionNote(best: number): string | null {
  return Math.round(best * 10) % 10 === 0
    ? null
    : `The best count is ${formatNumber(best)}, a fraction because a date known only to a month or a year counts by its share of days in the window.`;
}

/** What the ranges beside figures are, where there are any: readers may take them for confidence intervals. */
export function rangeNote(total: TotalResult): string | null {
  const sums = USUAL_ESTIMATES.map(({ key }) => total[key]);
  const ranged = [total.incidents, ...sums].some(({ low, high }) => low !== high);
  return ranged ? 'In brackets: the range of the sources, not a confidence interval.' : null;
}

const CERTAINTY_WORDS: readonly (readonly [Certainty | 'none', string])[] = [
  ['certain', 'certain'],
  ['probable', 'probable'],
  ['possible', 'possible'],
  ['none', 'without a link'],
];

/** The best count by the firmest link: `20 certain and 3 probable`, where claims are asked for `… to have been claimed`. */
export function certaintyWords(
  byCertainty: TotalResult['byCertainty'],
  view: Pick<View, 'relations'>,
): string {
  const parts = CERTAINTY_WORDS.filter(([key]) => byCertainty[key] > 0);
  const words = joinWords(
    parts.map(([key, word]) => `${formatNumber(byCertainty[key])} ${word}`),
    'and',
  );
  return isClaims(view) && words !== '' ? `${words} to have been claimed` : words;
}

const KIND_WORDS = { gap: 'not searched', thin: 'searched thinly', sample: 'only sampled' } as const;

/** `searched thinly for some actors`; null where no note of the kind concerns the span. */
function kindNote(kind: CoverageNote['kind'], watches: readonly Watch[]): string | null {
  const found = watches.filter(({ note }) => note.kind === kind);
  if (found.length === 0) return null;
  if (found.some(({ reach }) => reach === 'whole')) return KIND_WORDS[kind];
  const which = found.some(({ note }) => note.actors.length > 0) ? 'actors' : 'types';
  return `${KIND_WORDS[kind]} for some ${which}`;
}

/** What to know about a span in which nothing was found: how it was searched. */
export function searchNotes({ outside, watches }: Searched): readonly string[] {
  const less = (['gap', 'thin', 'sample'] as const)
    .map((kind) => kindNote(kind, watches))
    .filter((note) => note !== null);
  return [
    ...(outside ? ['Part of it lies outside the coverage, where nothing was looked for.'] : []),
    ...(less.length === 0 ? [] : [`Part of it was ${joinWords(less, 'and')}.`]),
  ];
}

/** Whether a number of days must stand back: some of them were not searched, or thinly, be it for a part of what is asked for. */
export function standsBack({ outside, watches }: Searched): boolean {
  return outside || watches.some(({ note: { kind } }) => kind !== 'sample');
}

/** Why there is no number of quiet days: `Not searched: Apr–Jun 2024`. */
export function unsearchedWords(missed: readonly DaySpan[]): string {
  return `Not searched: ${joinWords(
    missed.map(({ from, to }) => formatSpan(from, to)),
    'and',
  )}`;
}

/** What to know about a quiet spell: where it touches the window's ends, and how it was searched. */
export function quietNotes(quiet: DaySpan, window: DaySpan, searched: Searched): readonly string[] {
  const whole = quiet.from === window.from && quiet.to === window.to;
  const edge = whole
    ? 'The whole window is quiet.'
    : quiet.to === window.to
      ? 'It runs to the end of the window.'
      : quiet.from === window.from
        ? 'It begins with the window.'
        : null;
  return [...(edge === null ? [] : [edge]), ...searchNotes(searched)];
}

const UNIT_WORDS = { month: ['month', 'months'], day: ['day', 'days'] } as const;

/** What a window is compared with: `the month before`, `the 12 months before`, `a year before`. */
export function earlierWords({ kind, length: { unit, count } }: Pick<Earlier, 'kind' | 'length'>): string {
  if (kind === 'year') return 'the same days a year before';
  const [one, many] = UNIT_WORDS[unit];
  return count === 1 ? `the ${one} before` : `the ${formatNumber(count)} ${many} before`;
}

/** The same behind `more than`, where there is little room: `in the 12 months before`, `a year before`. */
export function earlierInShort(span: Pick<Earlier, 'kind' | 'length'>): string {
  return span.kind === 'year' ? 'a year before' : `in ${earlierWords(span)}`;
}

/** The difference of two best counts, and no judgement of it: `4 fewer than`, `2 more than`, `as many as`. */
export function differenceWords(now: number, before: number): string {
  // Of the counts as they stand beside it.
  const text = formatNumber(Math.abs(Math.round(now) - Math.round(before)));
  if (text === formatNumber(0)) return 'as many as';
  return `${text} ${now < before ? 'fewer' : 'more'} than`;
}
