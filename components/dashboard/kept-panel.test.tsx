import { useId } from 'react';
import { renderToString } from 'react-dom/server';
import { expect, it, vi } from 'vitest';
import { answerPlan } from '@/lib/query/plan/answers';
import { planView } from '@/lib/query/plan/plan';
import { parseView } from '@/lib/view/parse';
import { infoOf, testEngine } from '@/testing/pages/test-dashboard';
import { SMALL } from '@/testing/pages/test-series';
import { keptPanel } from './kept-panel';
import { DashboardProvider, useDashboard, useSettled } from './state/dashboard-context';
import { EngineProvider, useEngine } from './state/engine-context';

let search = '';
vi.mock('next/navigation', () => ({ useSearchParams: () => new URLSearchParams(search) }));

/** Two panels that count how often they are drawn, the first of which is kept. */
function panels() {
  const drawn = { kept: 0, other: 0 };
  const panel = (name: keyof typeof drawn) =>
    function Panel() {
      const { view } = useDashboard();
      drawn[name] += 1;
      return (
        <p id={useId()}>
          {useEngine().name} {view.actors.join() || 'all'}: {useSettled().answers.total.matched}
        </p>
      );
    };
  return { drawn, Kept: keptPanel('kept', panel('kept')), Other: panel('other') };
}

it('draws a panel once for a revision and a view, and says what one that is drawn anew says', async () => {
  const { drawn, Kept, Other } = panels();
  const { engine } = testEngine(SMALL);
  const page = async (query: string, info: ReturnType<typeof infoOf>) => {
    search = query;
    const { view } = parseView(SMALL.meta.id, new URLSearchParams(query));
    const initial = await answerPlan(engine, planView(view, info));
    const html = renderToString(
      <EngineProvider engine={engine}>
        <DashboardProvider info={info} initial={initial}>
          <Kept />
          <Other />
        </DashboardProvider>
      </EngineProvider>,
    );
    const texts = [...html.replaceAll('<!-- -->', '').matchAll(/<p id="?([^">]+)"?>([^<]+)/g)];
    expect(texts.map(([, , text]) => text)).toEqual(Array(2).fill(texts[0]?.[2]));
    expect(new Set(texts.map(([, id]) => id)).size).toBe(2);
    return texts[0]?.[2];
  };
  const [first, opened] = [infoOf(SMALL), infoOf(SMALL)];
  const all = await page('', first);
  expect(all).toMatch(/ all: [1-9]/);
  expect(await page('actor=red', first)).not.toBe(all);
  expect(await page('', first)).toBe(all);
  expect(drawn).toEqual({ kept: 2, other: 3 });
  await page('', opened);
  expect(drawn.kept).toBe(3);
});
