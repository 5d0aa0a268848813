import { ownClause, type Side } from '../query/compare/sides';
import type { CellValue, Count } from '../query/result';
import { isOwnKey } from '../series/fields';
import type { Noun } from '../series/measures';
import type { Estimate, SeriesGuide } from '../series/model';
import type { DaySpan } from '../time/day';
import type { EventDate } from '../time/event-date';
import { formatEventDate, formatSpan } from '../time/format';
import type { Comparison, View } from '../view/view';
import { NO_FIGURE } from './coverage';
import { exactSum, formatCount, formatNumber, formatRange, formatSum, wholeQuantity } from './figures';
import {
  actorName,
  capitalised,
  fieldLabel,
  groupName,
  inNoun,
  lowered,
  splitNoun,
  standingLabel,
} from './labels';
import { countedInWords, rangeInWords } from './view';

/** The short and the full name of a side. */
export interface SideWords {
  readonly short: string;
  readonly full: string;
}

const ROLLED = { roll: 'up', actors: ['*'] } as const;

/** A value of a field as a side: an actor says that its parts are in it. */
export function valueWords(
  guide: SeriesGuide,
  by: Exclude<Comparison['by'], 'period' | 'view'>,
  item: string,
): SideWords {
  const range = isOwnKey(by) ? ownClause(by, item, guide).range : null;
  const short = range === null ? standingLabel(guide, by, item) : capitalised(rangeInWords(range));
  if (by !== 'actor' || item === 'none') return { short, full: short };
  // Not rolled up under others: the filter takes it whole at all times.
  const named = (name: string) => groupName(guide, ROLLED, item, name);
  return { short: named(short), full: named(actorName(guide, item)) };
}

/** Which stretch of time a period is, beside its days. */
const PERIOD_WORDS: Readonly<Record<string, string>> = {
  before: 'as long, right before',
  year: 'a year before',
};

/** The name of a side: `ISCP with its parts`, `2017 – 2018 (a year before)`, the label of a named view. */
export function sideWords(
  view: View,
  { item, named, view: own }: Side,
  guide: SeriesGuide,
  window: DaySpan,
): SideWords {
  const by = view.compare?.by ?? 'view';
  if (by === 'period') {
    const days = formatSpan(window.from, window.to);
    const how = item === null ? 'this window' : PERIOD_WORDS[item];
    return { short: how === undefined ? days : `${days} (${how})`, full: days };
  }
  if (by !== 'view') return valueWords(guide, by, item ?? '');
  const full = countedInWords(own, guide, window);
  if (item === null) return { short: `This view: ${full}`, full };
  return { short: named?.label ?? full, full };
}

/** What is compared: `Compared: ISCP with its parts and ISKP`; `Compared by actor` where they are many. */
export function comparisonTitle(view: View, guide: SeriesGuide, names: readonly string[]): string {
  const { compare } = view;
  if (compare === null) return '';
  if (compare.by === 'period') return 'Compared: periods';
  if (compare.by === 'view') return 'Compared: views';
  if (names.length === 2) return `Compared: ${names.join(' and ')}`;
  const noun = isOwnKey(compare.by)
    ? lowered(fieldLabel(guide, compare.by))
    : compare.by === 'certainty'
      ? 'certainty'
      : splitNoun(guide, compare.by).one;
  return `Compared by ${noun}`;
}

/** What of the incidents counts on several sides; null where nothing does. */
export function againWords(again: number | null, sides: number, noun: Noun): string | null {
  if (again === null) return inNoun('An incident that several sides hold counts on each.', noun);
  if (again <= 0) return null;
  const one = again === 1;
  if (sides === 2)
    return `${formatNumber(again)} ${one ? `${noun.one} counts` : `${noun.many} count`} in both.`;
  return `${inNoun('An incident', noun)} that several sides hold counts on each, so that they add up to ${formatNumber(again)} more than there are.`;
}

/** A share in per cent: `36 % (30–41)`; null where there is nothing to be a share of. */
export function shareText({ low, best, high }: Estimate): string | null {
  if (best === null) return null;
  const one = formatNumber(best);
  // Ends that are written alike are no range: “1.3 % (1.3–1.3)” says nothing.
  const same = [low, high].every((end) => end === null || formatNumber(end) === one);
  const range = same || low === null || high === null ? '' : ` (${formatRange(low, high)})`;
  return `${one} %${range}`;
}

/** A share and what it is of: `36 % (30–41) of 64 attacks`. */
function shareOf(share: Estimate, whole: string): string | null {
  const text = shareText(share);
  return text && `${text} of ${whole}`;
}

/** The figures of a side in one line: `23 (18–24) attacks; 36 % of 64 attacks; killed: 169 (163–217); 24 Mar 2017 to 22 Mar 2024`. */
export function sideInOne(figures: {
  readonly incidents: Count | null;
  readonly share: CellValue | null;
  /** What the share is of: the best count of incidents. */
  readonly whole: number | null;
  readonly killed: CellValue | null;
  readonly perIncident: CellValue | null;
  readonly measured: { readonly label: string; readonly sum: CellValue } | null;
  readonly first: EventDate | null;
  readonly last: EventDate | null;
  readonly noun: Noun;
}): string {
  const { incidents, share, whole, killed, perIncident, measured, first, last, noun } = figures;
  if (incidents === null) return NO_FIGURE;
  const one = formatCount(incidents) === '1';
  const parts = [
    `${formatCount(incidents)} ${one ? noun.one : noun.many}`,
    share && whole !== null ? shareOf(share, wholeQuantity(whole, noun)) : null,
    killed && killed.basis?.matched !== 0 ? `killed: ${formatSum(killed)}` : null,
    perIncident && perIncident.best !== null ? `per ${noun.one}: ${exactSum(perIncident)}` : null,
    measured && measured.sum.basis?.matched !== 0 ? `${measured.label}: ${formatSum(measured.sum)}` : null,
    first && last ? `${formatEventDate(first)} to ${formatEventDate(last)}` : null,
  ];
  return parts.filter((part) => part !== null).join('; ');
}

/** What must be known to read the chart of a comparison, as sentences; none that does not apply. */
export function chartNotes(compared: {
  readonly sides: readonly {
    readonly values: readonly (CellValue | null)[];
    readonly bins: readonly { readonly partial: boolean }[];
    readonly bands: readonly { readonly reach: 'whole' | 'part' }[];
  }[];
}): readonly string[] {
  const { sides } = compared;
  const values = sides.flatMap((side) => side.values);
  const ranged = values.some((value) => value !== null && value.low !== value.high);
  const bands = sides.flatMap((side) => side.bands);
  const partial = sides.some(({ bins }) => bins.some((bin) => bin.partial));
  return [
    ranged ? 'The lighter band runs from low to high, the range of the sources.' : null,
    values.some((value) => value === null) ? 'A line breaks where nobody searched.' : null,
    bands.length > 0
      ? 'Hatched: searched less well, in the colour of the side where it is not all of them.'
      : null,
    bands.some(({ reach }) => reach === 'part')
      ? 'A strip along the upper edge concerns only a part of what is asked for.'
      : null,
    partial
      ? 'A hollow point stands by itself: its period is cut, not over, or not searched on all days.'
      : null,
  ].filter((note) => note !== null);
}
