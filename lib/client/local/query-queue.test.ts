import { expect, it } from 'vitest';
import { filter } from '../../../testing/series/hand-made';
import type { Query } from '../../query/query';
import { nextTurn, queryQueue } from './query-queue';

const spells = (region: string): Query => ({ kind: 'spells', filter: filter({ regions: [region] }) });

const groups = (region: string, measure: string): Query => ({
  kind: 'groups',
  filter: filter({ regions: [region] }),
  measure: measure as 'incidents',
  split: 'none',
});

/** Asks in order and waits for all; gives the ids in the order in which they were answered. */
async function answered(
  asked: readonly Query[],
  run: (query: Query) => unknown = () => null,
  cancelled: readonly number[] = [],
): Promise<readonly string[]> {
  const queue = queryQueue(run);
  const done: string[] = [];
  const waits = asked.map(
    (query, id) =>
      new Promise<void>((resolve) => {
        const tell = (word: string) => () => {
          done.push(`${id} ${word}`);
          resolve();
        };
        queue.add(id, query, { done: tell('done'), failed: tell('failed') });
        if (cancelled.includes(id)) {
          queue.cancel(id);
          resolve();
        }
      }),
  );
  await Promise.all(waits);
  return done;
}

it('answers queries with the same filter together', async () => {
  const asked = [spells('a'), spells('b'), spells('a'), spells('b')];
  expect(await answered(asked)).toEqual(['0 done', '2 done', '1 done', '3 done']);
});

it('goes on after a query that fails', async () => {
  const run = (query: Query) => {
    if (JSON.stringify(query).includes('"b"')) throw new Error('broken');
  };
  expect(await answered([spells('a'), spells('b'), spells('c')], run)).toEqual([
    '0 done',
    '1 failed',
    '2 done',
  ]);
});

it('drops what nobody waits for any more', async () => {
  expect(await answered([spells('a'), spells('b')], () => null, [1])).toEqual(['0 done']);
});

it('hears a cancel between two queries, so that of five quick plans only the last is run whole', async () => {
  const ran: string[] = [];
  const queue = queryQueue((query) => ran.push(JSON.stringify(query)));
  const plan = (region: string) => ['incidents', 'fatalities'].map((measure) => groups(region, measure));
  let id = 0;
  let before: number[] = [];
  const done: string[] = [];
  for (const region of ['a', 'b', 'c', 'd', 'e']) {
    for (const one of before) queue.cancel(one);
    before = plan(region).map((query) => {
      id += 1;
      queue.add(id, query, { done: () => done.push(region), failed: () => undefined });
      return id;
    });
    // The first query of a plan may have begun when the next click comes; the second has not.
    if (region === 'a') while (ran.length === 0) await nextTurn();
  }
  while (done.filter((region) => region === 'e').length < 2) await nextTurn();
  expect(done).toEqual(['a', 'e', 'e']);
  expect(ran).toEqual([plan('a')[0], ...plan('e')].map((query) => JSON.stringify(query)));
});
