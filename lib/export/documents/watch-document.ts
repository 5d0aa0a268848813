import type { Compared } from '../../query/exposure/rate-comparisons';
import { METHODS } from '../../query/info/methods-version';
import type { SeriesInfo } from '../../query/info/series-info';
import type { LateReports } from '../../query/watch/late-bins';
import type { SliceOf } from '../../query/watch/slices';
import type { Watch, WatchNotice } from '../../query/watch/watch';
import { FALSE_SHARE } from '../../stats/scan/replay';
import { WINDOWS } from '../../stats/scan/window-test';
import { formatDay } from '../../time/day';
import { serializeView } from '../../view/serialize';
import type { View } from '../../view/view';
import { lateInWords } from '../../words/chance/late';
import { noticeInWords, noticeNotes, sliceName, watchInWords } from '../../words/chance/watch';
import { frozenQuery } from './frozen-query';
import { digits, rateComparisonsDocument } from './rate-document';

function slice(info: SeriesInfo, of: SliceOf) {
  return { name: sliceName(info.guide, of), values: of.values };
}

/** A notice as data: what was counted, by what it was judged, and where its incidents are. */
function notice(info: SeriesInfo, watch: Watch, one: WatchNotice): NoticeDocument {
  const { window, baseline, chart } = one;
  return {
    key: one.key,
    words: noticeInWords(one, info.guide),
    notes: noticeNotes(one, watch),
    slice: slice(info, one.slice),
    direction: one.direction,
    new: one.isNew,
    from: formatDay(one.from),
    to: formatDay(one.to),
    count: digits(window.count),
    low: one.range && digits(one.range.low),
    high: one.range && digits(one.range.high),
    coveredDays: window.exposure,
    expected: digits(one.expected),
    baseline: { count: digits(baseline.count), coveredDays: baseline.exposure },
    dispersion: digits(one.dispersion),
    season: digits(one.season),
    p: digits(one.p),
    adjusted: digits(one.adjusted),
    tests: one.tests,
    after: one.after,
    power: one.power,
    view: serializeView(one.view),
    bins: chart.starts.map((start, place) => ({
      start: formatDay(start),
      best: digits(chart.counts[place]!),
    })),
    also: one.also.map((other) => notice(info, watch, other)),
  };
}

interface NoticeDocument {
  readonly key: string;
  readonly also: readonly NoticeDocument[];
  readonly [key: string]: unknown;
}

/** What later reports can still add, as data. */
function late({ publications, late: found, bars }: LateFound & { readonly bars: LateReports | null }) {
  return {
    words: lateInWords(publications, found),
    revisions: publications,
    ...lateBins(found),
    chart: lateBins(bars),
  };
}

function lateBins(found: LateReports | null) {
  return {
    bin: found?.bin ?? null,
    shares: found?.shares.map(digits) ?? null,
    bins:
      found?.bins.map((one) => ({
        start: formatDay(one.start),
        best: digits(one.reported),
        share: digits(one.share),
        estimate: digits(one.estimate),
        interval: { level: found.level, lower: one.low, upper: one.high },
      })) ?? [],
  };
}

/** The rates of the sides that a view compares, and what the sides are called; none where it compares nothing. */
export interface ComparedRates {
  readonly rates: readonly Compared[];
  readonly names: readonly string[];
}

/** What is known of late reports, and from how many publications. */
export interface LateFound {
  readonly publications: number;
  readonly late: LateReports | null;
}

/** What stands out in a view, and what later reports can still add, as data. */
export function watchDocument(
  info: SeriesInfo,
  view: View,
  watch: Watch,
  found: LateFound & { readonly bars: LateReports | null },
  compared: ComparedRates,
) {
  const { span } = watch;
  return {
    dataset: info.guide.meta.id,
    revision: info.revision,
    methods: METHODS,
    view: serializeView(view),
    frozen: frozenQuery(view, info),
    words: watchInWords(watch, info.guide),
    bin: watch.bin,
    span: span && { from: formatDay(span.from), to: formatDay(span.to) },
    windows: WINDOWS,
    model: 'beta-binomial given the sum',
    why: watch.why,
    slices: watch.slices,
    tests: watch.tests,
    level: digits(watch.level),
    falseShare: FALSE_SHARE,
    power: watch.power,
    notices: watch.notices.map((one) => notice(info, watch, one)),
    late: late(found),
    rates: rateComparisonsDocument(compared.rates, compared.names),
  };
}
