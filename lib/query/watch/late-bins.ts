import { dispersionOf } from '../../stats/dispersion';
import { LEVEL } from '../../stats/intervals';
import {
  type FinalCount,
  finalCount,
  type Report,
  reportedShares,
  type UsualCount,
} from '../../stats/late-reports';
import { BINS, type Bin, binSpan, countBins } from '../../time/bin';
import type { Day } from '../../time/day';

/** It takes so many revisions, published on as many days, to say how late reports come. */
export const LEAST_PUBLICATIONS = 5;
/** By this many bins after it, all of a bin is taken to be reported. */
export const LONGEST_DELAY = 26;
/** Bins of which nearly all is reported are not told. */
const NEARLY_ALL = 0.98;
/** Counts of bins are taken to differ at least a little more than by chance, so that what is usual is never certain. */
const LEAST_DISPERSION = 1.1;

/** The best counts of a revision, bin by bin, and the day on which it was published. */
export interface PublishedCounts {
  readonly day: Day;
  readonly counts: ReadonlyMap<Day, number>;
}

/** A bin of which more is expected to be reported. */
export interface LateBin extends FinalCount {
  readonly start: Day;
  readonly reported: number;
  /** The share of its incidents that is reported by now. */
  readonly share: number;
}

/** How late reports come, and what that means for the last bins. */
export interface LateReports {
  readonly bin: Bin;
  readonly publications: number;
  /** The share that is reported so many bins after the end of its own, from 0. */
  readonly shares: readonly number[];
  readonly bins: readonly LateBin[];
  readonly level: number;
}

/** The finest bin in which a series that is published on these days is published each time. */
export function binOfCadence(days: readonly Day[], finest: Bin): Bin {
  const gaps = days.slice(1).map((day, at) => day - days[at]!);
  const usual = [...gaps].sort((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? 1;
  const longest: Readonly<Record<Bin, number>> = { day: 1, week: 9, month: 45, quarter: 120, year: 1e9 };
  return BINS.slice(BINS.indexOf(finest)).find((bin) => usual <= longest[bin]) ?? 'year';
}

/** What a revision brought to a bin, and how many bins after the end of it. A bin that ended before the first one has no history. */
function reportsOf(
  published: readonly PublishedCounts[],
  starts: readonly Day[],
  bin: Bin,
): readonly Report[] {
  const first = published[0]!;
  return starts.flatMap((start, happened) => {
    const { to } = binSpan(start, bin);
    if (to < first.day) return [];
    let known = 0;
    return published.flatMap(({ day, counts }): Report[] => {
      const count = (counts.get(start) ?? 0) - known;
      if (count <= 0) return [];
      known += count;
      return [{ happened, delay: delayOf(start, day, bin), count }];
    });
  });
}

/** How many whole bins lie between a bin and the one in which a day lies; 0 for a day in the bin itself, or in the next. */
function delayOf(start: Day, day: Day, bin: Bin): number {
  return Math.max(0, countBins(start, day, bin) - 2);
}

/** What is usual for a bin, from those that are old enough to be wholly reported; null where there are too few. */
function usualOf(counts: readonly number[]): UsualCount | null {
  const dispersion = dispersionOf(counts);
  if (dispersion === null) return null;
  const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  return { mean, size: mean / (Math.max(LEAST_DISPERSION, dispersion.index) - 1) };
}

/**
 * What later reports can still add to the last bins, from what revisions added to earlier ones. `published`: by day, oldest first, one a day;
 * `starts`: whole bins up to the last publication, ascending, of which the oldest were wholly reported. Null where it cannot be told.
 */
export function lateReports(
  published: readonly PublishedCounts[],
  starts: readonly Day[],
  bin: Bin,
): LateReports | null {
  const last = published.at(-1);
  if (published.length < LEAST_PUBLICATIONS || last === undefined) return null;
  const countOf = (start: Day) => last.counts.get(start) ?? 0;
  const reports = reportsOf(published, starts, bin);
  const history = starts.filter((start) => binSpan(start, bin).to >= published[0]!.day).length;
  const longest = Math.min(LONGEST_DELAY, history - 1);
  if (longest < 1) return null;
  const shares = reportedShares(reports, starts.length - 1, longest);
  const old = starts.filter((start) => delayOf(start, last.day, bin) > longest);
  const usual = usualOf(old.map(countOf));
  if (shares === null || usual === null) return null;
  const bins = starts.flatMap((start): LateBin[] => {
    const share = shares[delayOf(start, last.day, bin)] ?? 1;
    if (share >= NEARLY_ALL) return [];
    const reported = countOf(start);
    return [{ start, reported, share, ...finalCount(reported, share, usual) }];
  });
  return { bin, publications: published.length, shares, bins, level: LEVEL };
}
