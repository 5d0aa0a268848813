import { isOwnKey } from '../../series/fields';
import { memberships } from '../../series/hierarchy';
import { baseOf } from '../../series/measures';
import type { SeriesGuide } from '../../series/model';
import { binSpan, binStarts } from '../../time/bin';
import type { DaySpan } from '../../time/day';
import { resolveWindow } from '../../view/resolve';
import type { View } from '../../view/view';
import { type ComparisonAnswers, mayShare, overlapCount, type SideAnswers } from '../compare/plan-comparison';
import { ownClause, sidesOf } from '../compare/sides';
import { binParts } from '../coverage/bin-parts';
import { drawnAs } from '../figures/derived';
import type { TotalResult } from '../result';
import { coveredDays, coveredWithin } from './covered-days';
import { peopleOn } from './people';
import { allowance, countInterval, dispersionOfBins } from './rate';
import { type Compared, compareRates, type Pair, type SharedUnknown, type Side } from './rate-comparisons';
import { isAcrossBreak } from './search-break';
import { dispersionOfView } from './view-dispersion';

interface Windowed {
  readonly side: Side;
  readonly item: string | null;
  readonly view: View;
  readonly window: DaySpan;
  /** Incidents in high. */
  readonly matched: number;
}

/** Less than this is what is left of sums of shares of days. */
const NEAR_NOTHING = 1e-6;

const orNothing = (count: number) => (Math.abs(count) < NEAR_NOTHING ? 0 : count);

/** One side as it is compared: its best count, its covered days, and how much its counts vary, where that is known: of periods, over the whole coverage. */
function sideAt(view: View, guide: SeriesGuide, comparison: ComparisonAnswers, at: number): Windowed | null {
  const side = sidesOf(view, guide)[at];
  const answers = comparison.sides[at];
  if (side === undefined || answers === undefined) return null;
  const { coverage } = guide.meta;
  const window = resolveWindow(side.view, coverage);
  const covered = coveredDays(window, side.view, guide);
  const counts = new Map(answers.bins.bins.map(({ start, best }) => [start, best ?? 0]));
  const bins = binStarts(window.from, window.to, comparison.bin)
    .map((start) => ({ start, span: binSpan(start, comparison.bin) }))
    .filter(({ span }) => !binParts(span, window, coverage).partial)
    .map(({ start, span }) => ({ span, count: counts.get(start) ?? 0, days: coveredWithin(covered, span) }))
    // Bins of which a part was not searched may hold incidents of that part.
    .filter(({ span, days }) => days === span.to - span.from + 1);
  const counted = baseOf(drawnAs({ ...view, split: 'none' }, guide).measure) === 'incidents';
  const { variation } = comparison;
  const ofBins = () => (counted ? dispersionOfBins(bins) : null);
  const dispersion = variation === null ? ofBins() : dispersionOfView(view, guide, variation);
  const people = peopleOn(side.view, guide, covered);
  const uncovered = answers.unsearched.reduce((sum, { incidents }) => sum + incidents.best, 0);
  const count = orNothing(answers.total.incidents.best - uncovered);
  return {
    ...{ item: side.item, view: side.view, window, matched: answers.total.matched },
    side: {
      id: String(at),
      count,
      uncovered: orNothing(uncovered),
      exposure: covered.days,
      people: people === null || people.missing.length > 0 ? null : people.peopleDays,
      less: covered.less.length > 0 || covered.days < window.to - window.from + 1,
      dispersion: allowance(dispersion),
      interval: countInterval(count, dispersion),
    },
  };
}

/** What counts on both of two sides: the best count on covered days, and incidents in high. Null where that is not known. */
interface Shared {
  readonly best: number | null;
  readonly matched: number;
}

const NOTHING_SHARED: Shared = { best: 0, matched: 0 };

/** What two sides hold twice, of what they hold together. */
function heldTwice(sides: readonly [SideAnswers, SideAnswers], together: TotalResult): Shared {
  const [first, second] = sides.map(({ total }) => total) as [TotalResult, TotalResult];
  const best = first.incidents.best + second.incidents.best - together.incidents.best;
  return {
    best: orNothing(best),
    matched: first.matched + second.matched - together.matched,
  };
}

/** What the lists of two views hold twice; null where one is too long to be listed. */
function listedTwice({ sides, marks }: ComparisonAnswers, a: number, b: number): Shared | null {
  const ids = [a, b].map((at) => marks[at]?.marks.map(({ id }) => id as string) ?? []);
  const whole = ids.every((list, place) => list.length === sides[place === 0 ? a : b]?.total.matched);
  if (!whole || ids.some((list) => list.includes(''))) return null;
  const known = new Set(ids[0]);
  const count = ids[1]!.filter((id) => known.has(id)).length;
  return { best: count, matched: count };
}

/** What two views hold twice, as filters count it; else why none do. */
function overlapped(comparison: ComparisonAnswers, at: number): Shared | SharedUnknown {
  const count = overlapCount(comparison, at);
  return typeof count === 'string' ? count : { best: orNothing(count.best), matched: count.matched };
}

/** Whether two sides are ranges, or values, of one field that no incident can lie in both of. */
function areApart(view: View, guide: SeriesGuide, items: readonly [string, string]): boolean {
  const by = view.compare?.by;
  if (by === undefined || by === 'period' || by === 'view' || !isOwnKey(by)) return items[0] !== items[1];
  const ranges = items.map((item) => {
    const { values, range } = ownClause(by, item, guide);
    return range ?? { from: values[0] ?? null, to: values[0] ?? null };
  }) as [Range, Range];
  return isBefore(ranges[0].to, ranges[1].from) || isBefore(ranges[1].to, ranges[0].from);
}

type Range = { readonly from: string | null; readonly to: string | null };

/** Whether a bound lies before another: numbers by their size, days as they are written. */
function isBefore(one: string | null, other: string | null): boolean {
  if (one === null || other === null) return false;
  const [a, b] = [Number(one), Number(other)];
  return Number.isNaN(a) || Number.isNaN(b) ? one < other : a < b;
}

/** What counts on both the first side and another one. */
function sharedWith(
  view: View,
  guide: SeriesGuide,
  comparison: ComparisonAnswers,
  [first, other]: readonly [Windowed, Windowed],
): Shared | SharedUnknown {
  const { sides, union, pairs } = comparison;
  const at = Number(other.side.id);
  const by = view.compare?.by;
  if (by === 'period') return NOTHING_SHARED;
  if (by === 'view') {
    const found = listedTwice(comparison, 0, at) ?? overlapped(comparison, at);
    return typeof found === 'string' ? found : onCoveredDays(found, first, other);
  }
  if (!mayShare(view, guide)) {
    return areApart(view, guide, [first.item ?? '', other.item ?? '']) ? NOTHING_SHARED : 'ranges';
  }
  const together = sides.length === 2 ? union : (pairs[at - 1] ?? null);
  return together === null
    ? 'ranges'
    : onCoveredDays(heldTwice([sides[0]!, sides[at]!], together), first, other);
}

/** What counts on both sides on days on which somebody looked: not known where both have some on others, too. */
function onCoveredDays(shared: Shared, first: Windowed, other: Windowed): Shared {
  const known = shared.best === 0 || first.side.uncovered === 0 || other.side.uncovered === 0;
  return known ? shared : { ...shared, best: null };
}

/** Places are compared by their people, where these are known. */
function comparedBy(view: View, guide: SeriesGuide, first: Side, second: Side): Pair['by'] {
  if (view.compare?.by !== 'region' || !guide.denominators?.length) return 'days';
  return first.people === null || second.people === null ? 'unknown' : 'people';
}

/** How two sides stand to each other; a side that lies whole in the other is a part of it. */
function relationOf(
  view: View,
  guide: SeriesGuide,
  first: Windowed,
  second: Windowed,
  shared: Shared | null,
): Pair['relation'] {
  const by = view.compare?.by;
  if (by === 'period') {
    const apart = first.window.from > second.window.to || second.window.from > first.window.to;
    return apart ? 'apart' : 'same-days';
  }
  const all = Math.min(first.matched, second.matched);
  if (shared !== null && shared.matched > 0 && shared.matched >= all) return 'part';
  if (by !== 'actor') return 'apart';
  const ids = guide.actors.map(({ id }) => id);
  const isPart = memberships(ids, guide.actorRelations).some(
    ({ ancestor, member }) =>
      ancestor !== member &&
      [first.item, second.item].includes(ancestor) &&
      [first.item, second.item].includes(member),
  );
  return isPart ? 'part' : 'apart';
}

/** The sides of a comparison as rates, in its order; empty where nothing is compared. */
export function ratedSides(
  view: View,
  guide: SeriesGuide,
  comparison: ComparisonAnswers | null,
): readonly Side[] {
  if (comparison === null) return [];
  return comparison.sides.flatMap((_, at) => sideAt(view, guide, comparison, at)?.side ?? []);
}

/**
 * The rates of a comparison's sides, each against that of the first. The ids of the sides are their places, as texts. Empty where nothing is
 * compared.
 */
export function sideRates(
  view: View,
  guide: SeriesGuide,
  comparison: ComparisonAnswers | null,
): readonly Compared[] {
  if (view.compare === null || comparison === null) return [];
  const sides = comparison.sides.flatMap((_, at) => sideAt(view, guide, comparison, at) ?? []);
  const [first, ...others] = sides;
  if (first === undefined) return [];
  const pairs = others.map((second): Pair => {
    const found = sharedWith(view, guide, comparison, [first, second]);
    const shared = typeof found === 'string' ? null : found;
    const relation = relationOf(view, guide, first, second, shared);
    const seen = view.across === 'yes' ? 'seen' : 'unseen';
    const across = isAcrossBreak(first, second, guide) ? seen : 'none';
    const by = comparedBy(view, guide, first.side, second.side);
    const best = shared?.best ?? null;
    const why = typeof found === 'string' ? found : 'unsearched';
    const unknown = best === null ? why : null;
    return { first: first.side, second: second.side, relation, shared: best, unknown, across, by };
  });
  return compareRates(pairs);
}
