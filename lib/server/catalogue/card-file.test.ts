import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plainSeries } from '../../../testing/stores/plain-series';
import type { DatasetId } from '../../series/model';
import { cardFile } from '../../store/log/layout';
import { publish } from '../../store/publish/publish';
import type { CardFigures } from './card';
import { readCard } from './card-file';
import { prepareRevision } from './prepare-revision';

const ID = 'plain' as DatasetId;
let store = '';
let revision = '';
let card: CardFigures | null = null;

beforeAll(async () => {
  store = await mkdtemp(join(tmpdir(), 'annals-card-'));
  const by = { source: 'test', importer: 'test/1', now: new Date('2024-06-24T12:00:00Z') };
  revision = (await publish(store, ID, plainSeries(ID, 30), [], by)).revision;
  expect(await prepareRevision(store, ID, revision)).toBeNull();
  card = await readCard(store, ID, revision);
});
afterAll(() => rm(store, { recursive: true }));

describe('the card that is kept of a revision', () => {
  it('says what the revision holds', () => {
    expect(card).toMatchObject({ id: ID, revision, incidents: 30, title: `Series ${ID}` });
  });

  it('is passed over with any bit of it turned, and never says anything else', async () => {
    const file = cardFile(store, ID, revision);
    const bytes = await readFile(file);
    for (let bit = 0; bit < bytes.length * 8; bit += 13) {
      const changed = Buffer.from(bytes);
      changed[bit >> 3]! ^= 1 << (bit & 7);
      await writeFile(file, changed);
      const read = await readCard(store, ID, revision);
      if (read !== null) expect([bit, read]).toEqual([bit, card]);
    }
    await writeFile(file, bytes);
    expect(await readCard(store, ID, revision)).toEqual(card);
  });

  it('is told of damage like any opening, where its revision cannot be opened', async () => {
    expect(await prepareRevision(store, ID, 'f'.repeat(64))).toMatchObject({
      reason: expect.stringContaining('missing'),
    });
    expect(await prepareRevision(store, '../x', revision)).toMatchObject({ file: store });
  });
});
