import { describe, expect, it } from 'vitest';
import type { Query } from '../../query/query';
import { differences } from './compare';

const query = { kind: 'facet' } as Query;
const facet = (low: number, best: number, high: number) => ({ values: [{ id: 'a', low, best, high }] });

describe('the comparison of answers', () => {
  it('lets best differ by rounding alone', () => {
    expect(differences(query, facet(1, 1.5 + 1e-12, 2), facet(1, 1.5, 2))).toEqual([]);
    expect(differences(query, facet(1, 1.50001, 2), facet(1, 1.5, 2))).toHaveLength(1);
  });

  it('lets the ends of sums differ by rounding where they are fractions', () => {
    const sum = (low: number) => ({ low, best: null, high: low, basis: { matched: 3 } });
    expect(differences(query, sum(0.1 + 0.2), sum(0.3))).toEqual([]);
    expect(differences(query, sum(0.31), sum(0.3))).toHaveLength(2);
    expect(differences(query, sum(1e12 + 1), sum(1e12))).toHaveLength(2);
  });

  it.each([
    ['low', facet(1 + 1e-12, 1.5, 2), facet(1, 1.5, 2)],
    ['high', facet(1, 1.5, 3), facet(1, 1.5, 2)],
    ['a missing entry', { values: [] }, facet(1, 1, 1)],
    ['an entry too many', facet(1, 1, 1), { values: [] }],
    ['order', { values: ['a', 'b'] }, { values: ['b', 'a'] }],
    ['null for nought', { best: null }, { best: 0 }],
    ['a missing field', {}, { last: null }],
    ['text', { id: 'a' }, { id: 'b' }],
  ])('reports a difference in %s', (_, found, meant) => {
    expect(differences(query, found, meant)).not.toEqual([]);
  });
});
