import type { Instead } from '../../query/figures/derived';
import { isReported } from '../../series/estimate';
import { derivedOf } from '../../series/measures';
import { formatBin, formatEventDate } from '../../time/format';
import { isStacked } from '../../view/view';
import { CHANCE_LEGEND, stretchInWords } from '../../words/chance/rates';
import { partialTexts } from '../../words/chart';
import { BAND_WORDS } from '../../words/coverage';
import { formatNumber } from '../../words/figures';
import { inNoun } from '../../words/labels';
import { NOTE_WORDS } from '../axis/dated-context';
import { NARROW } from '../axis/time-axis';
import type { ActivityData } from './data';
import { isHollow } from './geometry';
import type { ActivityGroup } from './groups';
import { activityLayout, rangedValues } from './layout';
import { isLined } from './marks';

/** Whether any figure that is drawn has low and high apart. */
function hasRanges(data: ActivityData): boolean {
  return rangedValues(data).some((value) => value !== null && value.low !== value.high);
}

/** From here on a stack is one block of what has several values of its split, and says little of any of them. */
const MOSTLY = 0.8;

/** Whether nearly all that a stack holds stands under “Several”, as where each incident has two sides. */
export function isMostlySeveral({ mode, groups }: Pick<ActivityData, 'mode' | 'groups'>): boolean {
  const several = groups.find(({ kind }) => kind === 'several')?.total.best ?? 0;
  const all = groups.reduce((sum, { total }) => sum + (total.best ?? 0), 0);
  return isStacked(mode) && several > 0 && several >= MOSTLY * all;
}

function sharedIncidents(data: ActivityData): string | null {
  const { shared, words, mode, groups } = data;
  if (!shared) return null;
  const { many } = words.split;
  const counts = (text: string) => inNoun(text, words.incident);
  if (isStacked(mode)) {
    if (isMostlySeveral(data)) {
      return `Nearly all ${words.incident.many} here have several ${many}, and count once, under “Several ${many}”: a stack says little of each of them. Panels and lines count ${counts('an incident')} under each.`;
    }
    const several = groups.some(({ kind }) => kind === 'several');
    return several
      ? `${counts('An incident')} of several ${many} counts once, under “Several ${many}”; the other groups leave it out.`
      : null;
  }
  return groups.length > 1 ? `${counts('An incident')} of several ${many} counts under each.` : null;
}

function rangeText(data: ActivityData): string | null {
  if (!hasRanges(data) || data.mode === 'calendar') return null;
  const mark = isLined(data.mode) ? 'The lighter band runs' : 'Whiskers or a lighter part run';
  const what = isStacked(data.mode) ? ' of the bin’s total' : '';
  const cut = activityLayout(data, NARROW).cut ? '; what reaches beyond the upper edge is cut there' : '';
  return `${mark} from low to high${what}, the range of the sources${cut}.`;
}

function unreportedText({ mode, words, totals }: ActivityData): string | null {
  if (mode === 'cumulative' || mode === 'calendar') return null;
  const unsettled = totals.filter(
    (value) => value !== null && value.best === null && value.basis?.matched !== 0,
  );
  if (unsettled.length === 0) return null;
  const what = words.measure.unreported;
  if (isLined(mode)) {
    return `A line breaks where ${words.incident.many} are counted but nobody reports ${what}, or no best figure of them.`;
  }
  const dot = `A hollow dot: ${words.incident.many} are counted, but nobody reports ${what}.`;
  const whisker = 'A whisker without a bar: a range with no best figure.';
  const some = (reported: boolean) => unsettled.some((value) => value && isReported(value) === reported);
  return [some(false) ? dot : null, some(true) ? whisker : null].filter((text) => text !== null).join(' ');
}

/** Says what a mark "+" at a figure, or an end that is open, means; null where there is none. */
function basisText({ totals }: ActivityData): string | null {
  const bases = totals.flatMap((value) => value?.basis ?? []);
  const marked = bases.some(({ withoutBest }) => withoutBest > 0);
  const open = bases.some((basis) => basis.open > 0);
  const words = [
    marked ? '+ marks figures to which ranges without a best figure add their low ends.' : null,
    open ? 'An arrow: some say “at least”, so there is no high end.' : null,
  ].filter((text) => text !== null);
  return words.length === 0 ? null : words.join(' ');
}

function hatchText({ bands }: ActivityData): string | null {
  const kinds = [...new Set(bands.map(({ kind }) => BAND_WORDS[kind].toLowerCase()))];
  if (kinds.length === 0) return null;
  const strips = bands.some(({ lanes }) => lanes === null);
  const part = strips ? ' A strip along the upper edge concerns only a part of what is drawn.' : '';
  return `Hatched: ${kinds.join(', ')}.${part}`;
}

const INSTEAD_WORDS: Readonly<Record<Instead, string>> = {
  'no-groups': 'A share needs groups side by side: the figures themselves are drawn.',
  'no-stack': 'Means do not add up, so they are drawn as lines, not in a stack.',
};

/** What the figures of a derived measure are of, and what their ends mean; null for others. */
function derivedText({ measure, mode, bin, words }: ActivityData): string | null {
  const so = mode === 'cumulative';
  const { many } = words.incident;
  switch (derivedOf(measure)?.formula) {
    case undefined:
      return null;
    case 'per-incident':
      return `The killed divided by the ${many} that report any figure${so ? ', all so far' : ''}; a line breaks where there is none.`;
    case 'share':
      return `Per cent of the ${many} of this view in the same ${bin}${so ? ' and before' : ''}.`;
  }
}

/** What a hollow bar is, where one is drawn. */
function hollowText(data: ActivityData): string | null {
  const bars = !isLined(data.mode) && data.mode !== 'calendar';
  const hollow = (one: ActivityGroup) =>
    one.values.some((value, index) => (value?.best ?? 0) > 0 && isHollow(one, index));
  return bars && data.groups.some(hollow) ? 'A hollow bar: nothing of it is beyond doubt.' : null;
}

/** What is 100, and which groups are left out of an index. */
function indexText({ base, bins, bin }: ActivityData): string | null {
  if (base === null) return null;
  const at = base.index === null ? undefined : bins[base.index];
  if (at === undefined) {
    return base.chosen
      ? 'The bin that was chosen to be 100 is not in this window.'
      : 'No whole bin of this window has a figure that could be 100.';
  }
  const name = formatBin(at.start, bin);
  const without =
    base.without.length === 0 ? '' : ` Left out, without a figure in it: ${base.without.join(', ')}.`;
  return `Every group is 100 in ${name}: lines show how it changed since, not how large it is.${without}`;
}

/** How a calendar is read. */
function calendarText({ mode, totals, words }: ActivityData): string | null {
  if (mode !== 'calendar') return null;
  const unsettled = totals.some((value) => value?.best === null && value.basis?.matched !== 0);
  const ask = unsettled ? ` “?”: ${words.incident.many} are counted, but there is no best figure.` : '';
  return `The stronger the colour, the more; each ${words.incident.one} once, all groups together. An empty frame is a zero, hatching was not searched.${ask}`;
}

function scaleText({ mode, axis, groups }: ActivityData): string | null {
  const own = mode === 'panels' && axis === 'own' && groups.length > 1;
  return own ? 'Each panel has its own scale: heights of different panels do not compare.' : null;
}

/** More dated lines than this are counted and not named; the timeline names all. */
const MOST_DATED = 8;

/** What the dated lines are, in full: in the chart their labels are cut where there is little room. */
function datedText({ annotations, mode }: ActivityData): string | null {
  if (mode === 'calendar' || annotations.length === 0) return null;
  const named = annotations
    .slice(0, MOST_DATED)
    .map(({ label, date }) => `${label} (${formatEventDate(date)})`);
  const more = annotations.length - MOST_DATED;
  return `Dated lines: ${[...named, ...(more > 0 ? [`and ${more} more`] : [])].join(', ')}.`;
}

/** Whose the notes in quotation marks are. */
function noteText({ annotations, mode }: ActivityData): string | null {
  if (mode === 'calendar') return null;
  const noted = annotations.some(({ text }) => text === NOTE_WORDS);
  return noted ? 'In quotation marks: notes of whoever made this link, not of the series.' : null;
}

/** What the line of a rolling mean is of. */
function meanText({ rollMean, bin, mode }: ActivityData): string | null {
  if (rollMean === null) return null;
  const which = mode === 'stack' ? 'The line' : 'A strong line';
  return `${which} is the mean of each ${bin} and the ${rollMean - 1} before it, where all of them are whole, searched and have a figure.`;
}

/** More stretches than this are counted and not told one by one. */
const MOST_STRETCHES = 4;

/** What the steps over the bars are, and each of them. */
function stepsText({ steps, bin }: ActivityData): string | null {
  if (steps === null) return null;
  const { stretches, falseAlarms } = steps;
  const each = stretches.slice(0, MOST_STRETCHES).map(stretchInWords).join('; ');
  const more = stretches.length - MOST_STRETCHES;
  const told = more > 0 ? `${each}; and ${more} more` : each;
  const steady =
    stretches.length === 1
      ? 'The line over the bars is the one rate of all the window, as no change of it can be seen'
      : 'The line over the bars steps where the rate changes';
  return `${steady}, drawn at what a usual ${bin} has: ${told}. Of series of steady rate, ${formatNumber(100 * falseAlarms)} % would show a change.`;
}

function lateText({ late }: ActivityData): string | null {
  return late.length === 0 ? null : 'A grey top: what is expected to be reported yet.';
}

/** Tells what chance leaves open from what sources do, wherever both can be drawn. */
function chanceText({ steps, late }: ActivityData): string | null {
  return steps === null && late.length === 0 ? null : CHANCE_LEGEND;
}

/** What must be said to read an activity chart, as sentences; none that does not apply. */
export function activityCaption(data: ActivityData): readonly string[] {
  if (data.empty) return [hatchText(data)].filter((text) => text !== null);
  return [
    data.instead === null ? null : INSTEAD_WORDS[data.instead],
    scaleText(data),
    indexText(data),
    calendarText(data),
    meanText(data),
    derivedText(data),
    ...partialTexts(data),
    hollowText(data),
    stepsText(data),
    lateText(data),
    rangeText(data),
    chanceText(data),
    sharedIncidents(data),
    unreportedText(data),
    basisText(data),
    datedText(data),
    noteText(data),
    hatchText(data),
  ].filter((text) => text !== null);
}
