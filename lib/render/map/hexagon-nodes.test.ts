import { expect, it } from 'vitest';
import { markOf, placesOf, sampleMap } from '../../../testing/pictures/map-sample';
import { hexCentre } from '../../series/places/hexagons';
import { hexagonId } from '../../series/places/place-ids';
import { lightPaint } from '../scene/paint';
import type { SceneNode } from '../scene/scene';
import { hexagonNodes } from './hexagon-nodes';
import { layMap } from './lay-map';

const GRID = { across: 20, parallel: 50 };

/** What the outlines of a path enclose, in its own units, and how many corners they have. */
function enclosed({ attrs }: SceneNode) {
  let [area, corners, x, y] = [0, 0, 0, 0];
  for (const [, text = ''] of String(attrs.d).matchAll(/m([^mz]*)z/g)) {
    const steps = [...text.matchAll(/-?\d+/g)].map(Number);
    const points: [number, number][] = [];
    let [toX, toY] = [x, y];
    for (let at = 0; at < steps.length; at += 2) {
      [toX, toY] = [toX + (steps[at] ?? 0), toY + (steps[at + 1] ?? 0)];
      points.push([toX, toY]);
    }
    [x, y] = points[0] ?? [x, y];
    corners += points.length;
    points.forEach(([ax, ay], at) => {
      const [bx, by] = points[(at + 1) % points.length] ?? [0, 0];
      area += (ax * by - bx * ay) / 2;
    });
  }
  return { area: Math.abs(area), corners };
}

it('joins thousands of hexagons of one shade, each upon those that are paler, and covers what they cover', () => {
  const marks = Array.from({ length: 1200 }, (_, at) => {
    const hexagon = { column: 1040 + (at % 40), row: 250 + Math.floor(at / 40) };
    const count = at % 17 === 0 ? 90 : at % 11 === 0 ? 30 : at % 5 === 0 ? 8 : 1;
    const id = hexagonId(GRID, hexagon);
    return {
      ...markOf(`exact 50 10 ${id}`, `is:${count}`),
      id,
      precision: null,
      ...hexCentre(GRID, hexagon),
    };
  });
  const layout = layMap(sampleMap(placesOf(marks, { as: 'hexagons', points: 7000 })), 900);
  const each = hexagonNodes(layout, lightPaint);
  const joined = hexagonNodes(layout, lightPaint, 'joined');
  const shade = ({ attrs }: SceneNode) => Number(attrs['data-shade']);
  expect(each.length).toBeGreaterThan(2);
  expect(joined.map(shade)).toEqual(each.map(shade).sort((a, b) => a - b));
  const upon = ({ attrs }: SceneNode) => attrs['data-upon'];
  expect(joined.map(upon)).toEqual([undefined, ...joined.slice(0, -1).map(shade)]);
  expect(each.map(upon)).toEqual(each.map(() => undefined));
  for (const layer of joined) {
    const covered = each.filter((one) => shade(one) >= shade(layer));
    expect(enclosed(layer).area).toBeCloseTo(
      covered.reduce((sum, one) => sum + enclosed(one).area, 0),
      6,
    );
  }
  const length = (nodes: readonly SceneNode[]) =>
    nodes.reduce((sum, { attrs }) => sum + String(attrs.d).length, 0);
  expect(length(joined)).toBeLessThan(0.7 * length(each));
  // Layer upon layer has the colours of the shades, but for the edges that are not drawn.
  let clear = 1;
  for (const layer of joined) {
    clear *= 1 - Number(layer.attrs['fill-opacity']);
    const opacity = Number(each.find((one) => shade(one) === shade(layer))?.attrs['fill-opacity']);
    expect(Math.abs(1 - clear - opacity)).toBeLessThan(0.12);
  }
});

it('leaves fewer hexagons as they are', () => {
  const marks = [[1040, 250] as const, [1041, 250] as const].map(([column, row]) => {
    const id = hexagonId(GRID, { column, row });
    return {
      ...markOf(`exact 50 10 ${id}`, 'is:1'),
      id,
      precision: null,
      ...hexCentre(GRID, { column, row }),
    };
  });
  const layout = layMap(sampleMap(placesOf(marks, { as: 'hexagons', points: 7000 })), 900);
  expect(hexagonNodes(layout, lightPaint, 'joined')).toEqual(hexagonNodes(layout, lightPaint));
});
