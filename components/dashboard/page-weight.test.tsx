import { renderToString } from 'react-dom/server';
import { expect, it } from 'vitest';
import { Activity } from '@/components/charts/activity';
import { EngineProvider } from '@/components/dashboard/state/engine-context';
import { Facets } from '@/components/filters/facets/facets';
import { Headline } from '@/components/headline/headline';
import { IncidentTable } from '@/components/table/incident-table';
import { Timeline } from '@/components/timeline/timeline';
import { answerPlan } from '@/lib/query/plan/answers';
import { planView } from '@/lib/query/plan/plan';
import type { ActorId } from '@/lib/series/model';
import { formatDay, toDay } from '@/lib/time/day';
import { parseView } from '@/lib/view/parse';
import { incident, infoOf, link, seriesOf, testEngine } from '@/testing/pages/test-dashboard';
import { DashboardProvider } from './state/dashboard-context';

/** Three incidents a day for a year, more than are drawn as marks, of so many actors and as many values of four fields. */
function large(many: number) {
  const names = Array.from({ length: many }, (_, at) => `unit-${at}`);
  const fields = ['weapon', 'unit', 'town', 'road'].map((id) => ({
    ...{ id, label: id, kind: 'category' as const, many: false, unit: null },
    ...{ aggregate: 'none' as const, column: null, description: null },
  }));
  const incidents = Array.from({ length: 1095 }, (_, at) => {
    const name = names[(at * 7) % many] ?? '';
    return incident(`i${at}`, formatDay(toDay(2020, 1, 1 + Math.floor(at / 3))), {
      ...{ title: `Raid ${at} on a post`, links: [link(name)] },
      own: Object.fromEntries(fields.map(({ id }, nth) => [id, `${id} ${(at * (nth + 3)) % many}`])),
    });
  });
  const base = seriesOf(incidents, { fields });
  const [actor] = base.actors;
  if (actor === undefined) throw new Error('no actor');
  return { ...base, actors: names.map((id) => ({ ...actor, id: id as ActorId, name: id, shortName: id })) };
}

it('draws a page of hundreds of values with no more than 2,500 elements and 250 kB', async () => {
  const series = large(400);
  const { engine } = testEngine(series);
  const info = infoOf(series);
  const { view } = parseView(series.meta.id, new URLSearchParams());
  const initial = await answerPlan(engine, planView(view, info));
  expect(initial.marks.marks).toHaveLength(0);
  const html = renderToString(
    <EngineProvider engine={engine}>
      <DashboardProvider info={info} initial={initial}>
        {[Headline, Facets, Timeline, Activity, IncidentTable].map((Panel) => (
          <Panel key={Panel.name} />
        ))}
      </DashboardProvider>
    </EngineProvider>,
  );
  const elements = html.match(/<[a-z]/g)?.length ?? 0;
  expect(elements).toBeGreaterThan(500);
  expect(elements).toBeLessThan(2500);
  expect(html.length).toBeLessThan(200_000);
});
