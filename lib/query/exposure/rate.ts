import { type Dispersion, dispersionOf } from '../../stats/dispersion';
import { garwood, LEVEL, quasiPoisson } from '../../stats/intervals';
import { type Bin, binSpan, binStarts, floorBin } from '../../time/bin';
import type { Day, DaySpan } from '../../time/day';
import { resolveWindow } from '../../view/resolve';
import type { View } from '../../view/view';
import { binParts } from '../coverage/bin-parts';
import type { SearchGuide } from '../coverage/watched';
import { type FilterInfo, filterOf } from '../plan/filter';
import type { BinsQuery } from '../query';
import type { BinsResult } from '../result';
import { type CoveredDays, coveredDays, coveredWithin, placeOfDay } from './covered-days';
import { type PeopleDays, type PeopleGuide, peopleOn, RATE_PEOPLE, YEAR_DAYS } from './people';

/** Rates are counted for so many covered days. */
export const RATE_DAYS = 30;
/** With fewer complete bins nothing is said of how much their counts vary. */
const LEAST_BINS = 8;
/** Counts are taken to vary more than by chance where chance alone would make them vary so in one case of twenty. */
const OVERDISPERSED = 0.05;

/** How often something happens, and what chance leaves open. Doubt in the data is no part of it: the count is the best one. */
export interface Rate {
  /** Incidents on covered days, best count. */
  readonly count: number;
  /** Best count of the window on days on which nobody looked: no part of the rate. */
  readonly uncovered: number;
  readonly covered: CoveredDays;
  /** Incidents for {@link RATE_DAYS} covered days, and the interval of {@link LEVEL} around it. */
  readonly per30: number;
  readonly interval: { readonly low: number; readonly high: number };
  readonly level: number;
  /** `poisson`: Garwood's exact interval; `quasi-poisson`: wider, for the counts of bins vary more than by chance. */
  readonly model: 'poisson' | 'quasi-poisson';
  /** How much the counts of the complete bins vary; null where there are too few, or nothing is in them. */
  readonly dispersion: Dispersion | null;
  /** The rate by people; null where the series has no numbers of people. */
  readonly people: PeopleRate | null;
}

/** A rate by people, on the covered days of which their number is known. */
export interface PeopleRate extends PeopleDays {
  /** Incidents on those days, best count, and those on covered days of which the number of people is not known. */
  readonly count: number;
  readonly left: number;
  /** Incidents for {@link RATE_PEOPLE} people and a year, with the interval of the same model as that by days. Null where no number is known. */
  readonly rate: (CountInterval & { readonly perPeople: number }) | null;
}

/** An interval for the mean of a count, and what it goes by. */
export interface CountInterval {
  readonly low: number;
  readonly high: number;
  readonly model: Rate['model'];
}

/** The interval of {@link LEVEL} around a count: Garwood's, or the wider one where the counts of bins vary more than by chance. In events. */
export function countInterval(count: number, dispersion: Dispersion | null): CountInterval {
  const widened = allowance(dispersion) > 1 ? quasiPoisson(count, dispersion!.index, dispersion!.bins) : null;
  const exact = garwood(count);
  // Of few events the exact interval may be the wider one.
  const wide = widened !== null && widened.high - widened.low > exact.high - exact.low;
  return { ...(wide ? widened : exact), model: wide ? 'quasi-poisson' : 'poisson' };
}

/** The count of people and days as a rate. */
export function perPeople(events: number, { peopleDays }: Pick<PeopleDays, 'peopleDays'>): number {
  return (events / peopleDays) * YEAR_DAYS * RATE_PEOPLE;
}

function peopleRate(
  people: PeopleDays,
  days: readonly { readonly day: Day; readonly count: number }[],
  dispersion: Dispersion | null,
): PeopleRate {
  const isKnown = (day: Day) => people.known.some(({ from, to }) => day >= from && day <= to);
  const sum = (all: typeof days) => all.reduce((n, { count }) => n + count, 0);
  const count = sum(days.filter(({ day }) => isKnown(day)));
  const { low, high, model } = countInterval(count, dispersion);
  const rate = (events: number) => perPeople(events, people);
  return {
    ...{ ...people, count, left: sum(days.filter(({ day }) => !isKnown(day))) },
    rate: people.peopleDays > 0 ? { perPeople: rate(count), low: rate(low), high: rate(high), model } : null,
  };
}

/** The query behind rates and changes of rate: the best count of each day. */
export function planDays(view: View, info: FilterInfo): BinsQuery {
  const filter = filterOf(view, info);
  const query = { kind: 'bins', filter, bin: 'day', measure: 'incidents' } as const;
  return { ...query, split: 'none', stacked: false, beyond: null };
}

/** More days than this are asked for in several queries, as a request may ask for no more bins. */
const MOST_DAYS = 2000;

/** The same in parts, on the days of the coverage alone: what a dashboard asks for. */
export function planDayParts(view: View, info: FilterInfo): readonly BinsQuery[] {
  const whole = planDays(view, info);
  const { coverage } = info.guide.meta;
  const from = Math.max(whole.filter.from, coverage.from);
  const to = Math.min(whole.filter.to, coverage.to);
  const parts = Math.max(0, Math.ceil((to - from + 1) / MOST_DAYS));
  return Array.from({ length: parts }, (_, part): BinsQuery => {
    const first = (from + part * MOST_DAYS) as Day;
    const last = Math.min(to, first + MOST_DAYS - 1) as Day;
    return { ...whole, filter: { ...whole.filter, from: first, to: last } };
  });
}

/** The answers to the parts as one. */
export function joinedDays(parts: readonly BinsResult[]): BinsResult {
  return { bins: parts.flatMap(({ bins }) => bins) };
}

/** The best counts of the days on which somebody looked, ascending, and what lies on others. */
export function countsOfDays(
  { bins }: BinsResult,
  covered: CoveredDays,
): { readonly days: readonly { readonly day: Day; readonly count: number }[]; readonly uncovered: number } {
  const counted = bins
    .map(({ start, best }) => ({ day: start, count: best ?? 0 }))
    .filter(({ count }) => count > 0);
  const days = counted.filter(({ day }) => placeOfDay(covered, day) !== null);
  const sum = (all: readonly { readonly count: number }[]) => all.reduce((n, { count }) => n + count, 0);
  return { days, uncovered: days.length === counted.length ? 0 : sum(counted) - sum(days) };
}

/** The counts of all bins that the window and the coverage leave whole, with their covered days. */
export function completeBins(
  days: readonly { readonly day: Day; readonly count: number }[],
  covered: CoveredDays,
  window: DaySpan & { readonly bin: Bin },
  coverage: DaySpan,
): readonly (CountedBin & { readonly start: Day })[] {
  const counts = new Map<Day, number>();
  for (const { day, count } of days) {
    const start = floorBin(day, window.bin);
    counts.set(start, (counts.get(start) ?? 0) + count);
  }
  return binStarts(window.from, window.to, window.bin)
    .filter((start) => !binParts(binSpan(start, window.bin), window, coverage).partial)
    .map((start) => ({
      start,
      count: counts.get(start) ?? 0,
      days: coveredWithin(covered, binSpan(start, window.bin)),
    }))
    .filter((bin) => bin.days > 0);
}

interface CountedBin {
  readonly count: number;
  readonly days: number;
}

/** Neighbouring bins taken together by so many; what is left over at the end is left out. */
function merged(bins: readonly CountedBin[], width: number): readonly CountedBin[] {
  return Array.from({ length: Math.floor(bins.length / width) }, (_, place) => {
    const own = bins.slice(place * width, (place + 1) * width);
    const sum = (of: (bin: CountedBin) => number) => own.reduce((all, bin) => all + of(bin), 0);
    return { count: sum(({ count }) => count), days: sum(({ days }) => days) };
  });
}

/**
 * How much the counts of complete bins vary. Chi-squared says nothing of bins that expect less than one incident, so neighbours are taken
 * together until they do. Null where that leaves too few.
 */
export function dispersionOfBins(bins: readonly CountedBin[]): Dispersion | null {
  const total = bins.reduce((sum, { count }) => sum + count, 0);
  if (total <= 0) return null;
  const wide = merged(bins, Math.max(1, Math.ceil(bins.length / total)));
  if (wide.length < LEAST_BINS) return null;
  return dispersionOf(
    wide.map(({ count }) => count),
    wide.map(({ days }) => days),
  );
}

/** By how much intervals must allow for: the index where counts vary more than by chance, else 1. */
export function allowance(dispersion: Dispersion | null): number {
  return dispersion !== null && dispersion.index > 1 && dispersion.p < OVERDISPERSED ? dispersion.index : 1;
}

/** The rate of a view, from its counts of days ({@link planDays}); null where nobody looked on any day of its window. */
export function rateOf(view: View, guide: SearchGuide & PeopleGuide, days: BinsResult): Rate | null {
  const { coverage } = guide.meta;
  const window = resolveWindow(view, coverage);
  const covered = coveredDays(window, view, guide);
  if (covered.days === 0) return null;
  const counted = countsOfDays(days, covered);
  const count = counted.days.reduce((sum, one) => sum + one.count, 0);
  const dispersion = dispersionOfBins(completeBins(counted.days, covered, window, coverage));
  const { low, high, model } = countInterval(count, dispersion);
  const people = peopleOn(view, guide, covered);
  const rate = (events: number) => (events / covered.days) * RATE_DAYS;
  return {
    ...{ count, uncovered: counted.uncovered, covered },
    ...{ per30: rate(count), interval: { low: rate(low), high: rate(high) }, level: LEVEL },
    ...{ model, dispersion, people: people && peopleRate(people, counted.days, dispersion) },
  };
}
