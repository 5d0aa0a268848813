import type { ChangePoints } from '../../query/exposure/change-points';
import { RATE_DAYS, type Rate } from '../../query/exposure/rate';
import type { Compared, Side } from '../../query/exposure/rate-comparisons';
import type { SeriesMeta } from '../../series/model';
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
  };
}

/** Comparisons of rates as data, with their model, and in words; `names` are those of the sides, in their order. */
export function rateComparisonsDocument(rates: readonly Compared[], names: readonly string[]) {
  const name = (id: string) => names[Number(id)] ?? id;
  const side = ({ id, count, exposure }: Side) => ({
    name: name(id),
    count: digits(count),
    coveredDays: exposure,
  });
  return rates.map((one) => {
    const { first, second, shared, across } = one.pair;
    const sides = {
      first: side(first),
      second: side(second),
      shared: shared === null ? null : digits(shared),
      searchedAlike: across === 'none',
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
