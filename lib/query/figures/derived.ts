import { aggregateOf } from '../../series/fields';
import { derivedOf, type Formula, type Measure } from '../../series/measures';
import type { SeriesGuide } from '../../series/model';
import { isStacked, type Mode, type View } from '../../view/view';
import type { Basis, CellValue } from '../result';
import { meanOf } from './sums';

type Guide = Pick<SeriesGuide, 'fields'>;

const NOTHING: Basis = {
  ...{ matched: 0, reported: 0, sure: 0, inBest: 0, added: 0, weight: 0 },
  ...{ withoutBest: 0, open: 0, sum: null },
};

/** Where no incident is, there is nothing to divide, and that is no zero. */
const NO_FIGURE: CellValue = { low: null, best: null, high: null, basis: NOTHING };

/**
 * A sum divided by the incidents behind it. Best: what adds to best, by what it counts for. Low: the low sum over all
 * that report anything; high: the high sum over those alone that surely count, at least one. So no reading of what is in
 * doubt leads beyond the two. Null where the sum is.
 */
function perIncident({ low, best, high, basis }: CellValue): CellValue {
  if (basis === null || basis.matched === 0) return NO_FIGURE;
  const mean = best === null ? null : meanOf({ basis }).best;
  const { reported, sure } = basis;
  return {
    low: low === null || reported === 0 ? null : low / reported,
    best: mean,
    high: high === null ? null : high / Math.max(1, sure),
    basis,
  };
}

/**
 * A count in per cent of all. Low: the least of it among the most of all; high: the most of it among the least of all,
 * and among no fewer than itself.
 */
function shareOf(part: CellValue, all: CellValue): CellValue {
  if (all.high === null || all.high === 0) return NO_FIGURE;
  const [low, best, high] = [part.low ?? 0, part.best ?? 0, part.high ?? 0];
  const most = Math.max(all.low ?? 0, high);
  return {
    low: (100 * low) / all.high,
    best: all.best === null || all.best === 0 ? null : Math.min(100, (100 * best) / all.best),
    high: most === 0 ? 0 : (100 * high) / most,
    basis: null,
  };
}

/** All in per cent of all. */
function whole({ high }: CellValue): CellValue {
  return high === null || high === 0 ? NO_FIGURE : { low: 100, best: 100, high: 100, basis: null };
}

/** How the figures of a measure follow from what engines add up: of a group beside that of all groups together. */
export interface Working {
  readonly ofGroup: (value: CellValue, all: CellValue) => CellValue;
  readonly ofAll: (value: CellValue) => CellValue;
}

/** Of what engines add up themselves. */
export const AS_IT_IS: Working = { ofGroup: (value) => value, ofAll: (value) => value };

const FORMULAS: Readonly<Record<Formula, Working>> = {
  share: { ofGroup: shareOf, ofAll: whole },
  'per-incident': { ofGroup: perIncident, ofAll: perIncident },
};

/** Whether a measure is one of means, which do not add up. */
export function isMean(guide: Guide, measure: Measure): boolean {
  return derivedOf(measure)?.formula === 'per-incident' || aggregateOf(guide, measure) === 'mean';
}

/** Of any measure, in per cent of that of all groups together. */
export const AS_SHARES: Working = FORMULAS.share;

/** The working of a measure, also over running sums of what engines add up. */
export function workingOf(guide: Guide, measure: Measure): Working {
  const derived = derivedOf(measure);
  if (derived !== undefined) return FORMULAS[derived.formula];
  if (!isMean(guide, measure)) return AS_IT_IS;
  const mean = ({ basis }: CellValue) => (basis === null ? NO_FIGURE : meanOf({ basis }));
  return { ofGroup: mean, ofAll: mean };
}

/** Why a chart is not what the address asks for: a share without groups, or a stack of means. */
export type Instead = 'no-groups' | 'no-stack';

/** What is drawn of a view: its measure and its mode, where they make sense. */
export interface Drawn {
  readonly measure: Measure;
  readonly mode: Mode;
  readonly instead: Instead | null;
}

/** Whether stretches of steady rate are drawn: over bars of incidents that add up to all of them. */
export function drawsSteps({ steps }: Pick<View, 'steps'>, { measure, mode }: Drawn): boolean {
  return steps === 'on' && measure === 'incidents' && mode === 'stack';
}

/**
 * The measure and the mode in which a view is drawn. Without groups each bin is all of itself, so that of a share the
 * incidents are drawn; and means do not add up, so that they are drawn as lines where a stack is asked for.
 */
export function drawnAs(
  { measure, mode, split }: Pick<View, 'measure' | 'mode' | 'split'>,
  guide: Guide,
): Drawn {
  const derived = derivedOf(measure);
  const asShare = derived?.formula === 'share';
  // A calendar has one figure a bin, of all groups together.
  const grouped = split !== 'none' && mode !== 'calendar';
  if (!grouped && (asShare || mode === 'share')) {
    const base = asShare ? derived.base : measure;
    return { measure: base, mode: mode === 'share' ? 'stack' : mode, instead: 'no-groups' };
  }
  if (grouped && isStacked(mode) && isMean(guide, measure)) {
    return { measure, mode: 'lines', instead: 'no-stack' };
  }
  return { measure: asShare && mode === 'share' ? derived.base : measure, mode, instead: null };
}
