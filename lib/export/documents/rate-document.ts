import type { ChangePoints } from '../../query/exposure/change-points';
import { RATE_PEOPLE, YEAR_DAYS } from '../../query/exposure/people';
import { perPeople, RATE_DAYS, type Rate } from '../../query/exposure/rate';
import type { Compared, Side } from '../../query/exposure/rate-comparisons';
import type { SeriesMeta } from '../../series/model';
import { LEVEL } from '../../stats/intervals';
import { formatDay } from '../../time/day';
import { comparisonInWords } from '../../words/chance/comparisons';
import { changesInWords, rateInWords } from '../../words/chance/rates';

/** Eight digits that count: more would differ between machines and say nothing. */
export function digits(value: number): number {
  return Number(value.toPrecision(8));
}

/** An interval of chance, under keys of its own: `low` and `high` are the doubt in the data. */
function interval({ low, high }: { readonly low: number; readonly high: number | null }, level: number) {
  return { level, lower: digits(low), upper: high === null ? null : digits(high) };
}

/** The rate of a view as data, with its model, and in words. Null where nobody looked. */
export function rateDocument(rate: Rate | null, noun: SeriesMeta['noun']) {
  if (rate === null) return null;
  const { count, uncovered, covered, per30, model, dispersion } = rate;
  return {
    words: rateInWords(rate, noun),
    count: digits(count),
    uncovered: digits(uncovered),
    coveredDays: covered.days,
    days: RATE_DAYS,
    rate: digits(per30),
    interval: interval(rate.interval, rate.level),
    model,
    dispersion: dispersion && {
      index: digits(dispersion.index),
      chiSquared: digits(dispersion.chiSquared),
      p: digits(dispersion.p),
      bins: dispersion.bins,
    },
    less: covered.less.map(({ note }) => note.id),
    people: peopleDocument(rate),
  };
}

/** The rate by people as data. Null where the series has no numbers of people. */
function peopleDocument({ people, level }: Rate) {
  if (people === null) return null;
  const { rate, count, left, knownDays, peopleDays, missing } = people;
  return {
    count: digits(count),
    left: digits(left),
    coveredDays: knownDays,
    personYears: digits(peopleDays / YEAR_DAYS),
    people: RATE_PEOPLE,
    rate: rate && digits(rate.perPeople),
    interval: rate && interval(rate, level),
    model: rate?.model ?? null,
    notKnown: missing.map(({ from, to }) => ({ from: formatDay(from), to: formatDay(to) })),
  };
}

/** How often one side of a comparison happens, as data. */
export function sideRateDocument({ count, uncovered, exposure, people, interval: bounds }: Omit<Side, 'id'>) {
  const by = (events: number) => (events / exposure) * RATE_DAYS;
  const looked = exposure > 0;
  const known = people !== null && people > 0;
  const byPeople = (events: number) => perPeople(events, { peopleDays: people ?? 0 });
  return {
    count: digits(count),
    uncovered: digits(uncovered),
    coveredDays: exposure,
    personYears: people === null ? null : digits(people / YEAR_DAYS),
    days: RATE_DAYS,
    rate: looked ? digits(by(count)) : null,
    interval: looked ? interval({ low: by(bounds.low), high: by(bounds.high) }, LEVEL) : null,
    model: bounds.model,
    byPeople: known
      ? {
          people: RATE_PEOPLE,
          rate: digits(byPeople(count)),
          interval: interval({ low: byPeople(bounds.low), high: byPeople(bounds.high) }, LEVEL),
        }
      : null,
  };
}

/** Comparisons of rates as data, with their model, and in words; `names` are those of the sides, in their order. */
export function rateComparisonsDocument(rates: readonly Compared[], names: readonly string[]) {
  const name = (id: string) => names[Number(id)] ?? id;
  const side = ({ id, ...one }: Side) => ({ name: name(id), ...sideRateDocument(one) });
  return rates.map((one) => {
    const { first, second, shared, across, by } = one.pair;
    const sides = {
      first: side(first),
      second: side(second),
      shared: shared === null ? null : digits(shared),
      searchedAlike: across === 'none',
      by: by === 'unknown' ? 'days' : by,
    };
    const words = `${comparisonInWords(one, name)}.`;
    if (one.kind === 'refused') return { words, ...sides, refused: one.why };
    const { ratio, level, adjusted, tests, verdict, dispersion } = one;
    return {
      ...{ words, ...sides, model: 'conditional-binomial', verdict },
      ratio: ratio.ratio === null ? null : digits(ratio.ratio),
      interval: interval(ratio, level),
      ...{ p: digits(ratio.p), adjusted: digits(adjusted), tests, dispersion: digits(dispersion) },
    };
  });
}

/** The changes of rate of a view as data, with their model, and in words. Null where nobody looked, or nothing happened. */
export function changePointsDocument(changes: ChangePoints | null, noun: SeriesMeta['noun']) {
  if (changes === null) return null;
  const { stretches, prior, falseAlarms, dispersion, spread, level } = changes;
  return {
    words: changesInWords(changes, noun),
    model: 'bayesian-blocks',
    prior: digits(prior),
    falseAlarms,
    dispersion: digits(dispersion),
    spread: digits(spread),
    stretches: stretches.map(({ from, to, count, days, per30, interval: bounds }) => ({
      from: formatDay(from),
      to: formatDay(to),
      count: digits(count),
      coveredDays: days,
      rate: digits(per30),
      interval: interval(bounds, level),
    })),
  };
}
