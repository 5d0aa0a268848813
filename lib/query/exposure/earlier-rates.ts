import type { SeriesGuide } from '../../series/model';
import type { DaySpan } from '../../time/day';
import { resolveWindow } from '../../view/resolve';
import type { View } from '../../view/view';
import type { ComparisonAnswers } from '../compare/plan-comparison';
import { sidesOf } from '../compare/sides';
import { type Earlier, earlierSpans } from '../figures/earlier';
import type { BinsResult, TotalResult } from '../result';
import { coveredDays } from './covered-days';
import { allowance, countInterval } from './rate';
import { type Compared, compareRates, type Side } from './rate-comparisons';
import { isAcrossBreak } from './search-break';
import { sideRates } from './side-rates';
import { dispersionOfView } from './view-dispersion';

/** What a dashboard knows of a view and of the stretches before its window. */
export interface EarlierAnswers {
  readonly total: TotalResult;
  readonly before: TotalResult | null;
  readonly yearAgo: TotalResult | null;
  /** The bins of the whole coverage, which tell how much counts of the view vary. */
  readonly overview: BinsResult;
  /** What stands side by side; null where nothing does. */
  readonly comparison: ComparisonAnswers | null;
}

/** An earlier stretch with its count, and how the rate of the window stands to its rate. */
export interface EarlierRate {
  readonly span: Earlier;
  readonly total: TotalResult;
  readonly compared: Compared;
}

/**
 * The rate of a window against those of the stretches before it, as far as they can be compared; see {@link earlierSpans}. The ids of the sides are 0, the
 * window, and 1, the stretch.
 */
export function earlierRates(
  view: View,
  guide: SeriesGuide,
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
      ...{
        first: now,
        second: side('1', span, total),
        relation: 'apart',
        shared: 0,
        unknown: null,
        by: 'days',
      },
      across: isAcrossBreak({ view, window }, { view, window: span }, guide) ? 'unseen' : 'none',
    })),
  );
  const besides = comparedBeside(view, guide, answers.comparison);
  return known.map((one, at) => ({ ...one, compared: besides.get(one.span.kind) ?? compared[at]! }));
}

/** How the stretches stand to the window in the comparison that is shown beside, by their kind: two spans have one verdict on a page. */
function comparedBeside(
  view: View,
  guide: SeriesGuide,
  comparison: ComparisonAnswers | null,
): ReadonlyMap<string | null, Compared> {
  if (view.compare?.by !== 'period') return new Map();
  const items = sidesOf(view, guide).map(({ item }) => item);
  return new Map(
    sideRates(view, guide, comparison).map((one) => {
      const { second } = one.pair;
      const compared: Compared = { ...one, pair: { ...one.pair, second: { ...second, id: '1' } } };
      return [items[Number(second.id)] ?? null, compared];
    }),
  );
}
