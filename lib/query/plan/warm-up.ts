import { addDays, formatDay } from '../../time/day';
import { parseView } from '../../view/parse';
import type { Engine } from '../engine';
import { inTurn } from '../in-turn';
import type { SeriesInfo } from '../info/series-info';
import { answerPlan } from './answers';
import { planView } from './plan';

/**
 * Asks for a window inside the coverage, and for the largest group of a split, whose answers nobody waits for: whatever any window and any
 * filter need is read and added up then, and not when a reader takes the first one. One query at a time, so that readers' own go before the next.
 */
export async function warmUp(engine: Engine, info: SeriesInfo, signal: AbortSignal): Promise<void> {
  const { id, coverage } = info.guide.meta;
  const split = (['actor', 'type', 'region'] as const).find((one) => info.ranking[one].length > 0);
  const window = { from: formatDay(addDays(coverage.from, 1)), to: formatDay(addDays(coverage.to, -1)) };
  const views = [window, ...(split === undefined ? [] : [{ [split]: info.ranking[split][0]! }])];
  const turns = inTurn(engine);
  for (const params of views) {
    const { view } = parseView(id, new URLSearchParams(params), { standard: info.standard });
    await answerPlan(turns, planView(view, info), signal);
  }
}
