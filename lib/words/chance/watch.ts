import type { SliceOf, SliceValue } from '../../query/watch/slices';
import type { NotWatched, Watch, WatchNotice } from '../../query/watch/watch';
import { isOwnKey } from '../../series/fields';
import { wholes } from '../../series/hierarchy';
import type { SeriesGuide } from '../../series/model';
import type { Bin } from '../../time/bin';
import { formatSpan } from '../../time/format';
import { countWords, formatNumber, formatQuantity, wholeQuantity } from '../figures';
import { capitalised, fieldLabel, labelOf } from '../labels';
import { COVERED_DAYS, formatRate } from './rates';

/** What a bin is called in sentences. */
const BIN_NOUNS: Readonly<Record<Bin, { readonly one: string; readonly many: string }>> = {
  day: { one: 'day', many: 'days' },
  week: { one: 'week', many: 'weeks' },
  month: { one: 'month', many: 'months' },
  quarter: { one: 'quarter', many: 'quarters' },
  year: { one: 'year', many: 'years' },
};

function valueName(guide: SeriesGuide, { field, value }: SliceValue): string {
  const label = labelOf(guide, field, value);
  if (isOwnKey(field)) return `${fieldLabel(guide, field)} “${label}”`;
  return field === 'actor' && wholes(guide.actorRelations).has(value) ? `${label} with its parts` : label;
}

/** What is watched, as the beginning of a line: `IS with its parts in Dagestan`, `All attacks`. */
export function sliceName(guide: SeriesGuide, { values }: SliceOf): string {
  if (values.length === 0) return `All ${guide.meta.noun.many}`;
  const [first, ...regions] = values.map((one) => valueName(guide, one));
  return capitalised([first!, ...regions.map((region) => `in ${region}`)].join(' '));
}

/** How seldom chance alone does so: `one time in 5,000`, two digits of it. */
function seldom(p: number): string {
  const times = 1 / p;
  if (times >= 1e6) return 'less than one time in a million';
  return `one time in ${formatNumber(Number(times.toPrecision(2)))}`;
}

/** The sentence of a notice, without what to know about it. */
export function noticeInWords(notice: WatchNotice, guide: SeriesGuide): string {
  const { direction, window, expected, from, to, p } = notice;
  const { noun } = guide.meta;
  const best = window.count;
  const count = best < 1e-6 ? `no ${noun.one}` : wholeQuantity(best, noun);
  const { range } = countWords({ low: best, high: best, ...notice.range, best });
  const past =
    expected < 1e-6
      ? 'its past, apart from what stood out in it, has none'
      : `its past would lead one to expect ${formatRate(expected)}`;
  const chance = `chance alone makes so ${direction === 'surge' ? 'many' : 'few'} ${seldom(p)}`;
  return `${sliceName(guide, notice.slice)}: ${count}${range === null ? '' : ` (${range})`} in ${formatSpan(from, to)}, where ${past}; ${chance}.`;
}

const AFTER = {
  surge: { stayed: 'The rate has stayed up since.', passed: 'The rate has gone back since.' },
  silence: { stayed: 'The rate has stayed down since.', passed: 'The rate has come back since.' },
} as const;

function afterWords({ after, direction, isNew }: WatchNotice): string {
  if (after !== null) return AFTER[direction][after];
  const late =
    direction === 'surge'
      ? 'Reports that are still to come can only add to it'
      : 'Reports that are still to come may fill it';
  return `${isNew ? `${late}. ` : ''}Whether it stays is not known yet.`;
}

/** How soon a tripling is noticed: `after about 4 weeks`. */
function soon(bins: number, bin: Bin): string {
  return `after about ${formatQuantity(bins, BIN_NOUNS[bin])}`;
}

/** What to know about a notice, sentence by sentence: what became of it, what was allowed for, and how much would have been noticed. */
export function noticeNotes(notice: WatchNotice, { bin }: Pick<Watch, 'bin'>): readonly string[] {
  const { baseline, dispersion, season, power } = notice;
  return [
    afterWords(notice),
    `Its past: ${formatNumber(baseline.count)} in ${formatQuantity(baseline.exposure, COVERED_DAYS)}.`,
    ...(dispersion > 1.05
      ? [`Its counts are taken to vary ${formatRate(dispersion)} times as much as by chance.`]
      : []),
    ...(season === 1 ? [] : [`The season is allowed for (${formatRate(season)} times the rate of a year).`]),
    power === null
      ? `Before, a tripling of its rate would not have been noticed within 13 ${BIN_NOUNS[bin].many}.`
      : `Before, a tripling of its rate would have been noticed ${soon(power, bin)}.`,
  ];
}

const WHY: Readonly<Record<NotWatched, (watch: Watch) => string>> = {
  'not-searched': () =>
    'There is no whole period in this view on which anybody looked, so nothing can stand out.',
  'too-short': ({ bin, least }) =>
    `What is usual is known only after ${formatQuantity(least, BIN_NOUNS[bin])}, and this view has no more than that, so nothing can stand out.`,
  'too-few': () => 'Nothing happened often enough for anything to stand out.',
};

/** What was looked at, and what would be noticed, sentence by sentence. */
export function watchInWords(watch: Watch, guide: SeriesGuide): readonly string[] {
  if (watch.why !== null || watch.span === null) return [WHY[watch.why ?? 'not-searched'](watch)];
  const { bin, slices, tests, span, notices, power } = watch;
  const nouns = BIN_NOUNS[bin];
  const found = notices.filter(({ isNew }) => isNew).length;
  const { many } = guide.meta.noun;
  return [
    found === 0
      ? `Nothing stands out in the last 13 ${nouns.many}.`
      : `${formatQuantity(found, { one: 'thing stands', many: 'things stand' })} out in the last 13 ${nouns.many}.`,
    `${formatQuantity(slices, { one: 'group was', many: 'groups were' })} looked at ${nouns.one} by ${nouns.one}, the last one ending on ${formatSpan(span.to, span.to)}, by ${formatQuantity(tests, { one: 'test', many: 'tests' })} at that time. Of all that is noticed at one time, no more than one in twenty is expected to be chance.`,
    power === null
      ? `So little happens that a tripling of all ${many} would not be noticed within 13 ${nouns.many}: nothing standing out says little.`
      : `A tripling of all ${many} would be noticed ${soon(power, bin)}.`,
    ...(watch.coarsened
      ? [`${capitalised(nouns.many)} are taken, as many dates are not known to the week.`]
      : []),
  ];
}
