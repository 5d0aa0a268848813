import { type Dispersion, pairedDispersion } from '../../stats/dispersion';
import { binSpan, binStarts } from '../../time/bin';
import { withoutWindow } from '../../view/change';
import { resolveWindow } from '../../view/resolve';
import type { View } from '../../view/view';
import { binParts } from '../coverage/bin-parts';
import type { SearchGuide } from '../coverage/watched';
import type { BinsResult } from '../result';
import { coveredDays, coveredWithin } from './covered-days';

/** With fewer whole bins nothing is known of how much counts vary. */
const LEAST_BINS = 8;

/**
 * How much the counts of a view vary from one bin to the next, over those of the whole coverage that were searched on all their days
 * (`overview`): a change from one stretch to another, which is what is asked, is no part of it. Null where they do not vary more than by chance.
 */
export function dispersionOfView(view: View, guide: SearchGuide, { bins }: BinsResult): Dispersion | null {
  const { coverage } = guide.meta;
  const { bin } = resolveWindow({ ...withoutWindow(view), bin: null }, coverage);
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
