import type { ChangePoints, Stretch } from '../../query/exposure/change-points';
import type { CoveredDays } from '../../query/exposure/covered-days';
import { RATE_PEOPLE } from '../../query/exposure/people';
import { RATE_DAYS, type Rate } from '../../query/exposure/rate';
import type { SeriesMeta } from '../../series/model';
import { addDays } from '../../time/day';
import { formatDayText, formatSpan } from '../../time/format';
import { formatNumber, formatQuantity } from '../figures';

/** Stretches that are named one by one. */
const MOST_SPANS = 4;

/** A rate or a ratio with two digits that count: `0.26`, `3.1`, `12`, `1,240`; what is above 0 never reads 0. */
export function formatRate(value: number): string {
  if (value === 0) return '0';
  if (value >= 9.95) return formatNumber(Math.round(value));
  if (value < 0.001) return 'less than 0.001';
  return String(Number(value.toPrecision(2)));
}

/** `95 %`. */
function percent(share: number): string {
  return `${formatNumber(share * 100)} %`;
}

/** How what chance leaves open is drawn, and told from what sources do. */
export const CHANCE_LEGEND =
  'Shaded between dotted edges: what chance leaves open (95 % interval), never the range of the sources.';

/** Days on which somebody looked. */
export const COVERED_DAYS = { one: 'covered day', many: 'covered days' };

/** What to know about the days behind a rate; empty where all were searched for all that is asked for. */
function searchWords({ less, broken }: CoveredDays): readonly string[] {
  const kinds = new Set(less.map(({ note }) => note.kind));
  return [
    ...(broken ? ['Days on which nobody looked are left out.'] : []),
    ...(kinds.has('thin') || kinds.has('sample')
      ? ['Part of the days was searched thinly or sampled, so that more may have happened.']
      : []),
    ...(kinds.has('gap') ? ['For a part of what is asked for, some days were not searched.'] : []),
  ];
}

/** What is known of a rate: `0.26 for 30 covered days; anything from 0.17 to 0.39 fits`, and what to know about it. */
export function rateInWords(rate: Rate | null, noun: SeriesMeta['noun']): readonly string[] {
  if (rate === null) return ['On none of these days did anybody look, so that there is no rate.'];
  const { low, high } = rate.interval;
  const days = formatQuantity(rate.covered.days, COVERED_DAYS);
  const counted = `${formatQuantity(rate.count, noun)} in ${days}`;
  const figure =
    rate.count === 0
      ? `no ${noun.one} in ${days}: a rate of up to ${formatRate(high)} for ${RATE_DAYS} days fits`
      : `${counted}: ${formatRate(rate.per30)} for ${RATE_DAYS} days; anything from ${formatRate(low)} to ${formatRate(high)} fits`;
  return [
    `${figure.charAt(0).toUpperCase()}${figure.slice(1)} (${percent(rate.level)} interval).`,
    ...peopleWords(rate, noun),
    ...dispersionWords(rate),
    ...(rate.uncovered > 0
      ? [`${formatNumber(rate.uncovered)} on days on which nobody looked are left out.`]
      : []),
    ...searchWords(rate.covered),
  ];
}

/** A rate by people, and of which days their number is not known: nothing is worked out in between. */
function peopleWords({ people }: Rate, noun: SeriesMeta['noun']): readonly string[] {
  if (people === null) return [];
  const { rate, missing, left } = people;
  if (rate === null) {
    return ['How many people there are is not known on any of these days, so there is no rate by people.'];
  }
  const figure = `By people: ${formatRate(rate.perPeople)} for ${formatNumber(RATE_PEOPLE)} and a year; anything from ${formatRate(rate.low)} to ${formatRate(rate.high)} fits.`;
  if (missing.length === 0) return [figure];
  const spans = missing.map(({ from, to }) => formatSpan(from, to));
  const shown = spans.slice(0, MOST_SPANS).join(', ');
  const more =
    spans.length > MOST_SPANS ? ` and ${formatNumber(spans.length - MOST_SPANS)} more stretches` : '';
  const also = left > 1e-6 ? `, and the ${formatQuantity(left, noun)} on them` : '';
  return [
    figure,
    `How many people there are is not known for ${shown}${more}: these days${also} are left out of it.`,
  ];
}

function dispersionWords({ model, dispersion }: Rate): readonly string[] {
  if (model === 'poisson' || dispersion === null) return [];
  const times = formatRate(dispersion.index);
  return [`The counts vary ${times} times as much as chance alone would, so the interval is wider.`];
}

/** A stretch of steady rate: `2017–2019: 0.26 for 30 days (0.17–0.4)`. */
export function stretchInWords({ from, to, per30, interval }: Stretch): string {
  const span = formatSpan(from, to);
  return `${span}: ${formatRate(per30)} for ${RATE_DAYS} days (${formatRate(interval.low)}–${formatRate(interval.high)})`;
}

/** More changes than this are counted, and the last of them told: a table has them all. */
const MOST_TOLD = 4;

/** What is known of changes of rate beside a table of all stretches, sentence by sentence. */
export function changesInBrief(changes: ChangePoints | null, noun: SeriesMeta['noun']): readonly string[] {
  const all = changesInWords(changes, noun);
  const times = (changes?.stretches.length ?? 1) - 1;
  if (times <= MOST_TOLD) return all;
  const [last, ...notes] = all.slice(times - 1);
  return [`The rate changes ${times} times, as the table says. The last time: ${last}`, ...notes];
}

/** What is known of changes of rate, sentence by sentence: each change first, then what to know about them. */
export function changesInWords(changes: ChangePoints | null, noun: SeriesMeta['noun']): readonly string[] {
  if (changes === null)
    return [`No ${noun.one} on a day on which somebody looked, so no change of rate can be seen.`];
  const { stretches, falseAlarms, spread, dispersion } = changes;
  const [first, ...later] = stretches;
  const alarms = `Of series of steady rate, ${percent(falseAlarms)} would show a change.`;
  const steady = `No change of rate that chance would not make: ${stretchInWords(first!)}.`;
  const changed = later.map((stretch, place) => {
    const rises = stretch.per30 > stretches[place]!.per30;
    const before = formatDayText(addDays(stretch.from, -1));
    const { low, high } = stretch.interval;
    return `The rate ${rises ? 'rises' : 'falls'} after ${before}, from ${formatRate(stretches[place]!.per30)} to ${formatRate(stretch.per30)} for ${RATE_DAYS} days (${formatRate(low)}–${formatRate(high)}).`;
  });
  return [
    ...(later.length === 0 ? [steady] : changed),
    alarms,
    ...(dispersion > 1.05
      ? [
          `Neighbouring weeks differ ${formatRate(dispersion)} times as much as by chance, which is allowed for.`,
        ]
      : []),
    ...(spread > 0.05
      ? [
          `${formatQuantity(spread, noun)} of the count ${spread <= 1 ? 'is' : 'are'} spread over days, as the day is not known: no change is better dated than that.`,
        ]
      : []),
  ];
}
