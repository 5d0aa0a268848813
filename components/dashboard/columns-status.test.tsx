// @vitest-environment jsdom
import { cleanup, render, waitFor } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import type { ColumnsSource, ColumnsState } from '@/lib/client/served/columns-state';
import { answerPlan } from '@/lib/query/plan/answers';
import { planView } from '@/lib/query/plan/plan';
import { parseView } from '@/lib/view/parse';
import { infoOf, testEngine } from '@/testing/pages/test-dashboard';
import { SMALL } from '@/testing/pages/test-series';
import { ColumnsStatus } from './columns-status';
import { DashboardProvider } from './state/dashboard-context';
import { EngineProvider } from './state/engine-context';

vi.mock('./panels', () => ({ panelsReady: async () => {} }));
afterEach(cleanup);

/** The first days of the tables that a page asks for by itself, whose columns fare so. */
async function page(kind: ColumnsState['kind']) {
  const { engine, asked } = testEngine(SMALL);
  const state = { kind } as ColumnsState;
  const columns = { state: () => state, subscribe: () => () => {}, offer: () => {} };
  const { view } = parseView(SMALL.meta.id, new URLSearchParams());
  const info = infoOf(SMALL);
  const initial = await answerPlan(testEngine(SMALL).engine, planView(view, info));
  render(
    <EngineProvider engine={engine} columns={columns as unknown as ColumnsSource}>
      <DashboardProvider info={info} initial={initial}>
        <ColumnsStatus offer={{ at: '/columns', incidents: SMALL.incidents.length }} />
      </DashboardProvider>
    </EngineProvider>,
  );
  return () => asked.flatMap((query) => (query.kind === 'rows' ? [query.filter.from] : []));
}

const { from } = SMALL.meta.coverage;

it('has the columns of a page made ready for another window and some filters once they are here', async () => {
  const asked = await page('here');
  await waitFor(() => expect(asked()).toEqual([from + 1, from, from, from]));
});

it('asks a server for nothing that no reader wants', async () => {
  const asked = await page('stays');
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(asked()).toEqual([]);
});
