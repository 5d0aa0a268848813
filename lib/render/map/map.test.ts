import { describe, expect, it } from 'vitest';
import { expectGolden } from '../../../testing/pictures/golden-file';
import { markOf, placesOf, SAMPLE_MARKS, sampleMap } from '../../../testing/pictures/map-sample';
import { FRAME_WIDTH, frameOf, projectionOf } from '../../boundaries/map-frame';
import { frameOfPart } from '../../boundaries/part-frame';
import type { CoverageNote } from '../../series/model';
import { aroundOf, heightOf, hexagonAt, hexCentre, hexMeasures } from '../../series/places/hexagons';
import { hexagonId } from '../../series/places/place-ids';
import { parseBound } from '../../time/bounds';
import { type Day, formatDay, toDay } from '../../time/day';
import { mapSentence, placeSentence, shortRange, sumsSentence } from '../../words/marks/map';
import { marginSentences } from '../../words/marks/margin';
import { lightPaint } from '../scene/paint';
import { toSvg } from '../scene/svg';
import { textWidth } from '../scene/text-width';
import { layMap, placeAt } from './lay-map';
import { boundaryWords, mapScene } from './map';
import { mapGroups } from './map-groups';
import { mapLabels } from './map-labels';
import { mapLegend } from './map-legend';
import { placeNodes } from './map-nodes';
import { stepPlace } from './place-steps';
import { mixed } from './shades';

const MAP = sampleMap(placesOf(SAMPLE_MARKS));
const _GAP_NOTE: CoverageNote = {
  ...{ id: 'gap', from: toDay(2024, 2, 1), to: toDay(2024, 2, 29), kind: 'gap' },
  ...{ actors: [], types: [], text: 'Nobody could go there.' },
};
const _dayBound = (day: Day) => parseBound(formatDay(day))!;
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
      '50 km',
    ]);
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

  it.each([
    [{ west: 8, south: 49, east: 11, north: 51 }, '20 km', 20],
    [{ west: 30.00001, south: 60, east: 30.00101, north: 60.0005 }, '20 m', 0.02],
    [{ west: 30, south: 41, east: 60, north: 60 }, '200 km', 200],
  ])('says how long a stretch of it is, and not where that differs over it: %o', (part, words, km) => {
    const frame = frameOfPart(part);
    const layout = layMap({ ...MAP, base: { ...MAP.base, frame } }, 700);
    const bar = mapLegend(layout, lightPaint).find(({ key }) => key === 'scale')!;
    expect(bar.words).toBe(words);
    // So far to the north by the length of a degree, 111.19 km.
    const projection = projectionOf(frame);
    const [lon = 0, lat = 0] = projection.invert!([FRAME_WIDTH / 2, frame.height / 2])!;
    const [from, to] = [projection([lon, lat])!, projection([lon, lat + km / 111.1949])!];
    expect(bar.width - 1).toBeCloseTo(Math.abs(from[1] - to[1]) * layout.unit, -0.5);
    const world = frameOf({ west: 19, south: 41, east: -169, north: 80 });
    const wide = layMap({ ...MAP, base: { ...MAP.base, frame: world } }, 700);
    expect(mapLegend(wide, lightPaint).some(({ key }) => key === 'scale')).toBe(false);
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
