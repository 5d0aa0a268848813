import { describe, expect, it } from 'vitest';
import { placesOf, SAMPLE_MARKS, sampleMap } from '../../../testing/pictures/map-sample';
import type { RegionRate } from '../../query/exposure/region-rates';
import type { CoverageNote, RegionDef, RegionId, SourceId } from '../../series/model';
import { parseBound } from '../../time/bounds';
import { addDays, type Day, formatDay, toDay } from '../../time/day';
import type { View } from '../../view/view';
import { placeSentence, shortFigure } from '../../words/marks/map';
import { marginEntries, marginSentences } from '../../words/marks/margin';
import { regionSentences } from '../../words/marks/regions';
import { lightPaint } from '../scene/paint';
import { toSvg } from '../scene/svg';
import { layMap } from './lay-map';
import { mapScene } from './map';
import { mapLabels } from './map-labels';
import { mapLegend } from './map-legend';
import { placeNodes } from './map-nodes';
import { byValue, listedMarks } from './place-steps';
import { namedRegions, type RegionShade, regionSearches, shadedIds, shadedRegions } from './shaded-regions';
import { countShades, rateShades, shadeOf, shadeSteps } from './shades';

const MAP = sampleMap(placesOf(SAMPLE_MARKS));
const GAP_NOTE: CoverageNote = {
  ...{ id: 'gap', from: toDay(2024, 2, 1), to: toDay(2024, 2, 29), kind: 'gap' },
  ...{ actors: [], types: [], text: 'Nobody could go there.' },
};

const dayBound = (day: Day) => parseBound(formatDay(day))!;

describe('a map of regions', () => {
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
      // The second is an id that every object has a property of.
      sources: ['census', 'constructor'] as readonly string[] as readonly SourceId[],
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
      '50 km',
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
      'The number of people is known: 2024; sources: census and constructor.',
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
      '50 km',
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
});
