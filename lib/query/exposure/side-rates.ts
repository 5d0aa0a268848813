import { isSingle } from '../../series/facets';
import { memberships } from '../../series/hierarchy';
import { baseOf } from '../../series/measures';
import type { SeriesGuide } from '../../series/model';
import { binSpan, binStarts } from '../../time/bin';
import type { DaySpan } from '../../time/day';
import { resolveWindow } from '../../view/resolve';
import type { View } from '../../view/view';
import { type ComparisonAnswers, countedAgain } from '../compare/plan-comparison';
import { sidesOf } from '../compare/sides';
import { binParts } from '../coverage/bin-parts';
import { drawnAs } from '../figures/derived';
import { coveredDays, coveredWithin } from './covered-days';
import { allowance, dispersionOfBins } from './rate';
import { type Compared, compareRates, type Pair, type Side } from './rate-comparisons';

interface Windowed {
  readonly side: Side;
  readonly item: string | null;
  readonly window: DaySpan;
  /** Incidents in high: what is counted as shared is counted there. */
  readonly matched: number;
}

/** One side as it is compared: its best count, its covered days, and how much its counts vary, where its bins count incidents. */
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
    .map(({ start, span }) => ({ count: counts.get(start) ?? 0, days: coveredWithin(covered, span) }))
    .filter(({ days }) => days > 0);
  const counted = baseOf(drawnAs({ ...view, split: 'none' }, guide).measure) === 'incidents';
  return {
    item: side.item,
    window,
    matched: answers.total.matched,
    side: {
      id: String(at),
      count: answers.total.incidents.best,
      exposure: covered.days,
      less: covered.less.length > 0 || covered.days < window.to - window.from + 1,
      dispersion: counted ? allowance(dispersionOfBins(bins)) : 1,
    },
  };
}

/** How many incidents count on both of two sides; null where that is not known. */
function sharedBy(view: View, guide: SeriesGuide, comparison: ComparisonAnswers, a: number, b: number) {
  const { compare } = view;
  if (compare === null) return null;
  if (compare.by === 'period') return 0;
  const again = countedAgain(comparison);
  if (again === 0 || comparison.sides.length === 2) return again;
  if (compare.by !== 'view') return isKnownSingle(compare.by, guide) ? 0 : null;
  const [one, other] = [comparison.marks[a], comparison.marks[b]];
  if (again === null || one === undefined || other === undefined) return null;
  const ids = new Set(one.marks.map(({ id }) => id));
  return other.marks.filter(({ id }) => ids.has(id)).length;
}

type By = Exclude<NonNullable<View['compare']>['by'], 'period' | 'view'>;

/** Certainties are those of links, of which an incident can have several. */
function isKnownSingle(by: By, guide: SeriesGuide): boolean {
  return by !== 'certainty' && isSingle(guide, by);
}

/** How two sides stand to each other; a side that lies whole in the other is a part of it. */
function relationOf(
  view: View,
  guide: SeriesGuide,
  first: Windowed,
  second: Windowed,
  shared: number | null,
): Pair['relation'] {
  const by = view.compare?.by;
  if (by === 'period') {
    const apart = first.window.from > second.window.to || second.window.from > first.window.to;
    return apart ? 'apart' : 'same-days';
  }
  if (shared !== null && shared > 0 && (shared >= first.matched || shared >= second.matched)) return 'part';
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
  const pairs = others.map((second, place): Pair => {
    const shared = sharedBy(view, guide, comparison, 0, place + 1);
    const relation = relationOf(view, guide, first, second, shared);
    return { first: first.side, second: second.side, relation, shared };
  });
  return compareRates(pairs);
}
