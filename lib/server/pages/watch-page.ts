import type { ComparedRates, LateFound } from '../../export/documents/watch-document';
import { type ChangePoints, changePointsOf } from '../../query/exposure/change-points';
import { coveredDays } from '../../query/exposure/covered-days';
import {
  completeBins,
  countsOfDays,
  planDays,
  RATE_DAYS,
  type Rate,
  rateOf,
} from '../../query/exposure/rate';
import type { SeriesInfo } from '../../query/info/series-info';
import type { BinsResult } from '../../query/result';
import type { Watch } from '../../query/watch/watch';
import type { RateBin } from '../../render/watch/rate-steps';
import { binSpan } from '../../time/bin';
import type { DaySpan } from '../../time/day';
import { servedTwinHref } from '../../view/addresses/addresses';
import { resolveWindow } from '../../view/resolve';
import type { View } from '../../view/view';
import { viewInWords } from '../../words/view';
import { catalogue } from '../catalogue/server-catalogue';
import { brokenPage, openPage, type PageQuery, type PageRefusal } from '../requests/open-page';
import { comparedRates } from '../watch/compared-rates';
import { lateOf } from '../watch/late-of';
import { watchedView, watchOf } from '../watch/watch-of';

/** What the page of the watch shows, or why not. */
export type WatchPage =
  | PageRefusal
  | {
      readonly kind: 'ok';
      readonly view: View;
      readonly words: string;
      readonly info: SeriesInfo;
      readonly watch: Watch;
      readonly late: LateFound;
      readonly compared: ComparedRates;
      readonly rate: Rate | null;
      readonly changes: ChangePoints | null;
      /** The rates of the whole bins, to be drawn, and the days that they lie in. */
      readonly bins: readonly RateBin[];
      readonly window: DaySpan;
      /** The addresses of the same as data, and as a feed. */
      readonly json: string;
      readonly feed: string;
    };

/** The rate of each whole bin of a view. */
function ratesOfBins(view: View, { guide }: SeriesInfo, days: BinsResult): readonly RateBin[] {
  const window = resolveWindow(view, guide.meta.coverage);
  const covered = coveredDays(window, view, guide);
  const counted = countsOfDays(days, covered).days;
  return completeBins(counted, covered, window, guide.meta.coverage).map((bin) => ({
    span: binSpan(bin.start, window.bin),
    per30: (bin.count / bin.days) * RATE_DAYS,
  }));
}

/** Opens an address of `/watch`: what stands out in its view. */
export async function loadWatch(dataset: string, query: PageQuery): Promise<WatchPage> {
  const opened = await openPage(dataset, query);
  if (opened.kind !== 'ok') return opened;
  try {
    const { revision, signal, place } = opened;
    const { info, engine } = revision;
    const view = watchedView(opened.view);
    const window = resolveWindow(view, info.guide.meta.coverage);
    const [watch, days, late, compared] = await place(async () => {
      const days = await engine.run(planDays(view, info), signal);
      const watch = await watchOf(revision, view, signal);
      const late = await lateOf(catalogue(), view, revision, watch.bin, signal);
      return [watch, days, late, await comparedRates(revision, view, signal)] as const;
    });
    return {
      kind: 'ok',
      ...{ view, info, watch, late, compared },
      words: viewInWords(view, info.guide, window),
      rate: rateOf(view, info.guide, days),
      changes: changePointsOf(view, info.guide, days),
      bins: ratesOfBins(view, info, days),
      window: { from: window.from, to: window.to },
      json: servedTwinHref(view, 'watch.json'),
      feed: servedTwinHref({ ...view, revision: null }, 'watch.atom'),
    };
  } catch (error) {
    return brokenPage(dataset, error);
  }
}
