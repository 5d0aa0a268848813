import { mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { plainSeries } from '../../../testing/stores/plain-series';
import type { DatasetId } from '../../series/model';
import { cardFile, REVISION_FILES, revisionDir } from '../../store/log/layout';
import { loadCards as cardsWithin } from '../pages/front-page';
import { answerTwin } from '../twins/answer-twin';
import { type Catalogue, makeCatalogue } from './catalogue';
import { diskStore } from './disk-store';
import type { SeriesStore } from './series-store';

/** One more than an export asks for at once, twice. */
const LONG = 20_001;
const OTHERS = Array.from({ length: 9 }, (_, i) => `other-${i}`);
const held = globalThis as typeof globalThis & { annalsCatalogue?: Catalogue };
const kept = held.annalsCatalogue;

let dir: string;
let log: string[];

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'annals-leases-'));
  const store = diskStore(join(dir, 'store'));
  await store.publish(plainSeries('long', LONG), []);
  for (const id of OTHERS) await store.publish(plainSeries(id, 5), []);
});
afterAll(async () => {
  if (kept) held.annalsCatalogue = kept;
  else delete held.annalsCatalogue;
  await rm(dir, { recursive: true });
});
beforeEach(() => {
  log = [];
  held.annalsCatalogue = start();
});

const loadCards = (catalogue: Catalogue) => cardsWithin(catalogue, 50_000);

/** The store, noting down which engines are opened and closed. */
function noted(store: SeriesStore): SeriesStore {
  return {
    ...store,
    async open(id, revision) {
      log.push(`open ${id}`);
      const parts = await store.open(id, revision);
      const close = () => {
        log.push(`close ${id}`);
        return parts.engine.close();
      };
      // Each as large as a series of half a million, so that a few push out the others.
      return { ...parts, bytes: 150_000_000, engine: { ...parts.engine, close } };
    },
  };
}

const start = () => makeCatalogue(noted(diskStore(join(dir, 'store'))), join(dir, 'none'), () => {});

async function openOthers(catalogue: Catalogue): Promise<void> {
  for (const status of await catalogue.list()) {
    if (status.kind === 'ok' && status.id !== 'long') await catalogue.open(status.id, status);
  }
}

describe('an export that is read slowly', () => {
  it.each(['csv', 'parquet'])(
    'is whole as %s though other series were opened since, and then lets go',
    async (ending) => {
      const catalogue = held.annalsCatalogue!;
      const response = await answerTwin(
        new Request(`http://host/long/incidents.${ending}`),
        'long',
        `incidents.${ending}`,
      );
      const reader = response.body!.getReader();
      const chunks = [(await reader.read()).value!];
      await openOthers(catalogue);
      expect(log).not.toContain('close long');
      for (;;) {
        const { done, value } = await reader.read();
        if (done) break;
        chunks.push(value);
      }
      const bytes = Buffer.concat(chunks);
      if (ending === 'csv') expect(bytes.toString().trimEnd().split('\n')).toHaveLength(LONG + 1);
      else expect(bytes.subarray(-4).toString()).toBe('PAR1');
      await openOthers(catalogue);
      await expect.poll(() => log).toContain('close long');
    },
  );

  it('lets go when its reader leaves', async () => {
    const response = await answerTwin(new Request('http://host/long/incidents.csv'), 'long', 'incidents.csv');
    const reader = response.body!.getReader();
    await reader.read();
    await reader.read();
    await openOthers(held.annalsCatalogue!);
    expect(log).not.toContain('close long');
    await reader.cancel();
    await openOthers(held.annalsCatalogue!);
    await expect.poll(() => log).toContain('close long');
  });
});

describe('the front page', () => {
  const fileOf = async (id: string) => {
    const status = await held.annalsCatalogue!.find(id);
    if (status?.kind !== 'ok') throw new Error(id);
    const { revision } = status;
    const store = join(dir, 'store');
    return {
      card: cardFile(store, id as DatasetId, revision),
      actors: join(revisionDir(store, id as DatasetId, revision), REVISION_FILES.actors),
    };
  };

  it('opens no series once their cards were written, in this process and the next', async () => {
    const first = await loadCards(held.annalsCatalogue!);
    log = [];
    expect(await loadCards(held.annalsCatalogue!)).toEqual(first);
    expect(await loadCards(start())).toEqual(first);
    expect(log).toEqual([]);
    expect(first.map((card) => card.kind === 'card' && card.incidents)).toEqual([
      LONG,
      ...OTHERS.map(() => 5),
    ]);
  });

  it('works a card out anew where a bit of it flipped, or a file of its revision changed', async () => {
    const first = await loadCards(held.annalsCatalogue!);
    log = [];
    const { card } = await fileOf('other-3');
    const text = await readFile(card, 'utf8');
    await writeFile(card, text.replace('"incidents":5', '"incidents":7'));
    await utimes((await fileOf('other-4')).actors, 1_600_000_000, 1_600_000_000);
    expect(await loadCards(start())).toEqual(first);
    // Either catalogue may make them anew, for each prepares its cards behind what it is asked.
    const opened = new Set(log.filter((line) => line.startsWith('open')));
    expect([...opened].sort()).toEqual(['open other-3', 'open other-4']);
  });

  it('does not wait for a series that takes long, and says so', async () => {
    const store = diskStore(join(dir, 'store'));
    const slow: SeriesStore = {
      ...store,
      readCard: async (id, revision) => (id === 'other-6' ? null : store.readCard(id, revision)),
      open: (id, revision) => (id === 'other-6' ? new Promise(() => {}) : store.open(id, revision)),
    };
    const cards = await cardsWithin(
      makeCatalogue(slow, join(dir, 'none'), () => {}),
      300,
    );
    expect(cards.find(({ id }) => id === 'other-6')).toEqual({ kind: 'waiting', id: 'other-6' });
    expect(cards.filter(({ kind }) => kind === 'card')).toHaveLength(OTHERS.length);
  });

  it('shows a series whose file was changed as damaged', async () => {
    await loadCards(held.annalsCatalogue!);
    const { actors } = await fileOf('other-5');
    const text = await readFile(actors, 'utf8');
    await writeFile(actors, `${text} `);
    const cards = await loadCards(start());
    expect(cards.filter(({ kind }) => kind === 'damaged').map(({ id }) => id)).toEqual(['other-5']);
    await writeFile(actors, text);
  });
});
