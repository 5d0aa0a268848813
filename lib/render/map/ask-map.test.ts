import { describe, expect, it } from 'vitest';
import { ENGINE, GUIDE, INFO, OUTLINES } from '../../../testing/pictures/asked-map';
import { incident, seriesOfHand } from '../../../testing/series/hand-made';
import { distancesIn } from '../../boundaries/near-country';
import type { Engine } from '../../query/engine';
import { evaluate } from '../../query/meaning/evaluate';
import type { Incident, RegionId, Series } from '../../series/model';
import { boundarySet } from '../../store/outlines/boundary-sets';
import { parseView } from '../../view/parse';
import { marginSentences } from '../../words/marks/margin';
import { askForMap } from './ask-map';
import { doubtedPoints } from './doubted-points';

const mapOf = (query: string) => {
  const { view } = parseView(GUIDE.meta.id, new URLSearchParams(query));
  return askForMap(ENGINE, view, INFO, OUTLINES);
};

describe('what is selected of a chart', () => {
  it.each([
    ['', ['winter-red', 'winter-blue', 'summer-red', 'far-blue']],
    ['select=2020-01', ['winter-red', 'winter-blue']],
    ['select=*,red', ['winter-red', 'summer-red']],
    ['select=2020-07,blue', ['far-blue']],
    // Never more than the view has: neither days nor groups beyond it.
    ['from=2020-01-15&select=2020-01', ['winter-blue']],
    ['series=blue&select=*,red', []],
    ['to=2020-02&select=2020-07', []],
  ])('is all that a map counts: %s', async (query, names) => {
    const map = await mapOf(`${query}&map=dots`);
    expect(map!.places.marks.map(({ name }) => name).sort()).toEqual([...names].sort());
  });

  it.each([
    ['', { aaa: 15, bbb: 11 }],
    ['select=2020-01', { aaa: 8, bbb: 0 }],
    ['select=*,red', { aaa: 10, bbb: 0 }],
  ])('is all that its shades sum: %s', async (query, killed) => {
    const map = await mapOf(`${query}&map=regions&measure=fatalities`);
    const figures = map!.regions!.map(({ series, best }) => [series, best ?? 0]);
    expect(Object.fromEntries(figures)).toEqual(killed);
  });

  it.each(['dots', 'hexagons', 'regions'])('leaves the part of the world as it was: %s', async (form) => {
    const [whole, selected] = await Promise.all([
      mapOf(`map=${form}`),
      mapOf(`map=${form}&select=2020-07,blue`),
    ]);
    expect(selected!.base.frame).toEqual(whole!.base.frame);
    const grid = (id: string) => id.split(':').slice(0, 2).join(':');
    const [mark] = selected!.places.marks;
    expect(whole!.places.marks.map(({ id }) => grid(id))).toContain(grid(mark!.id));
  });
});

describe('the part that a map shows', () => {
  it('has all that is in sight and nothing else, and changes no figure of it', async () => {
    const map = await mapOf('part=8,49,12,51&map=dots');
    const names = map!.places.marks.map(({ name, best }) => [name, best]);
    expect(names.sort()).toEqual([
      ['summer-red', 1],
      ['winter-blue', 1],
      ['winter-red', 1],
    ]);
    expect(map!.places.outside).toEqual({ low: 1, best: 1, high: 1 });
  });

  it('has what stands at its very edge', async () => {
    // The frame has room about a part: a point a tenth of a degree west of it is in sight.
    const map = await mapOf('part=9.1,49,13,51&map=dots');
    expect(map!.places.marks.map(({ name }) => name)).toContain('winter-red');
  });

  it('goes before the box, which still filters', async () => {
    const [part, both] = await Promise.all([
      mapOf('part=8,49,12,51&map=dots'),
      mapOf('part=8,49,12,51&box=50,40,70,60&map=dots'),
    ]);
    expect(both!.base.frame).toEqual(part!.base.frame);
  });
});

describe('points with which something may be wrong', () => {
  const inLand = (id: string, lat: number, lon: number): Incident => {
    const one = incident(id, '2020-05-05', ['red'], { regions: ['unit' as RegionId] });
    return { ...one, place: { ...one.place, name: id, lat, lon, precision: 'town' } };
  };
  // The country of the rows reaches from 47° to 53° N and from 7° to 13° E, another from 57° to 63° E.
  const SWAPPED = [inLand('good', 50, 10), inLand('north', 52, 9), inLand('swapped', 10, 50)];
  const AT_SEA = inLand('at sea', -30, 10);
  const ABROAD = inLand('abroad', 51, 59);
  const unit = { id: 'unit' as RegionId, label: 'AAA-1', country: 'AAA' };
  const ask = (incidents: readonly Incident[], query: string, mostSearched = 20_000) => {
    const series: Series = { ...seriesOfHand(incidents), regions: [{ ...unit }] };
    const { incidents: ___, sources: ____, ...guide } = series;
    const info = { guide, ranking: { actor: ['red'], type: [], region: ['unit'] } };
    const { view } = parseView(guide.meta.id, new URLSearchParams(query));
    const run: Engine['run'] = async (asked) => {
      const isOfAll = asked.kind === 'places' && asked.most === 20_000;
      return evaluate(series, isOfAll ? { ...asked, most: mostSearched } : asked);
    };
    return askForMap({ run }, view, info, OUTLINES).then((map) => ({
      ...{ guide, view, map: map! },
    }));
  };
  const doubtsOf = async (...asked: Parameters<typeof ask>) =>
    (await ask(...asked)).map.doubts.map(({ why, ids }) => [why, ...ids]);

  it.each([
    [
      'lie far from the country of their rows, and in it with their numbers exchanged',
      SWAPPED,
      [['exchanged', 'town:10:50']],
    ],
    ['are far from all land', [...SWAPPED.slice(0, 2), AT_SEA], [['sea', 'town:-30:10']]],
    ['lie far from the country of their rows, in another', [SWAPPED[0]!, ABROAD], [['abroad', 'town:51:59']]],
    // A tenth of a degree of a coast is 11 km; half a degree of a meridian 56.
    ['lie off the coast, but near it', [inLand('near', 53.1, 10)], []],
    ['lie off the coast, out of its sight', [inLand('off', 53.5, 10)], [['sea', 'town:53.5:10']]],
    ['lie in a country of which no row speaks', [{ ...ABROAD, regions: [] }], []],
  ])('are named where they %s', async (_title, incidents, expected) => {
    for (const form of ['dots', 'hexagons'] as const)
      for (const mostSearched of [20_000, 0])
        expect(await doubtsOf(incidents, `map=${form}`, mostSearched)).toEqual(expected);
  });

  it('are at sea and not exchanged off the Nile delta, though exchanged they would lie in Egypt, too', async () => {
    // The earthquake of 12 September 1955 (NOAA), some 100 km off Alexandria; and Luxor, exchanged.
    const egypt = { id: 'egypt' as RegionId, label: 'Nile', country: 'Egypt' };
    const rows = [inLand('Alexandria', 32.2, 29.6), inLand('Luxor', 32.64, 25.69), inLand('Cairo', 30, 31.2)];
    const series: Series = {
      ...seriesOfHand(rows.map((row) => ({ ...row, regions: [egypt.id] }))),
      regions: [egypt],
    };
    const { incidents: ___, sources: ____, ...guide } = series;
    const kmFrom = distancesIn(boundarySet(null)!);
    const doubted = await doubtedPoints({ run: async (asked) => evaluate(series, asked) }, guide, kmFrom);
    expect([...doubted]).toEqual([
      ['town:32.64:25.69', 'sea'],
      ['town:32.2:29.6', 'sea'],
    ]);
  });

  it('are found by the countries of the rows where the series has no regions', async () => {
    const rows = [...SWAPPED, AT_SEA, ABROAD].map((one) => ({
      ...{ ...one, regions: [], place: { ...one.place, country: 'AAA' } },
    }));
    // One of two rows at a point lies in its country.
    const other = { ...ABROAD, id: 'other' as Incident['id'], regions: [] };
    const both = [...rows, { ...other, place: { ...other.place, country: 'BBB' } }];
    const found = async (incidents: readonly Incident[]) => {
      const series: Series = { ...seriesOfHand(incidents), regions: [] };
      const { incidents: ___, sources: ____, ...guide } = series;
      const kmFrom = OUTLINES.distances(null);
      return doubtedPoints({ run: async (asked) => evaluate(series, asked) }, guide, kmFrom);
    };
    const expected = { 'town:10:50': 'exchanged', 'town:-30:10': 'sea' };
    expect(Object.fromEntries(await found(rows))).toEqual({ ...expected, 'town:51:59': 'abroad' });
    expect(Object.fromEntries(await found(both))).toEqual(expected);
  });

  it('are counted in the margin, whatever part is shown, and only where the view has them', async () => {
    const all = [...SWAPPED, AT_SEA, ABROAD, inLand('also abroad', 51, 59)];
    const sentences = async (query: string) => {
      const { guide, view, map } = await ask(all, query);
      return marginSentences(guide, view, 'incidents', map);
    };
    const said = [
      '1 incident may have latitude and longitude exchanged.',
      '1 incident is at sea, more than 50 km from any land of these outlines.',
      '2 incidents are more than 100 km from the country that their rows name, by these outlines.',
    ];
    expect(await sentences('map=dots')).toEqual(said);
    expect(await sentences('map=hexagons')).toEqual(said);
    expect(await sentences('map=dots&part=8,49,12,51')).toEqual(expect.arrayContaining(said));
    expect(await doubtsOf(all, 'map=dots&from=2021&to=2021').catch(() => 'no map')).toEqual('no map');
  });

  it('say where a link names no more than some of them', async () => {
    const many = Array.from({ length: 42 }, (_unused, at) => inLand(`at sea ${at}`, -30, at / 2));
    const { guide, view, map } = await ask([...many, inLand('at sea 0', -30, 0)], 'map=dots');
    expect(marginSentences(guide, view, 'incidents', map)).toEqual([
      '43 incidents are at sea, more than 50 km from any land of these outlines (see those at 40 of 42 points).',
    ]);
    // That of the most incidents first.
    expect(map.doubts[0]!.ids).toHaveLength(40);
    expect(map.doubts[0]!.ids[0]).toBe('town:-30:0');
  });

  it.each(['dots', 'hexagons'])(
    'do not make the map show what lies between, if they are exchanged: %s',
    async (form) => {
      const [withIt, without] = await Promise.all([
        ask(SWAPPED, `map=${form}`),
        ask(SWAPPED.slice(0, 2), `map=${form}`),
      ]);
      expect(withIt.map.places.marks).toHaveLength(3);
      const [one, other] = [withIt.map.base.frame, without.map.base.frame];
      // Hexagons have a frame around all of them, not around the points in them.
      expect(one.lon).toBeCloseTo(other.lon, form === 'dots' ? 9 : 0);
      expect(one.lat).toBeCloseTo(other.lat, form === 'dots' ? 9 : 0);
      const grid = (id: string) => id.split(':').slice(0, 3).join(':');
      if (form === 'hexagons')
        expect(grid(withIt.map.places.marks[0]!.id)).toBe(grid(without.map.places.marks[0]!.id));
    },
  );
});
