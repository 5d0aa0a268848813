import type { ComponentType } from 'react';
import { renderToString } from 'react-dom/server';
import { describe, expect, it, vi } from 'vitest';
import { Activity } from '@/components/charts/activity';
import { Compare } from '@/components/compare/compare';
import { EngineProvider } from '@/components/dashboard/state/engine-context';
import { ActorFacet } from '@/components/filters/facets/actor-facet';
import { Facets } from '@/components/filters/facets/facets';
import { RegionFacet } from '@/components/filters/facets/region-facet';
import { DisputedSwitch, ScopeSwitch } from '@/components/filters/facets/switches';
import { ValueFacet } from '@/components/filters/facets/value-facet';
import { FilterButton } from '@/components/filters/filter-sheet';
import { Headline } from '@/components/headline/headline';
import { HeadlineNotes } from '@/components/headline/headline-notes';
import { Busy } from '@/components/notices/busy';
import { EmptyState } from '@/components/notices/empty-state';
import { SelectionCard } from '@/components/selection/selection-card';
import { IncidentTable } from '@/components/table/incident-table';
import { Overview } from '@/components/timeline/overview/overview';
import { Timeline } from '@/components/timeline/timeline';
import { StandsOut } from '@/components/watch/stands-out';
import { type Answers, answerPlan } from '@/lib/query/plan/answers';
import { type Part, partsOf } from '@/lib/query/plan/in-sight';
import { planView } from '@/lib/query/plan/plan';
import { parseView } from '@/lib/view/parse';
import type { View } from '@/lib/view/view';
import { infoOf, testEngine } from '@/testing/pages/test-dashboard';
import { SMALL } from '@/testing/pages/test-series';
import { DRAWN_BY_NOTES, DRAWN_BY_TABLE, DRAWN_BY_TIMELINE, drawnByChart, drawnByPage } from './drawn-parts';
import { DashboardProvider } from './state/dashboard-context';

let address = '';
vi.mock('next/navigation', () => ({ useSearchParams: () => new URLSearchParams(address) }));

const info = infoOf(SMALL);

/** The same object, and the names of what is read of it. */
function listened<T extends object>(of: T, read: Set<string>): T {
  return new Proxy(of, {
    get(target, key) {
      read.add(String(key));
      return Reflect.get(target, key);
    },
  });
}

/** What a component reads of the answers to a view that may wait where it is out of sight. */
async function partsRead(Panel: ComponentType, view: View): Promise<readonly string[]> {
  const { engine } = testEngine(SMALL);
  const plan = planView(view, info);
  const answers = await answerPlan(engine, plan);
  const read = new Set<string>();
  const initial: Answers = listened({ ...answers, facets: listened(answers.facets, read) }, read);
  renderToString(
    <EngineProvider engine={engine}>
      <DashboardProvider info={info} initial={initial}>
        <Panel />
      </DashboardProvider>
    </EngineProvider>,
  );
  return partsOf(plan).filter((part) => read.has(part));
}

const VIEWS = [
  '',
  'split=type',
  'split=none&mode=cumulative',
  'mode=lines&split=none&bin=day&from=2020-03&to=2020-05',
  'actor=red&compare=actor:red,blue',
  'select=2021-06',
  'actor=green&region=north',
  'initiator=state&scope=out&type=bombing',
];

const DRAWN: readonly (readonly [ComponentType, (view: View) => readonly Part[]])[] = [
  [Activity, drawnByChart],
  [Timeline, () => DRAWN_BY_TIMELINE],
  [IncidentTable, () => DRAWN_BY_TABLE],
  [ActorFacet, () => ['actor']],
  [RegionFacet, () => ['region']],
  [DisputedSwitch, () => ['disputed']],
  [ScopeSwitch, () => ['scope']],
  [() => <ValueFacet facet="type" title="Type" order="by-count" />, () => ['type']],
  [HeadlineNotes, () => DRAWN_BY_NOTES],
  ...[Headline, Overview, Compare, StandsOut, Busy, EmptyState, SelectionCard, FilterButton].map(
    (Panel) => [Panel, () => []] as const,
  ),
];

describe.each(VIEWS)('at the address ?%s', (query) => {
  address = query;
  const { view } = parseView(SMALL.meta.id, new URLSearchParams(query));

  it.each(DRAWN)('%o draws no more of what may wait than it says', async (Panel, drawn) => {
    address = query;
    const said: readonly string[] = [...drawnByPage(view), ...drawn(view)];
    expect((await partsRead(Panel, view)).filter((part) => !said.includes(part))).toEqual([]);
  });
});

it('hears of what is drawn', async () => {
  address = '';
  const { view } = parseView(SMALL.meta.id, new URLSearchParams());
  expect(await partsRead(IncidentTable, view)).toContain('rows');
  expect(await partsRead(Timeline, view)).toContain('marks');
  expect(await partsRead(Activity, view)).toContain('activity');
  expect(await partsRead(Facets, view)).toEqual(expect.arrayContaining(['actor', 'type', 'region']));
});
