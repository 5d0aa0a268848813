import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { memoryStore } from '../../../testing/stores/memory-store';
import { writePackage } from '../../../testing/stores/small-package';
import { type Catalogue, makeCatalogue } from './catalogue';
import type { SeriesStore } from './series-store';

let dir: string;
let store: SeriesStore;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'annals-ready-'));
  store = memoryStore();
});
afterEach(() => rm(dir, { recursive: true, force: true }));

describe('a large revision that somebody looks at', () => {
  /** Notes of which series rows were asked in a window that ends a day inside its coverage. */
  const watched = (asked: string[]): SeriesStore => ({
    ...store,
    async open(id, revision) {
      const parts = await store.open(id, revision);
      const { from, to } = parts.guide.meta.coverage;
      const run: typeof parts.engine.run = (query, signal) => {
        if (query.kind === 'rows' && query.filter.from === from + 1 && query.filter.to === to - 1)
          asked.push(id);
        return parts.engine.run(query, signal);
      };
      return { ...parts, engine: { ...parts.engine, run } };
    },
  });
  const warming = (asked: string[], after = 0) =>
    makeCatalogue(watched(asked), dir, () => undefined, { incidents: 2, after });
  const opened = async (catalogue: Catalogue, id: string) => {
    const status = await catalogue.find(id);
    if (status?.kind !== 'ok') throw new Error('it is not there');
    return { id: status.id, info: (await catalogue.open(status.id, status)).info };
  };
  const look = async (catalogue: Catalogue, id: string) => {
    const { id: known, info } = await opened(catalogue, id);
    catalogue.makeReady(known, info);
  };

  beforeEach(async () => {
    await writePackage(dir, 'large', 'one,2020-02-03,First\ntwo,2020-05,Second\n');
    await writePackage(dir, 'other', 'one,2020-02-03,First\ntwo,2020-05,Second\n');
    await writePackage(dir, 'small', 'one,2020-02-03,First\n');
  });

  test('is made ready for windows, once, and neither one that is small nor one that is opened for something else', async () => {
    const asked: string[] = [];
    const catalogue = warming(asked);
    await opened(catalogue, 'other');
    await look(catalogue, 'small');
    await look(catalogue, 'large');
    await look(catalogue, 'large');
    await expect.poll(() => asked).toEqual(['large']);
    await look(catalogue, 'large');
    // One after the other: when this is ready all before it would be.
    await look(catalogue, 'other');
    await expect.poll(() => asked).toContain('other');
    expect(asked).toEqual(['large', 'other']);
  });

  test('is left alone where the server ends', async () => {
    const [ended, later]: [string[], string[]] = [[], []];
    const [ending, going] = [warming(ended, 20), warming(later, 20)];
    await look(ending, 'large');
    await ending.close();
    await look(going, 'large');
    await expect.poll(() => later).toEqual(['large']);
    expect(ended).toEqual([]);
  });
});
