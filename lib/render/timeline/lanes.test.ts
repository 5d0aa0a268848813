import { describe, expect, it } from 'vitest';
import { EXAMPLE_GUIDE } from '../../../testing/series/example-guide';
import type { GroupValue } from '../../query/result';
import { type LanesInput, lanesOf, MOST_LANES } from './lanes';

const group = (series: string, best: number): GroupValue => ({
  series,
  low: best,
  best,
  high: best,
  matched: best,
  basis: null,
});
const info = { guide: EXAMPLE_GUIDE, ranking: { actor: ['iskp', 'iscp'], type: [], region: [] } };

function lanes(groups: readonly GroupValue[], change: Partial<LanesInput> = {}) {
  return lanesOf({
    groups,
    by: { split: 'actor', roll: 'own', actors: [], regions: [] },
    info,
    expanded: false,
    ...change,
  });
}

describe('the lanes of a timeline', () => {
  it('stand under their roots, the root first, then by size; nobody last', () => {
    const groups = [
      group('none', 50),
      group('iscp', 3),
      group('iskp', 4),
      group('islamic-state', 1),
      group('atesh', 6),
    ];
    expect(lanes(groups).map(({ id, depth }) => `${depth} ${id}`)).toEqual([
      ...['0 islamic-state', '1 iskp', '1 iscp', '0 atesh', '0 none'],
    ]);
  });

  it('name the root above its group where it has no lane of its own', () => {
    const found = lanes([group('iscp', 3), group('iskp', 4)]);
    expect(found.map(({ label, heading }) => [label, heading])).toEqual([
      ['ISKP', 'Islamic State'],
      ['ISCP', null],
    ]);
    expect(lanes([group('iscp', 3)]).map(({ heading, depth }) => [heading, depth])).toEqual([[null, 0]]);
  });

  it('put an actor with several parents under the first', () => {
    const found = lanes([group('obon', 2), group('gur', 9), group('chri', 1)]);
    expect(found.map(({ id }) => id)).toEqual(['gur', 'chri', 'obon']);
  });

  it('give counts with their doubt and colours by rank, the rest that of others', () => {
    const [first, second] = lanes([
      { series: 'iskp', low: 9, best: 11, high: 12, matched: 12, basis: null },
      group('atesh', 1),
    ]);
    expect([first?.countText, first?.colour, second?.colour]).toEqual([
      '11 (9–12)',
      '--group-1',
      '--group-other',
    ]);
  });

  it('fold the smallest into one lane before nobody, unless all are asked for', () => {
    const many = Array.from({ length: 30 }, (_, i) => group(`a${i}`, 30 - i));
    const folded = lanes([...many, group('none', 1)]);
    expect(folded).toHaveLength(MOST_LANES);
    expect(folded.at(-1)?.id).toBe('none');
    // 12 lanes stay; of the 30 actors with 30, 29, … 1 incidents, 18 are left with 18 + 17 + … + 1 = 171.
    expect(folded.at(-2)).toMatchObject({ label: '18 more actors', countText: '171' });
    expect(folded.at(-2)?.members).toHaveLength(18);
    expect(lanes([...many, group('none', 1)], { expanded: true })).toHaveLength(31);
  });

  it('are one lane without a split', () => {
    const all: GroupValue = { series: null, low: 1, best: 2, high: 3, matched: 3, basis: null };
    expect(lanes([all], { by: { split: 'none', roll: 'own', actors: [], regions: [] } })).toMatchObject([
      { label: 'All', colour: '--group-all' },
    ]);
  });
});
