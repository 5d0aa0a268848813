import { expect, it } from 'vitest';
import { tinySeries } from '../../../testing/series/tiny-series';
import type { Engine } from '../engine';
import { loadInfo } from '../info/load-info';
import { meaningEngine } from '../meaning/evaluate';
import type { Query } from '../query';
import { warmUp } from './warm-up';

async function opened() {
  const { incidents, sources: _, ...guide } = tinySeries();
  const engine = meaningEngine(tinySeries());
  const about = { guide, revision: '', published: '', incidents: incidents.length };
  return { engine, info: await loadInfo(engine, about) };
}

it('asks for each panel of a window that ends a day inside the coverage, of the largest actor and of one with fewer incidents, one query after the other', async () => {
  const { engine, info } = await opened();
  const asked: Query[] = [];
  let running = 0;
  const noting: Engine = {
    ...engine,
    async run(query, signal) {
      expect(++running).toBe(1);
      asked.push(query);
      await new Promise((resolve) => setTimeout(resolve, 0));
      running--;
      return engine.run(query, signal);
    },
  };
  await warmUp(noting, info, new AbortController().signal);
  const { from, to } = info.guide.meta.coverage;
  expect(new Set(asked.map(({ kind }) => kind))).toEqual(
    new Set(['total', 'bins', 'groups', 'facet', 'rows', 'marks', 'spells']),
  );
  const views = asked.flatMap((query) => (query.kind === 'rows' ? [query.filter] : []));
  expect(views.map((filter) => [filter.from, filter.to, ...filter.actors])).toEqual([
    [from + 1, to - 1],
    [from, to, 'a'],
    [from, to, 'b'],
  ]);
});

it('asks no further once it is told to stop', async () => {
  const { engine, info } = await opened();
  const stop = new AbortController();
  let asked = 0;
  const noting: Engine = {
    ...engine,
    run(query, signal) {
      if (++asked === 3) stop.abort();
      return engine.run(query, signal);
    },
  };
  await expect(warmUp(noting, info, stop.signal)).rejects.toThrow('abort');
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(asked).toBe(3);
});
