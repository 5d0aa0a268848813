import { type Dispersion, pairedDispersion } from '../../stats/dispersion';
import { binSpan, binStarts } from '../../time/bin';
import type { DaySpan } from '../../time/day';
import { clearKey } from '../../view/change';
import { resolveWindow } from '../../view/resolve';
import type { View } from '../../view/view';
import { binParts } from '../coverage/bin-parts';
import type { SearchGuide } from '../coverage/watched';
import { type Earlier, earlierSpans } from '../figures/earlier';
import type { BinsResult, TotalResult } from '../result';
import { coveredDays, coveredWithin } from './covered-days';
import { allowance, countInterval } from './rate';
import { type Compared, compareRates, type Side } from './rate-comparisons';
import { isAcrossBreak } from './search-break';

/** What a dashboard knows of a view and of the stretches before its window. */
export interface EarlierAnswers {
  readonly total: TotalResult;
  readonly before: TotalResult | null;
  readonly yearAgo: TotalResult | null;
  /** The bins of the whole coverage, which tell how much counts of the view vary. */
  readonly overview: BinsResult;
}

/** An earlier stretch with its count, and how the rate of the window stands to its rate. */
export interface EarlierRate {
  readonly span: Earlier;
  readonly total: TotalResult;
  readonly compared: Compared;
}

/** With fewer whole bins nothing is known of how much counts vary. */
const LEAST_BINS = 8;

/**
 * How much the counts of the view vary from one bin to the next, over those of the whole coverage that were searched on all their days: a change
 * from one stretch to another, which is what is asked, is no part of it. Null where they do not vary more than by chance.
 */
function dispersionOfView(view: View, guide: SearchGuide, { bins }: BinsResult): Dispersion | null {
  const { coverage } = guide.meta;
  const { bin } = resolveWindow({ ...clearKey(clearKey(view, 'from'), 'to'), bin: null }, coverage);
  const covered = coveredDays(coverage, view, guide);
  const counts = new Map(bins.map(({ start, best }) => [start, best ?? 0]));
  const whole = binStarts(coverage.from, coverage.to, bin)
    .map((start) => ({ start, span: binSpan(start, bin) }))
    .filter(({ span }) => !binParts(span, coverage, coverage).partial)
    .filter(({ span }) => coveredWithin(covered, span) === span.to - span.from + 1)
    .map(({ start }) => counts.get(start) ?? 0);
  const index = whole.length < LEAST_BINS ? null : pairedDispersion(whole);
  if (index === null || index <= 1) return null;
  // Allowed for however it came about.
  return { index, chiSquared: index * (whole.length - 1), p: 0, bins: whole.length };
}

/**
 * The rate of a window against those of the stretches before it, as far as they can be compared; see {@link earlierSpans}. The ids of the sides are 0, the
 * window, and 1, the stretch.
 */
export function earlierRates(
  view: View,
  guide: SearchGuide,
  answers: EarlierAnswers,
): readonly EarlierRate[] {
  const window = resolveWindow(view, guide.meta.coverage);
  const totals = { before: answers.before, year: answers.yearAgo };
  const known = earlierSpans(window, view, guide).flatMap((span) => {
    const total = totals[span.kind];
    return total === null ? [] : [{ span, total }];
  });
  if (known.length === 0) return [];
  const dispersion = dispersionOfView(view, guide, answers.overview);
  const side = (id: string, of: DaySpan, { incidents: { best } }: TotalResult): Side => {
    const covered = coveredDays(of, view, guide);
    return {
      ...{
        id,
        count: best,
        uncovered: 0,
        exposure: covered.days,
        people: null,
        less: covered.less.length > 0,
      },
      ...{ dispersion: allowance(dispersion), interval: countInterval(best, dispersion) },
    };
  };
  const now = side('0', window, answers.total);
  const compared = compareRates(
    known.map(({ span, total }) => ({
      ...{ first: now, second: side('1', span, total), relation: 'apart', shared: 0, by: 'days' },
      across: isAcrossBreak({ view, window }, { view, window: span }, guide) ? 'unseen' : 'none',
    })),
  );
  return known.map((one, at) => ({ ...one, compared: compared[at]! }));
}
