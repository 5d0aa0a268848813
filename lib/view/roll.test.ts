import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DatasetId } from '../series/model';
import { parseDay } from '../time/day';
import { changeView, clearKey } from './change';
import { parseView } from './parse';
import { freezeView, liveView } from './resolve';
import { serializeView } from './serialize';
import { ROLLS, type Standard } from './view';

const TREE: Standard = { split: 'actor', mode: 'stack', tree: true, regionTree: true };
const read = (query: string, standard = TREE) =>
  parseView('a-series' as DatasetId, new URLSearchParams(query), { standard }).view;
const COVERAGE = { from: parseDay('2020-01-01')!, to: parseDay('2020-12-31')! };

describe('roll', () => {
  it.each([
    ['', 'up'],
    ['actor=is', 'own'],
    ['actor=is,ukraine', 'up'],
    ['actor=is&roll=up', 'up'],
    ['roll=own', 'own'],
    ['split=type', 'own'],
    ['split=region', 'up'],
    ['region=norland&split=region', 'up'],
    ['split=region&r=2c837bbee631', 'own'],
    ['roll=sideways', 'up'],
    // As links that were published before there was such a key.
    ['r=2c837bbee631', 'own'],
    ['series=only:iscp', 'own'],
    ['actor=is,ukraine&r=2c837bbee631', 'own'],
    ['roll=up&r=2c837bbee631', 'up'],
  ])('of ?%s is %s', (query, roll) => {
    expect(read(query).roll).toBe(roll);
  });

  it('is own where nothing has parts', () => {
    expect(read('', { ...TREE, tree: false }).roll).toBe('own');
    expect(read('split=region', { ...TREE, regionTree: false }).roll).toBe('own');
  });

  it.each([
    ['moves with the actors that are chosen', '', { actors: ['is'] }, 'actor=is', 'own'],
    ['and back', 'actor=is', { actors: [] }, '', 'up'],
    ['stays where the reader chose it', 'roll=own', { actors: ['a', 'b'] }, 'actor=a,b&roll=own', 'own'],
    ['stays under a clause on groups', '', { groups: ['only:is'] }, 'roll=up&series=only:is', 'up'],
    [
      'also when actors change under it',
      'roll=up&series=only:is&actor=is,ukraine',
      { actors: ['is'] },
      'actor=is&roll=up&series=only:is',
      'up',
    ],
    ['takes that clause with it', 'series=only:is', { roll: 'up' as const }, '', 'up'],
  ] as const)('%s', (_, query, change, written, roll) => {
    const view = changeView(read(query), change);
    expect(view.roll).toBe(roll);
    expect(serializeView(view)).toBe(written);
  });

  it('is written into frozen links, and stays what it was in those of old', () => {
    const revision = '0123456789ab';
    const frozen = freezeView(read(''), COVERAGE, revision);
    expect(serializeView(frozen)).toBe(`from=2020-01-01&to=2020-12-31&roll=up&r=${revision}`);
    expect(serializeView(liveView(frozen, COVERAGE))).toBe('from=2020-01-01');
    expect(serializeView(liveView(read(`r=${revision}`), COVERAGE))).toBe('roll=own');
  });

  it('can be cleared, which leaves what the rest of the address means', () => {
    expect(serializeView(clearKey(read('roll=own'), 'roll'))).toBe('');
    expect(serializeView(clearKey(read('roll=sideways'), 'roll'))).toBe('');
  });

  it('is read as it was written, whatever stands beside it', () => {
    const change = fc.record({
      actors: fc.subarray(['a', 'b', 'c']),
      split: fc.constantFrom('actor', 'type', 'none'),
      roll: fc.constantFrom(...ROLLS),
      series: fc.constantFrom([], ['only:a']),
      revision: fc.constantFrom(null, '2c837bbee631'),
    });
    fc.assert(
      fc.property(change, fc.boolean(), ({ split, series, ...rest }, tree) => {
        const standard = { ...TREE, tree };
        const view = changeView(changeView(read('', standard), { split, ...rest } as never), {
          groups: series,
        });
        expect(read(serializeView(view), standard)).toEqual(view);
      }),
    );
  });
});
