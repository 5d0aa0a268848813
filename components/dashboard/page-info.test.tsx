import { renderToString } from 'react-dom/server';
import { expect, it, vi } from 'vitest';
import { Activity } from '@/components/charts/activity';
import { EngineProvider } from '@/components/dashboard/state/engine-context';
import { Chips } from '@/components/filters/chips';
import { Facets } from '@/components/filters/facets/facets';
import { Headline } from '@/components/headline/headline';
import { HeadlineNotes } from '@/components/headline/headline-notes';
import { IncidentTable } from '@/components/table/incident-table';
import { Timeline } from '@/components/timeline/timeline';
import { pageInfo } from '@/lib/query/info/page-info';
import type { SeriesInfo } from '@/lib/query/info/series-info';
import { type Answers, answerPlan } from '@/lib/query/plan/answers';
import { planView } from '@/lib/query/plan/plan';
import type { ActorId } from '@/lib/series/model';
import { pack, unpack } from '@/lib/text/packed';
import { parseView } from '@/lib/view/parse';
import { incident, infoOf, link, seriesOf, source, testEngine } from '@/testing/pages/test-dashboard';
import { DashboardProvider } from './state/dashboard-context';

vi.mock('next/navigation', () => ({ useSearchParams: () => new URLSearchParams('q=raid') }));

/** Twelve actors of whom more is told than a dashboard shows, and a codebook that says what the killed include. */
const names = Array.from({ length: 12 }, (_, at) => `unit-${at}`);
const base = seriesOf(
  names.map((name, at) =>
    incident(`i${at}`, `2021-05-${10 + at}`, {
      ...{ title: `Raid ${at}`, links: [link(name)], sources: [source('s').id] },
      fatalities: { low: at, best: at, high: 2 * at },
    }),
  ),
);
const [actor] = base.actors;
if (actor === undefined) throw new Error('no actor');
const series = {
  ...base,
  meta: {
    ...base.meta,
    provenance: ['Read in the papers.'],
    codebook: [
      { field: 'fatalities', meaning: 'Killed, soldiers and civilians alike.' },
      { field: 'place', meaning: 'Where it was.' },
    ],
  },
  actors: names.map((id) => ({
    ...actor,
    id: id as ActorId,
    name: `The ${id}`,
    shortName: id,
    notes: 'Founded in 1990.',
  })),
};

it('draws from packed texts what it draws from the objects, and is spared what it does not show', async () => {
  const { engine } = testEngine(series);
  const info = infoOf(series);
  const { view } = parseView(series.meta.id, new URLSearchParams('q=raid'));
  const initial = await answerPlan(engine, planView(view, info));
  const draw = (known: SeriesInfo, answers: Answers) =>
    renderToString(
      <EngineProvider engine={engine}>
        <DashboardProvider info={known} initial={answers}>
          <Headline />
          <HeadlineNotes />
          <Chips />
          <Facets />
          <Timeline />
          <Activity />
          <IncidentTable />
        </DashboardProvider>
      </EngineProvider>,
    );
  const text = pack(pageInfo(info));
  const drawn = draw(unpack(text), unpack(pack(initial)));
  expect(drawn).toBe(draw(info, initial));
  expect(drawn).toContain('Killed, soldiers and civilians alike.');
  for (const told of ['Founded in 1990.', 'Read in the papers.', 'Where it was.'])
    expect(text).not.toContain(told);
});
