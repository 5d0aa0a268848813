import { isSingle } from '../../series/facets';
import { SPLITS } from '../../series/field-table';
import { isOwnKey } from '../../series/fields';
import { baseOf } from '../../series/measures';
import type { Bin } from '../../time/bin';
import type { Day, DaySpan } from '../../time/day';
import { changeView, clearKey, dayBound } from '../../view/change';
import { resolveWindow } from '../../view/resolve';
import type { View } from '../../view/view';
import { searchedIn } from '../coverage/searched';
import type { SearchGuide } from '../coverage/watched';
import type { Engine } from '../engine';
import { drawnAs } from '../figures/derived';
import { type FilterInfo, filterOf } from '../plan/filter';
import { planOverview } from '../plan/overview';
import { type BinsQuery, type MarksQuery, type RowsQuery, SEVERAL, type TotalQuery } from '../query';
import type { BinsResult, MarksResult, RowsResult, TotalResult } from '../result';
import { overlapOf, type Unsaid } from './overlap';
import { type SidesGuide, sidesOf, valuesView } from './sides';

/** What must be known of a series to compare parts of it. */
export interface CompareInfo {
  readonly guide: FilterInfo['guide'] & SidesGuide & SearchGuide & Parameters<typeof drawnAs>[1];
}

/** What is asked for one side: its figures, its bins, and the incidents at its ends. */
export interface SidePlan {
  readonly total: TotalQuery;
  /** Its figures in each stretch of its window in which nobody looked: no part of its rate. */
  readonly unsearched: readonly TotalQuery[];
  readonly bins: BinsQuery;
  readonly first: RowsQuery;
  readonly last: RowsQuery;
}

/** What a comparison asks for. */
export interface ComparisonPlan {
  /** The bin of all sides. */
  readonly bin: Bin;
  readonly sides: readonly SidePlan[];
  /** All values of the field together with those that are compared, of which each side is a share; null beside periods and views. */
  readonly whole: TotalQuery | null;
  /** All sides together, each incident once; null where no filter says it. */
  readonly union: TotalQuery | null;
  /** The first side together with each other one, each incident once; null where that is not asked: `union` says it, or no filter does. */
  readonly pairs: readonly (TotalQuery | null)[];
  /** The incidents of each side, where only they tell what counts in several; else empty. */
  readonly marks: readonly MarksQuery[];
  /** What the first side and each other one hold in common, where views are compared; else empty. */
  readonly overlaps: readonly OverlapBy<TotalQuery>[];
  /** The counts of the view over the whole coverage, which tell how much those of periods vary; null where no periods are compared. */
  readonly variation: BinsQuery | null;
}

/** What two sides hold in common, as counts that add up to it, or why none do. */
type OverlapBy<T> = readonly { readonly sign: 1 | -1; readonly total: T }[] | Unsaid;

export interface SideAnswers {
  readonly total: TotalResult;
  readonly unsearched: readonly TotalResult[];
  readonly bins: BinsResult;
  readonly first: RowsResult;
  readonly last: RowsResult;
}

export interface ComparisonAnswers {
  /** The bin of all sides. */
  readonly bin: Bin;
  readonly sides: readonly SideAnswers[];
  readonly whole: TotalResult | null;
  readonly union: TotalResult | null;
  readonly pairs: readonly (TotalResult | null)[];
  readonly marks: readonly MarksResult[];
  readonly overlaps: readonly OverlapBy<TotalResult>[];
  readonly variation: BinsResult | null;
}

/** So many rows from each end tell the first and the last incident that is not counted in high alone. */
const END_ROWS = 4;
/** More incidents than this are not looked through for what counts in several views. */
export const MOST_LISTED = 1000;

/** The days from the first of several spans to the last; reversed ones are passed over. */
export function spanOfAll(spans: readonly DaySpan[]): DaySpan | null {
  const whole = spans.filter(({ from, to }) => from <= to);
  if (whole.length === 0) return null;
  return {
    from: Math.min(...whole.map(({ from }) => from)) as Day,
    to: Math.max(...whole.map(({ to }) => to)) as Day,
  };
}

/** The bin of all sides: that of the longest of periods, which begin together, else that of all their days. */
export function binOfSides(view: View, windows: readonly DaySpan[], coverage: DaySpan) {
  const length = ({ from, to }: DaySpan) => to - from;
  const longest = [...windows].sort((a, b) => length(b) - length(a))[0];
  const span = view.compare?.by === 'period' ? longest : spanOfAll(windows);
  if (span === undefined || span === null) return resolveWindow(view, coverage).bin;
  return resolveWindow({ ...view, from: dayBound(span.from), to: dayBound(span.to) }, coverage).bin;
}

/** The view of all sides together; null where no filter says it. */
export function unionView(view: View, { guide }: CompareInfo): View | null {
  const { compare } = view;
  if (compare === null || compare.by === 'view') return null;
  const sides = sidesOf(view, guide).map((side) => side.view);
  const plain = sides[0];
  if (plain === undefined || sides.length < 2) return null;
  if (compare.by !== 'period') {
    const ranged = sides.some(({ own }) =>
      own.some(({ key, range }) => key === compare.by && range !== null),
    );
    return ranged ? null : valuesView(plain, compare.by, compare.items, guide);
  }
  const windows = sides
    .map((side) => resolveWindow(side, guide.meta.coverage))
    .sort((a, b) => a.from - b.from);
  const span = spanOfAll(windows);
  const gaps = windows.some(
    ({ from }, at) => at > 0 && from > Math.max(...windows.slice(0, at).map(({ to }) => to)) + 1,
  );
  if (span === null || gaps) return null;
  return changeView(plain, { from: dayBound(span.from), to: dayBound(span.to) });
}

/** The view of the first side and one other together, each incident once; null where no filter says it. */
function pairView(view: View, at: number, info: CompareInfo): View | null {
  const { compare } = view;
  if (compare === null || compare.by === 'period' || compare.by === 'view') return null;
  const [first] = compare.items;
  const other = compare.items[at];
  if (first === undefined || other === undefined) return null;
  return unionView({ ...view, compare: { ...compare, items: [first, other] } }, info);
}

/** Whether an incident can have several values of the field that is compared; certainties are those of links, of which it can have several. */
export function mayShare({ compare }: View, guide: CompareInfo['guide']): boolean {
  if (compare === null || compare.by === 'period' || compare.by === 'view') return false;
  return compare.by === 'certainty' || !isSingle(guide, compare.by);
}

/** The view of the incidents that count on several sides; null where no filter says it. */
export function sharedView(view: View, info: CompareInfo): View | null {
  const { compare } = view;
  const union = mayShare(view, info.guide) ? unionView(view, info) : null;
  if (compare === null || union === null) return null;
  const split = isOwnKey(compare.by) ? compare.by : SPLITS.find((one) => one === compare.by);
  if (split === undefined) return null;
  return { ...changeView(union, { split, roll: 'up' }), groups: [SEVERAL] };
}

/** The view that each side is a share of: whatever the field says. Null beside periods and views, and without a comparison. */
export function wholeView(view: View, guide: SidesGuide): View | null {
  const { compare } = view;
  if (compare === null || compare.by === 'period' || compare.by === 'view') return null;
  const [side] = sidesOf(view, guide);
  return side === undefined ? null : clearKey(side.view, compare.by);
}

/** What is asked for to know what two views hold in common. */
function planOverlap(
  first: TotalQuery,
  other: TotalQuery,
  guide: CompareInfo['guide'],
): OverlapBy<TotalQuery> {
  const overlap = overlapOf(first.filter, other.filter, guide);
  if (typeof overlap === 'string') return overlap;
  return overlap.map(({ sign, filter }) => ({ sign, total: { ...first, filter } }));
}

async function answerOverlap(
  engine: Engine,
  overlap: OverlapBy<TotalQuery>,
  signal?: AbortSignal,
): Promise<OverlapBy<TotalResult>> {
  if (typeof overlap === 'string') return overlap;
  return Promise.all(
    overlap.map(async ({ sign, total }) => ({ sign, total: await engine.run(total, signal) })),
  );
}

/** What the comparison of a view asks for; null where it compares nothing. Pure. */
export function planComparison(view: View, info: CompareInfo): ComparisonPlan | null {
  if (view.compare === null) return null;
  const { guide } = info;
  const { coverage } = guide.meta;
  const views = sidesOf(view, guide).map((side) => side.view);
  const bin = binOfSides(
    view,
    views.map((one) => resolveWindow(one, coverage)),
    coverage,
  );
  const measure = baseOf(drawnAs({ ...view, split: 'none' }, guide).measure);
  const total = (one: View): TotalQuery => ({ kind: 'total', filter: filterOf(one, info), bin });
  // A side has a figure of what the chart counts, where that is a number of the series' own.
  const own = isOwnKey(measure) ? { own: [measure] } : {};
  const sides = views.map((one): SidePlan => {
    const filter = filterOf(one, info);
    const { missed } = searchedIn(resolveWindow(one, coverage), one, guide);
    const unsearched = missed.map(
      ({ from, to }): TotalQuery => ({ kind: 'total', filter: { ...filter, from, to }, bin }),
    );
    const end = (descending: boolean): RowsQuery => {
      return { kind: 'rows', filter, sort: [{ column: 'date', descending }], offset: 0, limit: END_ROWS };
    };
    const bins = { kind: 'bins', filter, bin, measure, split: 'none', stacked: false, beyond: null } as const;
    return { total: { ...total(one), ...own }, unsearched, bins, first: end(false), last: end(true) };
  });
  const whole = wholeView(view, guide);
  const union = unionView(view, info);
  const listed = view.compare.by === 'view';
  const pairs = views.slice(1).map((_, at): TotalQuery | null => {
    const pair = views.length > 2 && mayShare(view, guide) ? pairView(view, at + 1, info) : null;
    return pair && total(pair);
  });
  return {
    bin,
    sides,
    whole: whole && total(whole),
    union: union && total(union),
    pairs,
    marks: listed
      ? sides.map(
          ({ total: { filter } }) => ({ kind: 'marks', filter, split: 'none', limit: MOST_LISTED }) as const,
        )
      : [],
    overlaps: listed ? sides.slice(1).map((other) => planOverlap(sides[0]!.total, other.total, guide)) : [],
    variation: view.compare.by === 'period' ? planOverview(view, info) : null,
  };
}

/** Asks an engine for all sides at once. */
export async function answerComparison(
  engine: Engine,
  plan: ComparisonPlan | null,
  signal?: AbortSignal,
): Promise<ComparisonAnswers | null> {
  if (plan === null) return null;
  const sides = plan.sides.map(async ({ total, unsearched, bins, first, last }): Promise<SideAnswers> => {
    const answers = await Promise.all([
      engine.run(total, signal),
      engine.run(bins, signal),
      engine.run(first, signal),
      engine.run(last, signal),
      Promise.all(unsearched.map((query) => engine.run(query, signal))),
    ]);
    const [counted, binned, earliest, latest, apart] = answers;
    return { total: counted, unsearched: apart, bins: binned, first: earliest, last: latest };
  });
  const [answered, whole, union, pairs, marks, overlaps, variation] = await Promise.all([
    Promise.all(sides),
    plan.whole && engine.run(plan.whole, signal),
    plan.union && engine.run(plan.union, signal),
    Promise.all(plan.pairs.map((query) => query && engine.run(query, signal))),
    Promise.all(plan.marks.map((query) => engine.run(query, signal))),
    Promise.all(plan.overlaps.map((one) => answerOverlap(engine, one, signal))),
    plan.variation && engine.run(plan.variation, signal),
  ]);
  return { bin: plan.bin, sides: answered, whole, union, pairs, marks, overlaps, variation };
}

/** What the first side and another one hold in common, as filters count it: best, and incidents in high; else why none do. */
export function overlapCount(
  { overlaps }: ComparisonAnswers,
  at: number,
): { readonly best: number; readonly matched: number } | Unsaid {
  const overlap = overlaps[at - 1] ?? 'many';
  if (typeof overlap === 'string') return overlap;
  const sum = (of: (total: TotalResult) => number) =>
    overlap.reduce((all, { sign, total }) => all + sign * of(total), 0);
  return { best: sum(({ incidents }) => incidents.best), matched: sum(({ matched }) => matched) };
}

/** How many times incidents are counted more than once over all sides; null where that is not known. */
export function countedAgain(comparison: ComparisonAnswers): number | null {
  const { sides, union, marks } = comparison;
  const matched = sides.reduce((sum, { total }) => sum + total.matched, 0);
  if (union !== null) return matched - union.matched;
  if (marks.length === 0) return null;
  const ids = marks.flatMap((one) => one.marks.map(({ id }) => id as string));
  // Too many to be listed, or of a series that keeps its rows in.
  if (ids.length < matched || ids.includes('')) {
    const count = sides.length === 2 ? overlapCount(comparison, 1) : 'many';
    return typeof count === 'string' ? null : count.matched;
  }
  return matched - new Set(ids).size;
}
