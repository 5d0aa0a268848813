import { addDays, formatDay } from '../../time/day';
import { parseView } from '../../view/parse';
import type { Engine } from '../engine';
import { inTurn } from '../in-turn';
import type { SeriesInfo } from '../info/series-info';
import { answerPlan } from './answers';
import { planView } from './plan';

/** Incidents from which on the first window and the first filters of a reader would be slow. */
export const WARMED_FROM = 200_000;

/**
 * Groups that are asked for beside the largest: code is slow until it has run a few times. They stand so far down the ranking that few
 * incidents are theirs, but more than are drawn as marks one by one.
 */
const [SMALLER, DOWN] = [4, 16] as const;

/**
 * Asks for a window inside the coverage, for the largest group of a split and for some smaller ones, whose answers nobody waits for: whatever
 * any window and any filter need is read and added up then, and not when a reader takes the first one. One query at a time, so that readers'
 * own go before the next.
 */
export async function warmUp(engine: Engine, info: SeriesInfo, signal?: AbortSignal): Promise<void> {
  const { id, coverage } = info.guide.meta;
  const split = (['actor', 'type', 'region'] as const).find((one) => info.ranking[one].length > 0);
  const window = { from: formatDay(addDays(coverage.from, 1)), to: formatDay(addDays(coverage.to, -1)) };
  const groups = split === undefined ? [] : info.ranking[split];
  const down = Math.max(1, Math.floor(groups.length / DOWN));
  const asked = [...groups.slice(0, 1), ...groups.slice(down, down + SMALLER)];
  const views = [window, ...asked.map((group) => ({ [split!]: group }))];
  const turns = inTurn(engine);
  for (const params of views) {
    const { view } = parseView(id, new URLSearchParams(params), { standard: info.standard });
    await answerPlan(turns, planView(view, info), signal);
  }
}
