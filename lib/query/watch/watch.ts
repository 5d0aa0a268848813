import { pause } from '../../caches/pause';
import { LONGEST_BASELINE, type Notice, powerFor, type Scan, startScan } from '../../stats/scan/replay';
import type { ScanTime } from '../../stats/scan/watched-slice';
import { BINS, type Bin, binSpan, binStarts } from '../../time/bin';
import type { Day, DaySpan } from '../../time/day';
import { changeView, dayBound } from '../../view/change';
import { freezeView, resolveWindow } from '../../view/resolve';
import type { View } from '../../view/view';
import { binParts } from '../coverage/bin-parts';
import type { Engine } from '../engine';
import { coveredDays, coveredWithin } from '../exposure/covered-days';
import type { SeriesInfo } from '../info/series-info';
import { filterOf } from '../plan/filter';
import { type CountedSlice, countSlices, isNear, type SliceOf, viewOfSlice } from './slices';

/** Bins that make up a year, by bin; null where seasons are not told. */
const YEAR_OF: Readonly<Record<Bin, number | null>> = {
  day: null,
  week: 52,
  month: 12,
  quarter: 4,
  year: null,
};
/** Bins that must be known before anything is noticed. */
const LEAST_OF: Readonly<Record<Bin, number>> = { day: 60, week: 52, month: 24, quarter: 12, year: 10 };
/** Notices of so many last bins are told, and those of so many are called new. */
const TOLD = 52;
const NEW = 13;
/** So many bins of a slice are shown beside a notice. */
const SHOWN = 78;
/** Where more incidents than this are dated more coarsely than a bin, a coarser bin is taken. */
const MOST_COARSE = 0.2;

/** What stands out, with what is needed to tell and to check it. */
export interface WatchNotice extends Notice<SliceOf>, DaySpan {
  /** Stable as long as the figures behind it are: slice, direction and last day. */
  readonly key: string;
  readonly isNew: boolean;
  /** The view that opens the incidents of the window, in this revision. */
  readonly view: View;
  /** What its window counts at least and at most; null of one that stands beneath another, which is named alone. */
  readonly range: { readonly low: number; readonly high: number } | null;
  /** The counts around it, the last bin last. */
  readonly chart: {
    readonly starts: readonly Day[];
    readonly counts: readonly number[];
    readonly first: number;
    readonly last: number;
  };
  /** After how many bins a tripling of the rate before it would be noticed; null: not within the longest window. */
  readonly power: number | null;
  /** Other notices of the same stretch that tell of much the same. */
  readonly also: readonly WatchNotice[];
}

/** Why nothing can be noticed. */
export type NotWatched = 'not-searched' | 'too-short' | 'too-few';

/** The watch over a view: what stands out at the end of its window, and what would have. */
export interface Watch {
  readonly bin: Bin;
  /** True where the bin was not asked for and a finer one would not fit the dates. */
  readonly coarsened: boolean;
  /** The days that were looked at: whole bins alone. Null where there are none. */
  readonly span: DaySpan | null;
  /** New ones first, by p; older ones by their end, latest first. */
  readonly notices: readonly WatchNotice[];
  readonly slices: number;
  readonly tests: number;
  readonly level: number;
  /** After how many bins a tripling of the whole view would be noticed; null: not within the longest window. */
  readonly power: number | null;
  /** Bins that must be known before anything can be noticed. */
  readonly least: number;
  readonly why: NotWatched | null;
}

/** The bin of a watch: that of the address, else weeks, or coarser ones where many dates are. */
async function binOf(engine: Engine, view: View, info: SeriesInfo, signal?: AbortSignal): Promise<Bin> {
  if (view.bin !== null) return resolveWindow(view, info.guide.meta.coverage).bin;
  const filter = filterOf(view, info);
  for (const bin of BINS.filter((one) => one !== 'day')) {
    const { matched, coarserThanBin } = await engine.run({ kind: 'total', filter, bin }, signal);
    if (coarserThanBin <= matched * MOST_COARSE) return bin;
  }
  return 'year';
}

/** So many bins are looked at: those that are replayed, and the past that they are held against. */
const MOST_BINS = 400;

/** The first days of the last bins that window and coverage leave whole. */
function wholeBins(window: DaySpan, coverage: DaySpan, bin: Bin): readonly Day[] {
  const whole = binStarts(window.from, window.to, bin).filter(
    (start) =>
      !binParts(binSpan(start, bin), window, coverage).partial &&
      start >= coverage.from &&
      start <= coverage.to,
  );
  return whole.slice(-MOST_BINS);
}

/** Notices whose windows share a bin and that tell of much the same stand together, under the most telling one. */
function together(notices: readonly WatchNotice[]): readonly WatchNotice[] {
  const heads: WatchNotice[] = [];
  for (const notice of [...notices].sort((a, b) => a.p - b.p)) {
    const place = heads.findIndex(
      (head) =>
        head.direction === notice.direction &&
        head.first <= notice.last &&
        notice.first <= head.last &&
        isNear(head.slice, notice.slice),
    );
    const head = heads[place];
    if (head === undefined) heads.push(notice);
    else heads[place] = { ...head, also: [...head.also, notice] };
  }
  const [fresh, older] = [heads.filter(({ isNew }) => isNew), heads.filter(({ isNew }) => !isNew)];
  return [...fresh, ...older.sort((a, b) => b.last - a.last || a.p - b.p)];
}

function keyOf({ slice, direction }: Notice<SliceOf>, to: Day): string {
  const values = slice.values.map(({ field, value }) => `${field}=${value}`).join('&');
  return `${direction} ${values} ${to}`;
}

/** Slices that are looked at in one go: some thousandths of a second. */
const AT_ONCE = 200;

async function scanAll(
  slices: readonly CountedSlice[],
  time: ScanTime,
  signal?: AbortSignal,
): Promise<Scan<SliceOf>> {
  const scanning = startScan<SliceOf>(time);
  for (let place = 0; place < slices.length; place++) {
    if (place % AT_ONCE === AT_ONCE - 1) {
      await pause();
      signal?.throwIfAborted();
    }
    scanning.add(slices[place]!);
  }
  return scanning.finish();
}

/** A watch over the view, on its whole bins. */
export async function watchView(
  engine: Engine,
  view: View,
  info: SeriesInfo,
  signal?: AbortSignal,
): Promise<Watch> {
  const { coverage } = info.guide.meta;
  const bin = await binOf(engine, view, info, signal);
  const window = resolveWindow(view, coverage);
  const starts = wholeBins(window, coverage, bin);
  const covered = coveredDays(window, view, info.guide);
  const exposure = starts.map((start) => coveredWithin(covered, binSpan(start, bin)));
  const time: ScanTime = { exposure, year: YEAR_OF[bin], least: LEAST_OF[bin] };
  const none = { bin, coarsened: view.bin === null && bin !== 'week', least: time.least, level: 0 };
  const nothing = { ...none, span: null, notices: [], slices: 0, tests: 0, power: null };
  if (!exposure.some((days) => days > 0)) return { ...nothing, why: 'not-searched' };
  const span = { from: starts[0]!, to: binSpan(starts.at(-1)!, bin).to };
  if (starts.length <= time.least) return { ...nothing, span, why: 'too-short' };
  const slices = await countSlices(engine, view, info, { span, bin, starts }, signal);
  const found = await scanAll(slices, time, signal);
  const power = powerFor(slices[0]!, time, found.level);
  const told = found.notices.filter(({ last }) => last >= starts.length - TOLD);
  const counted = new Map(slices.map((slice) => [slice.id, slice]));
  const notices = told.map((notice) =>
    describe(notice, counted.get(notice.slice)!, { view, info, time, starts, bin, level: found.level }),
  );
  const { tests, level } = found;
  const ranged: WatchNotice[] = [];
  for (const notice of together(notices)) {
    ranged.push({ ...notice, range: await rangeOf(engine, notice, info, bin, signal) });
  }
  return {
    ...{ ...none, span, notices: ranged, slices: found.slices, tests, level, power },
    why: found.slices === 0 ? 'too-few' : null,
  };
}

/** What a notice's window counts at least and at most, as the view that opens it does. */
async function rangeOf(
  engine: Engine,
  { view }: WatchNotice,
  info: SeriesInfo,
  bin: Bin,
  signal?: AbortSignal,
): Promise<WatchNotice['range']> {
  await pause();
  const { incidents } = await engine.run({ kind: 'total', filter: filterOf(view, info), bin }, signal);
  return { low: incidents.low, high: incidents.high };
}

interface Telling {
  readonly view: View;
  readonly info: SeriesInfo;
  readonly time: ScanTime;
  readonly starts: readonly Day[];
  readonly bin: Bin;
  readonly level: number;
}

/** A notice with its days, its view, its chart and its power. */
function describe(
  notice: Notice<SliceOf>,
  { counts }: CountedSlice,
  { view, info, time, starts, bin, level }: Telling,
): WatchNotice {
  const [from, to] = [starts[notice.first]!, binSpan(starts[notice.last]!, bin).to];
  const narrowed = changeView(viewOfSlice(view, notice.slice), { from: dayBound(from), to: dayBound(to) });
  const begin = Math.max(0, starts.length - SHOWN);
  const before = counts.slice(Math.max(0, notice.first - LONGEST_BASELINE), notice.first);
  const known = {
    ...time,
    exposure: Array.from(time.exposure).slice(notice.first - before.length, notice.first),
  };
  return {
    ...notice,
    ...{ from, to, key: keyOf(notice, to), isNew: notice.last >= starts.length - NEW, also: [] },
    range: null,
    view: freezeView(narrowed, info.guide.meta.coverage, info.revision),
    chart: {
      starts: starts.slice(begin),
      counts: [...counts.slice(begin)],
      first: notice.first - begin,
      last: notice.last - begin,
    },
    power: powerFor({ id: notice.slice, counts: before }, { ...known, least: 1 }, level),
  };
}
