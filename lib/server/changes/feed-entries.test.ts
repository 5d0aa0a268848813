import { parseAtomFeed, parseJsonFeed } from 'feedsmith';
import { beforeEach, describe, expect, test } from 'vitest';
import { day, figure, incident, seriesOfHand } from '../../../testing/series/hand-made';
import { memoryStore } from '../../../testing/stores/memory-store';
import { atomFeed, type FeedDocument, jsonFeed } from '../../export/feed/feed-documents';
import type { Incident, Series } from '../../series/model';
import { parseView } from '../../view/parse';
import { type Catalogue, makeCatalogue } from '../catalogue/catalogue';
import type { SeriesStore } from '../catalogue/series-store';
import { feedEntries, MOST_ENTRIES, MOST_REVISIONS } from './feed-entries';

let store: SeriesStore;
let catalogue: Catalogue;

beforeEach(() => {
  store = memoryStore();
  catalogue = makeCatalogue(store, '/nowhere', () => undefined);
});

/** A series up to a day. */
function series(incidents: readonly Incident[], to = '2020-12-31'): Series {
  const made = seriesOfHand(incidents);
  const coverage = { ...made.meta.coverage, from: day('2020-01-01'), to: day(to) };
  return { ...made, meta: { ...made.meta, coverage } };
}

const { id } = series([]).meta;
const viewOf = (query: string) => parseView(id, new URLSearchParams(query)).view;

async function entries(query = '') {
  const making = { catalogue, view: viewOf(query), origin: 'https://example.org' };
  return feedEntries(making, await catalogue.history(id));
}
const titles = async (query = '') => (await entries(query)).map(({ title }) => title);

const A = incident('a', '2020-03-01', ['x'], { title: 'A', fatalities: figure('3') });
const B = incident('b', '2020-06-01', ['x'], { title: 'B' });
const C = incident('c', '2020-12-01', ['y'], { title: 'C' });

describe('the entries of a feed', () => {
  test('tell what each revision brought, the newest revision first', async () => {
    await store.publish(series([A, B]), []);
    await store.publish(series([{ ...A, fatalities: figure('4') }, B, C]), []);
    await store.publish(series([{ ...A, fatalities: figure('4') }, C]), []);
    const found = await entries();
    expect(found.map(({ title, lines, updated }) => [title, lines, updated])).toEqual([
      ['Removed: B (1 Jun 2020)', [], '2026-01-02T00:00:02.000Z'],
      ['Corrected: A (1 Mar 2020)', ['Killed: 3 → 4'], '2026-01-02T00:00:01.000Z'],
      ['Added: C (1 Dec 2020)', [], '2026-01-02T00:00:01.000Z'],
      ['Added: B (1 Jun 2020)', [], '2026-01-02T00:00:00.000Z'],
      ['Added: A (1 Mar 2020)', [], '2026-01-02T00:00:00.000Z'],
    ]);
    expect(new Set(found.map((entry) => entry.id)).size).toBe(5);
  });

  test('keep their ids and times when more is published', async () => {
    await store.publish(series([A]), []);
    await store.publish(series([A, B]), []);
    const before = await entries();
    await store.publish(series([A, B, C]), []);
    const after = await entries();
    expect(after.slice(-before.length)).toEqual(before);
    expect(after.length).toBe(before.length + 1);
  });

  test('tell of going back to an old revision as of any other, under ids of their own', async () => {
    for (const incidents of [[A], [A, B], [A], [A, B]]) await store.publish(series(incidents), []);
    const found = await entries();
    expect(found.map(({ title }) => title.slice(0, 8))).toEqual([
      'Added: B',
      'Removed:',
      'Added: B',
      'Added: A',
    ]);
    expect(new Set(found.map((entry) => entry.id)).size).toBe(4);
  });

  test('are those of the view: a change of links brings an incident in or out', async () => {
    await store.publish(series([A, B, C]), []);
    await store.publish(series([A, incident('b', '2020-06-01', ['y'], { title: 'B' }), C]), []);
    expect((await titles('actor=y')).slice(0, 2)).toEqual([
      expect.stringMatching(/^Now in this view: B/),
      'Added: C (1 Dec 2020)',
    ]);
    expect((await titles('actor=x'))[0]).toMatch(/^No longer in this view: B/);
  });

  test('do not tell of incidents that a rolling window left behind or has come to', async () => {
    await store.publish(series([A, B], '2020-06-30'), []);
    // The window of four months moves on from A, and nothing else happens.
    await store.publish(series([A, B], '2020-09-30'), []);
    expect(await titles('from=-4m')).toEqual(['Added: B (1 Jun 2020)', 'Added: A (1 Mar 2020)']);
    await store.publish(series([A, B, C]), []);
    expect((await titles('from=-4m'))[0]).toBe('Added: C (1 Dec 2020)');
    expect(await titles('from=-4m')).toHaveLength(3);
  });

  test('are bounded, in a first revision and over many', async () => {
    const many = Array.from({ length: MOST_ENTRIES + 5 }, (_, at) => incident(`i${at}`, '2020-03-01'));
    await store.publish(series(many), []);
    expect(await entries()).toHaveLength(MOST_ENTRIES);
    for (let at = 0; at <= MOST_REVISIONS; at++) await store.publish(series(at % 2 === 0 ? [A] : [A, B]), []);
    // As many revisions as are looked at, one entry each; the large one lies before them.
    expect(await entries()).toHaveLength(MOST_REVISIONS);
  });

  test('are the same in Atom and in JSON when another library reads them back', async () => {
    await store.publish(series([A, B]), []);
    await store.publish(series([{ ...A, fatalities: figure('4') }, B]), []);
    const found = await entries();
    const url = 'https://example.org/hand';
    const document: FeedDocument = {
      ...{ title: 'T', description: 'D', language: 'en', publisher: 'P', rights: 'R', url },
      ...{ atomUrl: `${url}/feed.atom`, jsonUrl: `${url}/feed.json` },
      ...{ updated: found[0]?.updated ?? '', entries: found },
    };
    const atom = parseAtomFeed(atomFeed(document));
    const json = parseJsonFeed(jsonFeed(document));
    expect(atom.entries?.map((entry) => entry.id)).toEqual(found.map((entry) => entry.id));
    expect(json.items?.map((item) => item.id)).toEqual(found.map((entry) => entry.id));
    expect(atom.updated).toBe(found[0]?.updated);
    expect(atom.entries?.map(({ updated }) => updated)).toEqual(found.map(({ updated }) => updated));
  });
});
