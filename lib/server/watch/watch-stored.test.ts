import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { incident, infoOf, link, seriesOf } from '@/testing/pages/test-dashboard';
import { meaningEngine } from '../../query/meaning/evaluate';
import { watchView } from '../../query/watch/watch';
import { publish } from '../../store/publish/publish';
import { addDays, formatDay, toDay } from '../../time/day';
import { parseView } from '../../view/parse';
import { watchStored } from './watch-stored';

it('finds in a store what is found in memory, whatever was watched before', async () => {
  const store = await mkdtemp(join(tmpdir(), 'annals-watch-'));
  const series = seriesOf([
    ...Array.from({ length: 140 }, (_, i) =>
      incident(`r${i}`, formatDay(addDays(toDay(2020, 1, 3), 10 * i)), { links: [link('red')] }),
    ),
    ...Array.from({ length: 9 }, (_, i) =>
      incident(`x${i}`, formatDay(toDay(2023, 10, 9 + (i % 4))), { links: [link('blue')] }),
    ),
  ]);
  const by = { source: 'test', importer: 'test/1', now: new Date('2024-06-24T12:00:00Z') };
  const { revision } = await publish(store, series.meta.id, series, [], by);
  const info = { ...infoOf(series), revision };
  for (const query of ['', 'actor=blue', '']) {
    const { view } = parseView(series.meta.id, new URLSearchParams(query));
    const found = await watchStored({ store, view, info });
    expect(found).toEqual(await watchView(meaningEngine(series), view, info));
  }
  // Who has left is told nothing, and the next is answered as before.
  const { view } = parseView(series.meta.id, new URLSearchParams());
  const reader = new AbortController();
  const left = watchStored({ store, view, info }, reader.signal);
  reader.abort();
  await expect(left).rejects.toMatchObject({ name: 'AbortError' });
  expect(await watchStored({ store, view, info })).toEqual(
    await watchView(meaningEngine(series), view, info),
  );
  await rm(store, { recursive: true });
});
