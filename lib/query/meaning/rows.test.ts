import { describe, expect, it } from 'vitest';
import { figure, filter, incident, seriesOfHand } from '../../../testing/series/hand-made';
import type { SortKey } from '../../view/view';
import { evaluate } from './evaluate';

/** A small generator with a seed (Lehmer), so that every run sorts the same rows. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

const SIZE = 900;
const next = random(7);
const rows = Array.from({ length: SIZE }, (_, at) => ({
  id: `i${String(at).padStart(4, '0')}`,
  month: 1 + Math.floor(next() * 12),
  killed: next() < 0.2 ? null : Math.floor(next() * 9),
}));
const series = seriesOfHand(
  rows.map(({ id, month, killed }) =>
    incident(id, `2020-${String(month).padStart(2, '0')}-15`, [], {
      fatalities: figure(killed === null ? '-' : String(killed)),
    }),
  ),
);

type Made = (typeof rows)[number];
const byId = (a: Made, b: Made) => (a.id < b.id ? -1 : 1);

/** The order of the ids by plain comparisons of what the rows were made of. */
function expected(compare: (a: Made, b: Made) => number): readonly string[] {
  return [...rows].sort((a, b) => compare(a, b) || a.month - b.month || byId(a, b)).map(({ id }) => id);
}

const ORDERS: readonly (readonly [name: string, sort: readonly SortKey[], ids: readonly string[]])[] = [
  ['newest first where nothing is asked', [], expected((a, b) => b.month - a.month)],
  ['oldest first', [{ column: 'date', descending: false }], expected((a, b) => a.month - b.month)],
  [
    'most killed first, not reported last',
    [{ column: 'fatalities', descending: true }],
    expected((a, b) => (b.killed ?? -1) - (a.killed ?? -1)),
  ],
  [
    'fewest killed first, not reported last',
    [{ column: 'fatalities', descending: false }],
    expected((a, b) => (a.killed ?? 99) - (b.killed ?? 99)),
  ],
];

describe.each(ORDERS)('rows, %s', (_, sort, ids) => {
  const page = (offset: number, limit: number) => {
    const query = { kind: 'rows', filter: filter(), sort, offset, limit } as const;
    return evaluate(series, query);
  };

  it.each([
    ['a short page at the start', 0, 5],
    ['the last page that is picked out', 7, 10],
    ['the first page for which all rows are sorted', 0, 18],
    ['a page in the middle', 400, 50],
    ['all rows', 0, SIZE],
    ['a page beyond the end', SIZE, 10],
  ])('give %s', (_, offset, limit) => {
    const result = page(offset, limit);
    expect(result.total).toBe(SIZE);
    expect(result.rows.map((row) => row.incident.id)).toEqual(ids.slice(offset, offset + limit));
  });

  it('stand where the position of an incident says', () => {
    for (const at of [0, 1, 450, SIZE - 1]) {
      const query = { kind: 'position', filter: filter(), sort, incident: ids[at] as never } as const;
      expect(evaluate(series, query)).toEqual({
        total: SIZE,
        index: at,
        previous: ids[at - 1] ?? null,
        next: ids[at + 1] ?? null,
      });
    }
  });
});
