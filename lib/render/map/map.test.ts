import { describe, expect, it } from 'vitest';
import { expectGolden } from '../../../testing/pictures/golden-file';
import { markOf, placesOf, SAMPLE_MARKS, sampleMap } from '../../../testing/pictures/map-sample';
import type { RegionRate } from '../../query/exposure/region-rates';
import type { CoverageNote, RegionDef, RegionId, SourceId } from '../../series/model';
import { aroundOf, heightOf, hexagonAt, hexCentre, hexMeasures } from '../../series/places/hexagons';
import { hexagonId } from '../../series/places/place-ids';
import { parseBound } from '../../time/bounds';
import { addDays, type Day, formatDay, toDay } from '../../time/day';
import type { View } from '../../view/view';
import { mapSentence, placeSentence, shortFigure, shortRange, sumsSentence } from '../../words/marks/map';
import { marginEntries, marginSentences } from '../../words/marks/margin';
import { regionSentences } from '../../words/marks/regions';
import { lightPaint } from '../scene/paint';
import { toSvg } from '../scene/svg';
import { textWidth } from '../scene/text-width';
import { layMap, placeAt } from './lay-map';
import { boundaryWords, mapScene } from './map';
import { mapGroups } from './map-groups';
import { mapLabels } from './map-labels';
import { mapLegend } from './map-legend';
import { placeNodes } from './map-nodes';
import { byValue, listedMarks, stepPlace } from './place-steps';
import { namedRegions, type RegionShade, regionSearches, shadedIds, shadedRegions } from './shaded-regions';
import { countShades, mixed, rateShades, shadeOf, shadeSteps } from './shades';

const MAP = sampleMap(placesOf(SAMPLE_MARKS));
const GAP_NOTE: CoverageNote = {
  ...{ id: 'gap', from: toDay(2024, 2, 1), to: toDay(2024, 2, 29), kind: 'gap' },
  ...{ actors: [], types: [], text: 'Nobody could go there.' },
};
const dayBound = (day: Day) => parseBound(formatDay(day))!;
const GRID = { across: 50, parallel: 50 };

/** The hexagons around some points, with a count each. */
function hexagons(...points: readonly (readonly [lat: number, lon: number, count: number])[]) {
  const marks = points.map(([lat, lon, count]) => {
    const hexagon = hexagonAt(hexMeasures(GRID), aroundOf(lon), heightOf(lat));
    const mark = markOf(`exact ${lat} ${lon}`, `iskp:${count}`);
    return { ...mark, id: hexagonId(GRID, hexagon), precision: null, ...hexCentre(GRID, hexagon) };
  });
  return placesOf(marks, { as: 'hexagons', points: 7000 });
}

describe('a map', () => {
  it('has hexagons whose edges take little of them, however small they are', () => {
    const input = sampleMap(hexagons([50, 10, 1], [50.5, 10.8, 30], [49, 9, 400]));
    for (const width of [900, 300, 60]) {
      const layout = layMap(input, width);
      const svg = toSvg(mapScene(layout, 'm', lightPaint));
      // In halves of a pixel, as wide on either side of the line.
      const edges = [...svg.matchAll(/map-hexagon[^>]*stroke-width="([\d.]+)"/g)].map(
        ([, one]) => Number(one) / 2,
      );
      expect(edges.length).toBeGreaterThan(1);
      for (const edge of edges) expect(edge).toBeLessThan(layout.items[0]!.radius / 5);
    }
  });

  it.each([
    [300, 680, 0.5, 38],
    [2400, 1400, 1, 36],
    [2400, 40, 0.5, 36],
  ])(
    'draws each of %i hexagons once and where it is, %i pixels wide to %f of one, in few characters',
    (count, width, step, most) => {
      const spread = Array.from({ length: count }, (_, at) => [
        44 + ((at * 7) % 100) / 10 + at / 2e4,
        2 + ((at * 13) % 130) / 10 + at / 300,
      ]);
      const input = sampleMap(hexagons(...spread.map(([lat, lon], at) => [lat!, lon!, at % 9] as const)));
      const layout = layMap(input, width);
      const svg = toSvg(mapScene(layout, 'm', lightPaint));
      const texts = [...svg.matchAll(/map-hexagon"[^>]* d="([^"]*)"/g)].map(([, d]) => d!);
      // The numbers of such a path go by twos, each from the point before; “z” leads back to where a hexagon began.
      const drawn = texts.flatMap((text) => {
        let [x, y] = [0, 0];
        return text.split('z').flatMap((part) => {
          const numbers = [...part.matchAll(/-?\d+/g)].map(Number);
          const corners = numbers.flatMap((dx, at) => {
            if (at % 2 === 1) return [];
            [x, y] = [x + dx, y + numbers[at + 1]!];
            return [`${x * step} ${y * step}`];
          });
          [x, y] = (corners[0] ?? '0 0').split(' ').map((one) => Number(one) / step) as [number, number];
          return corners.length === 0 ? [] : [corners.toSorted().join()];
        });
      });
      const half = (value: number) => Math.round(value / step) * step + 0;
      const laid = layout.items.map(({ corners }) =>
        corners
          .map(([x, y]) => `${half(x)} ${half(y)}`)
          .sort()
          .join(),
      );
      expect(drawn.sort()).toEqual(laid.sort());
      expect(texts.join('').length / layout.items.length).toBeLessThan(most);
    },
  );

  it('says where it has sums in place of a measure that is none', () => {
    const { guide } = MAP.info;
    expect(sumsSentence(guide, 'fatalities')).toBeNull();
    expect(sumsSentence(guide, 'incidents')).toBeNull();
    expect(sumsSentence(guide, 'killed-per-incident')).toMatch(
      /^“Killed per .*” does not add up over places: the map has (fatalities|killed)\.$/,
    );
  });

  it('names a place once, however many marks it has, and another of its name by itself', () => {
    const marks = [
      markOf('exact 50.5 9 Springfield', 'iskp:9'),
      markOf('town 50.51 9.01 Springfield', 'iskp:7'),
      markOf('district 50.5 9.02 Springfield', 'iskp:5'),
      markOf('town 49 11.5 Springfield', 'iskp:3'),
      markOf('town 49 9 Elsewhere', 'iskp:2'),
    ];
    const names = mapLabels(layMap(sampleMap(placesOf(marks)), 720)).filter(({ on }) => !on);
    expect(names.map(({ text }) => text).sort()).toEqual(['Elsewhere', 'Springfield', 'Springfield']);
  });

  it('has the doubt of a count beside it in its list', () => {
    const mark = { ...markOf('town 50 10 Here', 'iskp:3'), low: 1, best: 3, high: 3 };
    expect(shortRange(mark)).toBe('1–3');
    expect(shortRange({ ...mark, low: 3 })).toBeNull();
    expect(shortRange({ ...mark, low: null })).toBeNull();
    expect(shortRange({ ...mark, rate: null })).toBeNull();
  });

  it.each([
    ['dots', MAP],
    ['hexagons', sampleMap(hexagons([50, 10, 1], [50.5, 10.8, 30], [49, 9, 400]))],
  ] as const)('looks as its golden does: %s', (name, input) => {
    expectGolden(`map-${name}`, toSvg(mapScene(layMap(input, 720), 'm', lightPaint)));
  });

  it('has marks whose area grows with the count, of the colours of their groups in their shares', () => {
    const { items } = layMap(MAP, 720);
    const of = (name: string) => items.find(({ mark }) => mark.name === name)!;
    expect(of('Northtown').radius / of('Southam').radius).toBeCloseTo(Math.sqrt(40 / 9), 5);
    expect(of('Eastville').slices).toEqual([
      { colour: '--group-2', share: 0.75 },
      { colour: '--group-1', share: 0.25 },
    ]);
    expect(of('Somewhere').slices).toEqual([{ colour: '--group-other', share: 1 }]);
  });

  it('has many small marks as short text, each where it is', () => {
    const many = Array.from({ length: 200 }, (_, at) =>
      markOf(`exact ${49 + (at % 20) / 10} ${9 + at / 100}`, 'is:1', at === 0 ? 'iskp:900' : 'is:0'),
    );
    const layout = layMap(sampleMap(placesOf(many)), 720);
    const specks = placeNodes(layout, 'm', lightPaint).filter(({ attrs }) => attrs.class === 'map-specks');
    let [x, y] = [0, 0];
    const drawn = specks.flatMap(({ attrs }) => {
      [x, y] = [0, 0];
      return [...String(attrs.d).matchAll(/m(-?[\d.]*)[ ]?(-?[\d.]+)h0/g)].map(([, dx, dy]) => {
        [x, y] = [x + Number(dx), y + Number(dy)];
        return `${x},${y}`;
      });
    });
    const wanted = layout.items.slice(1).map((one) => `${Math.round(2 * one.x)},${Math.round(2 * one.y)}`);
    expect([...drawn].sort()).toEqual([...wanted].sort());
  });

  it('finds the mark at a point, the smaller of two that lie upon each other', () => {
    const layout = layMap(
      sampleMap(placesOf([markOf('exact 50 10', 'is:100'), markOf('exact 50 10.02', 'is:1')])),
      720,
    );
    const small = layout.items.find(({ value }) => value === 1)!;
    expect(placeAt(layout, small.x, small.y)).toBe(small);
    expect(placeAt(layout, 5, 5)).toBeNull();
  });

  it('draws no text upon another', () => {
    const many = Array.from({ length: 40 }, (_, at) =>
      markOf(`exact ${49 + (at % 7) / 5} ${9 + at / 25} Place number ${at}`, `is:${1 + (at % 9) * 12}`),
    );
    const labels = mapLabels(layMap(sampleMap(placesOf(many)), 720));
    expect(labels.length).toBeGreaterThan(5);
    const boxes = labels.map(({ text, x, y, size }) => ({
      x,
      y,
      half: textWidth(text, size) / 2,
      tall: size * 0.55,
    }));
    for (const [at, one] of boxes.entries())
      for (const other of boxes.slice(at + 1)) {
        expect(
          Math.abs(one.x - other.x) >= one.half + other.half ||
            Math.abs(one.y - other.y) >= one.tall + other.tall,
        ).toBe(true);
      }
  });

  it('names the colours that are on it, and how each mark says where', () => {
    const layout = layMap(MAP, 720);
    expect(mapGroups(layout).map(({ label }) => label)).toEqual([
      'IS',
      'ISKP',
      'Other (1 actor)',
      'Not established',
    ]);
    expect(mapLegend(layout, lightPaint).map(({ words }) => words)).toEqual([
      '4 attacks',
      '40 attacks',
      'town or village',
      'somewhere in the district',
      'somewhere in the region',
      'the source does not say how precisely',
    ]);
  });

  it('has five shades, of which each value has one', () => {
    const shades = countShades(1000, 3);
    const steps = shadeSteps(shades);
    expect(steps.map(({ from, to }) => [from, to])).toEqual([
      [1, 8],
      [9, 64],
      [65, 216],
      [217, 512],
      [513, 1000],
    ]);
    for (const { shade, from, to } of steps)
      expect([shadeOf(from, shades), shadeOf(to, shades)]).toEqual([shade, shade]);
    expect([shadeOf(0, shades), shadeOf(null, shades)]).toEqual([0, 0]);
    expect(shadeSteps(countShades(2, 3)).map(({ from, to }) => [from, to])).toEqual([
      [1, 1],
      [2, 2],
    ]);
  });

  it('has shades of rates whose ends a legend can write, the largest in the last', () => {
    expect(rateShades(3.217)).toEqual([0.13, 0.52, 1.2, 2.1, 3.3]);
    expect(shadeOf(3.217, rateShades(3.217))).toBe(5);
    expect(shadeOf(0.0001, rateShades(3.217))).toBe(1);
    expect(rateShades(0)).toEqual([]);
  });

  it('shades regions by their counts, says which have no outline, and has them in its list', () => {
    const value = (series: string, label: string, best: number, area: RegionShade['area']) => {
      return { series, label, low: best, best, high: best, basis: null, matched: best, area };
    };
    const outline = { outline: 'M100 100l200 0 0 200-200 0z', x: 200, y: 200, room: 200 };
    const regions = [
      value('a', 'Aland', 90, outline),
      value('b', 'Bland', 0, outline),
      value('c', 'Cland', 3, null),
    ];
    const layout = layMap({ ...MAP, regions }, 720);
    const drawn = placeNodes(layout, 'm', lightPaint)[0]!.children!;
    expect(drawn.map(({ attrs }) => [attrs['data-region'], attrs['data-shade']])).toEqual([
      ['a', 5],
      ['b', 0],
    ]);
    expect(mapLabels(layout).map(({ text }) => text)).toEqual(['90']);
    // What has no outline stands in the list, and in the margin with its count; so does what names no region.
    expect(listedMarks(layout).map(({ name }) => name)).toEqual(['Aland', 'Cland', 'Bland']);
    const figure = (series: string | null, best: number) => ({ ...value('', '', best, null), series });
    const rest = { none: figure('none', 7), total: figure(null, 98) };
    const left = { places: MAP.places, regions, rest, off: {} };
    expect(marginEntries(MAP.info.guide, 'incidents', left)).toEqual([
      { at: { kind: 'region', id: 'none' }, text: '7 attacks whose row names no region' },
      { at: { kind: 'region', id: 'c' }, text: '3 attacks in Cland, which has no outline here' },
    ]);
    expect(marginSentences(MAP.info.guide, MAP.view, 'incidents', left)[0]).toBe(
      'Attacks in several regions count in each: the regions add up to 100, all together are 98.',
    );
    expect(regionSentences(MAP.info.guide, MAP.view, 'incidents', regions)).toEqual([
      '2 regions: the stronger the colour, the more attacks. These are counts, not rates.',
    ]);
  });

  it('shades regions by their rates, with what chance leaves open, and names those of which nobody knows the people', () => {
    const outline = { outline: 'M100 100l200 0 0 200-200 0z', x: 200, y: 200, room: 200 };
    const span = { from: toDay(2024, 1, 1), to: toDay(2024, 12, 31) };
    const rate = {
      count: 9,
      perPeople: 0.523,
      low: 0.24,
      high: 0.99,
      model: 'poisson',
      known: [span],
      whole: true,
    } as const;
    const region = (series: string, best: number, rated: RegionRate | null) => {
      return {
        series,
        label: series.toUpperCase(),
        low: best,
        best,
        high: best,
        basis: null,
        matched: best,
        area: outline,
        rate: rated,
      };
    };
    const regions = [
      region('a', 9, rate),
      region('b', 4, null),
      region('c', 0, { ...rate, count: 0, perPeople: 0, low: 0, high: 0.2 }),
    ];
    const denominators = ['a', 'c'].map((id) => ({
      region: id as RegionId,
      date: '2024',
      ...span,
      people: 1e6,
      sources: ['census' as SourceId],
    }));
    const input = {
      ...MAP,
      info: { ...MAP.info, guide: { ...MAP.info.guide, denominators } },
      view: { ...MAP.view, shade: 'rate' as const },
      regions,
    };
    const layout = layMap(input, 720);
    expect(placeNodes(layout, 'm', lightPaint)[0]!.children!.map(({ attrs }) => attrs['data-shade'])).toEqual(
      [5, 'none', 0],
    );
    expect(mapLabels(layout).map(({ text }) => text)).toEqual(['0.52']);
    expect(mapLegend(layout, lightPaint).map(({ words }) => words)).toEqual([
      '0',
      'up to 0.021',
      '0.021–0.084',
      '0.084–0.19',
      '0.19–0.34',
      '0.34–0.53 per 100,000 people and year',
    ]);
    expect(byValue(layout).map(({ mark }) => [mark.name, shortFigure(mark)])).toEqual([
      ['A', '0.52'],
      ['C', '0'],
      ['B', '–'],
    ]);
    expect(placeSentence(input.info.guide, 'incidents', layout.items[0]!.mark)).toBe(
      'A: 0.52 per 100,000 people and year (9 attacks); by chance anything from 0.24 to 0.99 fits',
    );
    expect(regionSentences(input.info.guide, input.view, 'incidents', regions)).toEqual([
      '2 regions: the stronger the colour, the more attacks per 100,000 people and year, on days on which somebody looked. Rates of few attacks are much a matter of chance.',
      'The number of people is known: 2024; sources: census.',
      'It is not known for B, without a colour.',
    ]);
    const { denominators: _, ...uncounted } = input.info.guide;
    expect(
      regionSentences(
        uncounted,
        input.view,
        'incidents',
        regions.map(({ rate: __, ...one }) => one),
      )[0],
    ).toContain('These are counts, not rates, for the series has no numbers of people by region.');
  });

  it('hatches regions in which nobody looked, and shades those in which nothing happened as lightly as can be', () => {
    const regions = ['a', 'b', 'c'].map(
      (id): RegionDef => ({ id: id as RegionId, label: id.toUpperCase(), country: null }),
    );
    const gap = { ...GAP_NOTE, regions: ['a', 'c'] as readonly string[] as readonly RegionId[] };
    const guide = { ...MAP.info.guide, regions, coverageNotes: [gap] };
    const window = (from: Day, to: Day) => ({ ...MAP.view, from: dayBound(from), to: dayBound(to) });
    const inGap = window(gap.from, gap.to);
    const area = (at: number) => ({ outline: `M${at} 100l200 0 0 200-200 0z`, x: at, y: 200, room: 200 });
    const shadesIn = (view: View) =>
      shadedRegions(regions, new Map(regions.map(({ id }, at) => [id as string, area(100 + at)])), {
        figures: {
          values: new Map([['c', { low: 2, best: 2, high: 2, basis: null, matched: 2 }]]),
          together: new Map(),
        },
        searches: regionSearches(view, guide),
      });
    const layout = layMap(
      { ...MAP, info: { ...MAP.info, guide }, view: inGap, regions: shadesIn(inGap) },
      720,
    );
    const { children: drawn = [] } = placeNodes(layout, 'm', lightPaint)[1]!;
    expect(drawn.map(({ attrs }) => attrs['data-shade'] ?? attrs.fill)).toEqual([
      ...['none', 0, 5],
      ...['url(#m-unsearched)', 'url(#m-unsearched)'],
    ]);
    // Dark lines and pale ones, so that it is seen upon any shade.
    const svg = toSvg(mapScene(layout, 'm', lightPaint));
    const [, hatching = ''] = /<pattern[^>]*unsearched[^>]*>(.*?)<\/pattern>/s.exec(svg) ?? [];
    const strokes = [...hatching.matchAll(/stroke="([^"]+)"/g)].map(([, colour]) => colour);
    expect(strokes.sort()).toEqual([lightPaint('--ink-3'), lightPaint('--page')].sort());
    expect(mapLegend(layout, lightPaint).map(({ words }) => words)).toEqual([
      '0',
      '1',
      '2 attacks',
      'nobody looked there',
    ]);
    expect(byValue(layout).map(({ mark }) => [mark.name, shortFigure(mark)])).toEqual([
      ['C', '2'],
      ['B', '0'],
      ['A', '–'],
    ]);
    expect(placeSentence(guide, 'incidents', layout.items[0]!.mark)).toBe(
      'A: not searched: nobody looked on these days',
    );
    expect(regionSentences(guide, inGap, 'incidents', layout.input.regions!)).toContain(
      'Hatched, for nobody looked there: A and C.',
    );
    // A longer window was searched in part, which the card says; another was searched everywhere.
    const wider = shadesIn(window(addDays(gap.from, -5), gap.to));
    expect(wider.map(({ search }) => search ?? null)).toEqual([
      { reach: 'part', caveat: 'In part not collected.' },
      null,
      { reach: 'part', caveat: 'In part not collected.' },
    ]);
    expect(
      shadesIn(window(addDays(gap.from, -5), addDays(gap.from, -1))).map(({ search }) => search),
    ).toEqual([undefined, undefined, undefined]);
  });

  it('mixes opaque colours, so that nothing beneath a region changes its shade', () => {
    expect(mixed('#204060', '#ffffff', 0.5)).toBe('#90a0b0');
    expect(mixed('var(--accent)', 'var(--page)', 0.12)).toBe(
      'color-mix(in srgb, var(--accent) 12%, var(--page))',
    );
  });

  it('names the largest places, though small marks lie beneath, and none of those that merely stand alone', () => {
    const small = Array.from({ length: 60 }, (_, at) =>
      markOf(`town ${50.9 + (at % 8) / 20} ${9 + at / 60} Small ${at}`, 'is:1'),
    );
    const marks = [
      markOf('town 51.1 9.5 Greatville', 'is:400'),
      ...small,
      markOf('town 48.2 11.8 Alone', 'is:1'),
    ];
    const names = mapLabels(layMap(sampleMap(placesOf(marks)), 720)).filter(({ on }) => !on);
    expect(names.map(({ text }) => text)).toContain('Greatville');
  });

  it('has the edge of the box that a view filters by', () => {
    const box = { west: 9, south: 49, east: 11, north: 51 };
    const nodes = placeNodes(layMap(sampleMap(placesOf(SAMPLE_MARKS), { box }), 720), 'm', lightPaint);
    const edge = nodes
      .flatMap(({ children = [] }) => children)
      .find(({ attrs }) => attrs.class === 'map-box');
    expect(edge?.attrs.d).toMatch(/^M.*z$/);
  });

  it('shades the smallest regions of a tree that have an outline, each by all that lies in it', () => {
    const region = (id: string, parent?: string) =>
      ({ id, label: id, country: null, ...(parent ? { parent } : {}) }) as RegionDef;
    const tree = [
      region('land'),
      region('north', 'land'),
      region('town', 'north'),
      region('lost', 'land'),
      region('else'),
    ];
    const count = (best: number) => ({ low: best, best, high: best, basis: null, matched: best });
    // As the engine answers, rolled up under what is shaded: what names the land alone has no part.
    const values = new Map([
      ['land', count(2)],
      ['north', count(5)],
      ['lost', count(2)],
      ['else', count(1)],
    ]);
    const outline = { outline: 'M0 0l9 0 0 9z', x: 5, y: 5, room: 5 };
    const shaded = shadedIds(tree, ['land', 'north']);
    expect(shaded).toEqual(['north']);
    const drawn = shadedRegions(tree, new Map(shaded.map((id) => [id, outline])), {
      figures: { values, together: new Map() },
    });
    expect(drawn.map(({ label, best, area }) => [label, best, area !== null])).toEqual([
      ['land, no part named', 2, false],
      ['north', 5, true],
      ['lost', 2, false],
      ['else', 1, false],
    ]);
    const left = { places: MAP.places, regions: drawn, rest: null, off: {} };
    const guide = { ...MAP.info.guide, regions: tree };
    expect(marginEntries(guide, 'incidents', left).map(({ text }) => text)).toEqual([
      '2 attacks in land, no part named',
      '2 attacks in lost, which has no outline here',
      '1 attack in else, which has no outline here',
    ]);
    expect(namedRegions(tree).map(({ country }) => country)).toEqual([null, 'land', 'land', 'land', null]);
    expect(namedRegions(tree).some(({ isCountry }) => isCountry)).toBe(false);
    const inLand = tree.map((one) => (one.parent === undefined ? one : { ...one, country: 'land' }));
    expect(namedRegions(inLand).map(({ isCountry }) => isCountry)).toEqual([true, false, false, false, true]);
  });

  it('steps to the mark in the direction of an arrow', () => {
    const layout = layMap(MAP, 720);
    const named = (name: string) => layout.items.find(({ mark }) => mark.name === name)!;
    expect(stepPlace(layout, null, 'first')?.mark.name).toBe('Northtown');
    expect(stepPlace(layout, named('Northtown'), 'right')?.mark.name).toBe('Eastville');
    expect(stepPlace(layout, named('Southam'), 'up')?.mark.name).toBe('Eastville');
    expect(stepPlace(layout, named('Northtown'), 'up')).toBe(named('Northtown'));
  });

  it('says what it shows, what it leaves out, and who drew the outlines', () => {
    const { guide } = MAP.info;
    expect(mapSentence(guide, 'incidents', MAP.places)).toBe(
      '5 places, a mark each: its area grows with the number of attacks.',
    );
    const left = { ...MAP, rest: null, off: {} };
    expect(marginSentences(guide, MAP.view, 'incidents', left)).toEqual([
      '14 attacks are known to the country only.',
      '1 (0–1) attacks has coordinates that cannot be right.',
    ]);
    // In the measure of the map, not in incidents alone.
    const sums = { country: { low: 60, best: 70, high: 80, basis: null } };
    expect(marginSentences(guide, MAP.view, 'fatalities', { ...left, off: sums })[0]).toBe(
      '70 (60–80) fatalities in 14 attacks that are known to the country only.',
    );
    const empty = placesOf([], { outside: { low: 75, best: 78, high: 78 } });
    expect(mapSentence(guide, 'incidents', empty)).toBe(
      'No attack in the part shown: 78 (75–78) lie outside.',
    );
    const inBox = { ...MAP.view, box: { west: 0, south: 0, east: 1, north: 1 } };
    expect(marginSentences(guide, inBox, 'incidents', { ...left, places: empty }).at(-1)).toBe(
      '78 (75–78) attacks outside of the box.',
    );
    expect(placeSentence(guide, 'incidents', SAMPLE_MARKS[3]!)).toBe(
      '50° N, 8.5° E (somewhere in the region): 4 attacks',
    );
    expect(boundaryWords(MAP.base, null)).toContain('Made up (CC0)');
    expect(boundaryWords(MAP.base, ['atlas'])).toContain('Outlines of regions: the series’ own (atlas).');
  });
});
