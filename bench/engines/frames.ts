import type { Engine } from '../../lib/query/engine';
import type { SeriesInfo } from '../../lib/query/info/series-info';
import { planInSight } from '../../lib/query/plan/in-sight';
import { type Plan, planView } from '../../lib/query/plan/plan';
import type { Query } from '../../lib/query/query';
import { type Day, formatDay } from '../../lib/time/day';
import { parseView } from '../../lib/view/parse';

const STEPS = 400;
/** Days by which both ends of the window move. */
const STEP = 3;

/** What is within the margin of a screen of 1280 × 800 at the standard view of such a series, as a browser asks for it: the chart and the first filters. */
const ON_SCREEN = new Set(['initiator', 'activity', 'activityRest', 'days', 'actor', 'type', 'region']);

/** All queries of a plan that have a window: the others are remembered from frame to frame. */
function moving({
  facets,
  overview: _,
  anyTime: __,
  typesAnyTime: ___,
  days,
  comparison: ____,
  ...panels
}: Plan) {
  return [...Object.values(facets), ...Object.values(panels), ...(days ?? [])];
}

/** What a frame asks of a page of which so much is in sight, after the one before. */
export function inSight(plan: Plan, before: Plan): readonly (Query | null)[] {
  const unseen = new Set(moving(before));
  return moving(planInSight(plan, before, ON_SCREEN).plan).filter((query) => !unseen.has(query));
}

/** What is asked for a plan after the one before. */
type Asked = (plan: Plan, before: Plan) => readonly (Query | null)[];

/** The queries that follow the brush, by what they are for, and those beside it that a rest asks for. */
const PARTS: Readonly<Record<string, Asked>> = {
  'a frame at 1280 × 800': inSight,
  'all of a plan': moving,
  'the filters': (plan) => Object.values(plan.facets),
  'the bins': ({ activity, activityRest, activityTotal, cells }) => [
    activity,
    activityRest,
    activityTotal,
    cells,
  ],
  'the headline': ({ total }) => [total],
  'the lanes': ({ lanes }) => [lanes],
  'the 26 queries of these panels': (plan) => [
    ...Object.values(plan.facets),
    ...[plan.activity, plan.activityRest, plan.activityTotal, plan.cells, plan.total, plan.lanes],
  ],
  'beside it: the first page': ({ rows }) => [rows],
  'the calm and the last incident': ({ spells }) => [spells],
};

function quantile(times: readonly number[], share: number): string {
  const sorted = times.toSorted((a, b) => a - b);
  return (sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN).toFixed(0);
}

function microseconds(): number {
  const { user, system } = process.cpuUsage();
  return user + system;
}

/** The plans of a window that moves on, as a page makes them. */
export function plansOf(info: SeriesInfo): readonly Plan[] {
  const { id } = info.guide.meta;
  const { from, to } = info.guide.meta.coverage;
  const [first, last] = [from + Math.floor((to - from) / 8), from + Math.floor((to - from) / 2)];
  return Array.from({ length: STEPS }, (_, step) => {
    const [begin, end] = [first, last].map((day) => formatDay((day + step * STEP) as Day));
    const { view } = parseView(id, new URLSearchParams(`from=${begin}&to=${end}`), {
      standard: info.standard,
    });
    return planView(view, info);
  });
}

interface Times {
  readonly processor: readonly number[];
  readonly clock: readonly number[];
}

/** What each step takes, in microseconds. */
async function timesOf(engine: Engine, plans: readonly Plan[], asked: Asked): Promise<Times> {
  const [processor, clock]: [number[], number[]] = [[], []];
  for (const [step, plan] of plans.entries()) {
    const queries = asked(plan, plans[step - 1] ?? plan).filter((query) => query !== null);
    const [used, begun] = [microseconds(), performance.now()];
    for (const query of queries) await engine.run(query);
    clock.push((performance.now() - begun) * 1000);
    processor.push(microseconds() - used);
  }
  return { processor, clock };
}

/**
 * Asks for a window that moves on by three days (of all parts, or those whose name holds `only`), and prints microseconds of the processor and by the clock for a
 * step: of the second pass over all parts, for code is slow until it has run for a while; and of the very first step, which makes what the others use.
 */
export async function measureFrames(engine: Engine, info: SeriesInfo, only = ''): Promise<void> {
  const plans = plansOf(info);
  const parts = Object.entries(PARTS).filter(([what]) => what.includes(only));
  const first = new Map<string, number>();
  for (const [what, asked] of parts) first.set(what, (await timesOf(engine, plans, asked)).clock[0] ?? 0);
  for (const [what, asked] of parts) {
    const { processor, clock } = await timesOf(engine, plans, asked);
    const [worked, passed] = [processor, clock].map(
      (times) =>
        `${quantile(times, 0.1)} (10 %) ${quantile(times, 0.5)} (median) ${quantile(times, 0.95)} (95 %)`,
    );
    console.log(
      `${what.padEnd(32)} processor ${worked} · clock ${passed} µs, first ${first.get(what)?.toFixed(0)}`,
    );
  }
}
