import { describe, expect, test } from 'vitest';
import { everythingOffered } from '../../../testing/series/everything-offered';
import { EXAMPLE_GUIDE } from '../../../testing/series/example-guide';
import type { SeriesInfo } from '../../query/info/series-info';
import { parseView } from '../../view/parse';
import { STANDARD } from '../../view/view';
import { listingDocument, planListing, readLimit, readStart } from './listing';

const revision = '0123456789abcdef'.repeat(4);
const info: SeriesInfo = {
  guide: EXAMPLE_GUIDE,
  revision,
  published: '2026-01-02',
  incidents: 5,
  ranking: { actor: [], type: [], region: [] },
  offers: everythingOffered(EXAMPLE_GUIDE),
  places: { points: 0, extent: null },
  standard: STANDARD,
};
const viewOf = (query: string) => parseView(EXAMPLE_GUIDE.meta.id, new URLSearchParams(query)).view;
const startOf = (query: string, cursor: string) => readStart(new URLSearchParams({ cursor }), viewOf(query));

/** The cursor that a page of nothing but one row gives for a view. */
function cursorOf(query: string): string {
  const rows = { length: 1, map: () => [] } as never;
  const { next } = listingDocument(viewOf(query), info, 0, { total: 5, rows });
  if (next === null) throw new Error('no cursor');
  return next;
}

describe('readLimit', () => {
  test.each([
    ['', 100],
    ['limit=1', 1],
    ['limit=1000', 1000],
    ['limit=0', null],
    ['limit=1001', null],
    ['limit=-1', null],
    ['limit=1e2', null],
    ['limit=010', null],
    ['limit=', null],
    ['limit=5&limit=6', null],
  ])('reads “%s” as %s', (query, limit) => {
    expect(readLimit(new URLSearchParams(query))).toBe(limit);
  });
});

describe('a cursor', () => {
  test('goes on after the rows read, of the revision it was made for', () => {
    expect(startOf('actor=iskp', cursorOf('actor=iskp'))).toEqual({ kind: 'at', offset: 1, revision });
  });

  test.each([
    ['actor=iskp', 'actor=iscp'],
    ['', 'from=2018'],
    ['', 'sort=title'],
    ['q=a', 'q=b'],
  ])('made for “%s” is refused for “%s”', (made, used) => {
    expect(startOf(used, cursorOf(made)).kind).toBe('bad-cursor');
  });

  test('serves the same view with its revision written out or an incident open', () => {
    expect(startOf(`r=${revision.slice(0, 12)}`, cursorOf('')).kind).toBe('at');
    expect(startOf('incident=x', cursorOf('')).kind).toBe('at');
  });

  test('is refused for another revision, twice in one address, and as nonsense', () => {
    expect(startOf('r=ffffffffffff', cursorOf('')).kind).toBe('bad-cursor');
    const twice = new URLSearchParams([
      ['cursor', cursorOf('')],
      ['cursor', cursorOf('')],
    ]);
    expect(readStart(twice, viewOf('')).kind).toBe('bad-cursor');
    expect(startOf('', 'nonsense').kind).toBe('bad-cursor');
  });
});

describe('a listing', () => {
  test('ends where no row is left', () => {
    const empty = { total: 5, rows: [] };
    expect(listingDocument(viewOf(''), info, 5, empty)).toEqual({
      dataset: 'example',
      revision,
      total: 5,
      rows: [],
      next: null,
      fields: [],
    });
  });

  test('asks for the rows in the order of the view', () => {
    expect(planListing(viewOf('sort=-fatalities'), info, 20, 10)).toMatchObject({
      kind: 'rows',
      offset: 20,
      limit: 10,
      sort: [{ column: 'fatalities', descending: true }],
    });
  });
});
