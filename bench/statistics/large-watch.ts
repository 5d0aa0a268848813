/**
 * How long a watch over a large series takes: `node --max-old-space-size=6000 --import tsx bench/statistics/large-watch.ts [incidents]`.
 * Made-up incidents of ten years, a million unless said otherwise, seed 20261128, with 500 actors and 80 regions by Zipf and 8 types, held in columns. The
 * watch looks at all of them, at each value, and at each value in each region. Beside the clock stands the time of the processor, which a busy
 * machine does not stretch; how long the counts took, of which the scan takes no part; and for how long at most the thread could answer nobody else.
 */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { columnarEngine } from '../../lib/engine/columnar/columnar-engine';
import { ColumnsBuilder } from '../../lib/engine/columnar/columns/columns-builder';
import { inTurn } from '../../lib/query/in-turn';
import { loadInfo } from '../../lib/query/info/load-info';
import { countSlices } from '../../lib/query/watch/slices';
import { watchView } from '../../lib/query/watch/watch';
import type { Actor, ActorId, Incident, IncidentId, Link, RegionId, TypeId } from '../../lib/series/model';
import { UNSAID } from '../../lib/series/unsaid';
import { binStarts } from '../../lib/time/bin';
import { addDays, formatDay, toDay } from '../../lib/time/day';
import { parseEventDate } from '../../lib/time/edtf';
import { defaultView } from '../../lib/view/keys';
import { EXAMPLE_GUIDE } from '../../testing/series/example-guide';
import { diceOf, seeded } from '../synthetic/random';

const INCIDENTS = Number(process.argv[2] ?? 1_000_000);
const [ACTORS, REGIONS, TYPES] = [500, 80, 8] as const;
const [FROM, DAYS] = [toDay(2014, 1, 1), 3652] as const;
const ids = (name: string, count: number) => Array.from({ length: count }, (_, i) => `${name}-${i}`);

const actors = ids('actor', ACTORS).map((id): Actor => ({ ...EXAMPLE_GUIDE.actors[0]!, id: id as ActorId }));
const guide = {
  ...EXAMPLE_GUIDE,
  actors,
  actorRelations: [],
  types: ids('type', TYPES).map((id) => ({ id: id as TypeId, label: id, description: null })),
  regions: ids('region', REGIONS).map((id) => ({ id: id as RegionId, label: id, country: null })),
  meta: {
    ...EXAMPLE_GUIDE.meta,
    coverage: { ...EXAMPLE_GUIDE.meta.coverage, from: FROM, to: addDays(FROM, DAYS - 1) },
  },
};

const dates = Array.from({ length: DAYS }, (_, day) => {
  const parsed = parseEventDate(formatDay(addDays(FROM, day)));
  if (parsed.kind === 'problem') throw new Error(parsed.reason);
  return parsed.date;
});

function draw(dice: ReturnType<typeof diceOf>, place: number): Incident {
  const link: Link = {
    ...({ relation: 'attributed', certainty: 'certain', claimant: null } as const),
    ...{ actor: actors[dice.zipf(ACTORS)]!.id, disputedBy: [], outlet: null, date: null, sources: [] },
  };
  return {
    ...UNSAID,
    id: String(place) as IncidentId,
    date: dates[dice.below(DAYS)]!,
    title: 'Made up',
    initiator: 'non-state',
    type: guide.types[dice.below(TYPES)]!.id,
    regions: [guide.regions[dice.zipf(REGIONS)]!.id],
    links: [link],
  };
}

async function timed<T>(what: string, run: () => Promise<T>): Promise<T> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const [begun, used] = [performance.now(), process.cpuUsage()];
  const value = await run();
  const { user, system } = process.cpuUsage(used);
  delay.disable();
  const cpu = (user + system) / 1000;
  const held = Math.round(delay.max / 1e6);
  console.log(
    `${what}: ${Math.round(performance.now() - begun)} ms, of the processor ${Math.round(cpu)} ms, the thread held for at most ${held} ms`,
  );
  return value;
}

async function main(): Promise<void> {
  const dice = diceOf(seeded(20261128));
  const builder = new ColumnsBuilder();
  for (let place = 0; place < INCIDENTS; place++) builder.add(draw(dice, place));
  // As on the server: it gives way between queries.
  const engine = inTurn(columnarEngine(await builder.finish({ ...guide, sources: [] })));
  const about = { guide, revision: '0'.repeat(64), published: '2026-11-28', incidents: INCIDENTS };
  const info = await loadInfo(engine, about);
  const view = defaultView(guide.meta.id, info.standard);
  const { from, to } = guide.meta.coverage;
  const bins = { span: { from, to }, bin: 'week', starts: binStarts(from, to, 'week') } as const;
  const slices = await timed('counts alone', () => countSlices(engine, view, info, bins));
  console.log(`${INCIDENTS} incidents, ${slices.length} slices`);
  await timed('counts alone, asked again', () => countSlices(engine, view, info, bins));
  const watch = await timed('the watch', () => watchView(engine, view, info));
  console.log(
    `${watch.slices} slices with three incidents, ${watch.tests} tests, ${watch.notices.length} notices`,
  );
}

await main();
