import { describe, expect, it } from 'vitest';
import { EXAMPLE_GUIDE } from '../../../testing/series/example-guide';
import type { ActorId, CoverageNote, RegionDef, RegionId, TypeId } from '../../series/model';
import { toDay } from '../../time/day';
import { parseView } from '../../view/parse';
import { watchedLess } from './watched';

function note(change: Partial<CoverageNote>): CoverageNote {
  return {
    id: 'note',
    from: toDay(2021, 1, 1),
    to: toDay(2023, 12, 31),
    kind: 'thin',
    actors: [],
    types: [],
    text: 'Searched thinly.',
    ...change,
  };
}

const span = { from: toDay(2020, 6, 1), to: toDay(2021, 1, 1) };

function reach(change: Partial<CoverageNote>, query: string) {
  const guide = { ...EXAMPLE_GUIDE, regions: REGIONS, coverageNotes: [note(change)] };
  const { view } = parseView(guide.meta.id, new URLSearchParams(query));
  return watchedLess(span, view, guide).map((watch) => watch.reach)[0] ?? 'none';
}

const region = (id: string, parent?: string) =>
  ({ id, label: id, country: null, ...(parent ? { parent } : {}) }) as RegionDef;
const REGIONS = [
  region('land'),
  region('north', 'land'),
  region('north-town', 'north'),
  region('south', 'land'),
];
const NORTH = { regions: ['north' as RegionId] };
const IS = { actors: ['islamic-state' as ActorId] };
const BOMBS = { types: ['bombing' as TypeId] };

describe('a stretch that was searched less well', () => {
  it.each<[Partial<CoverageNote>, string, string]>([
    [{}, '', 'whole'],
    [{}, 'actor=gur&type=ied', 'whole'],
    [{ from: toDay(2021, 1, 2) }, '', 'none'],
    [{ from: toDay(2010, 1, 1), to: toDay(2020, 5, 31) }, '', 'none'],
    [IS, '', 'part'],
    [IS, 'actor=islamic-state', 'whole'],
    [IS, 'actor=iskp', 'whole'],
    [IS, 'actor=iskp,gur', 'part'],
    [IS, 'actor=gur', 'none'],
    [{ actors: ['iskp' as ActorId] }, 'actor=islamic-state', 'part'],
    [{ actors: ['gur' as ActorId] }, 'actor=obon', 'whole'],
    [{ actors: ['gur' as ActorId] }, 'actor=chri', 'part'],
    [BOMBS, '', 'part'],
    [BOMBS, 'type=bombing', 'whole'],
    [BOMBS, 'type=bombing,ied', 'part'],
    [BOMBS, 'type=ied', 'none'],
    [NORTH, '', 'part'],
    [NORTH, 'region=north', 'whole'],
    [NORTH, 'region=north-town', 'whole'],
    [NORTH, 'region=north,south', 'part'],
    [NORTH, 'region=land', 'part'],
    [NORTH, 'region=south', 'none'],
    [{ ...NORTH, ...BOMBS }, 'region=north', 'part'],
    [{ ...IS, ...BOMBS }, 'actor=iscp', 'part'],
    [{ ...IS, ...BOMBS }, 'actor=gur&type=bombing', 'none'],
  ])('noted as %o concerns “%s”: %s', (change, query, expected) => {
    expect(reach(change, query)).toBe(expected);
  });
});
