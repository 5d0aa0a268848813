import { inTurn } from '../../engine/columnar/in-turn';
import type { Engine } from '../../query/engine';
import type { SeriesInfo } from '../../query/info/series-info';
import { answerPlan } from '../../query/plan/answers';
import { planView } from '../../query/plan/plan';
import { addDays, formatDay } from '../../time/day';
import { parseView } from '../../view/parse';

/**
 * Asks for a window inside the coverage, whose answers nobody waits for: whatever any window needs is read and added up then,
 * and not when a reader moves the first one. One query at a time, so that readers' own go before the next.
 */
export async function warmUp(engine: Engine, info: SeriesInfo, signal: AbortSignal): Promise<void> {
  const { id, coverage } = info.guide.meta;
  const params = new URLSearchParams({
    from: formatDay(addDays(coverage.from, 1)),
    to: formatDay(addDays(coverage.to, -1)),
  });
  const { view } = parseView(id, params, { standard: info.standard });
  await answerPlan(inTurn(engine), planView(view, info), signal);
}
