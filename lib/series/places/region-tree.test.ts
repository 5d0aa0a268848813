import { describe, expect, it } from 'vitest';
import type { RegionDef } from '../model';
import { regionsAbove } from './region-tree';

const regions = (pairs: Readonly<Record<string, string | undefined>>) =>
  Object.entries(pairs).map(([id, parent]) =>
    parent === undefined ? { id } : { id, parent },
  ) as readonly object[] as readonly Pick<RegionDef, 'id' | 'parent'>[];

describe('Regions that lie in others', () => {
  const above = regionsAbove(
    regions({ syria: undefined, aleppo: 'syria', afrin: 'aleppo', mali: undefined }),
  );

  it.each([
    [['afrin'], ['afrin', 'aleppo', 'syria']],
    [
      ['afrin', 'aleppo'],
      ['afrin', 'aleppo', 'syria'],
    ],
    [
      ['aleppo', 'mali'],
      ['aleppo', 'syria', 'mali'],
    ],
    [['unknown'], ['unknown']],
    [[], []],
  ])('%j are in %j', (ids, all) => expect(above(ids)).toEqual(all));

  it('end a walk that would go around', () => {
    expect(regionsAbove(regions({ a: 'b', b: 'a' }))(['a'])).toEqual(['a', 'b']);
  });
});
