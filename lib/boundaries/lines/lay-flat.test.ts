import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { geoPath } from 'd3-geo';
import { describe, expect, it } from 'vitest';
import { shownBox } from '../base-map';
import { topologyLayer } from '../boundary-set';
import { FRAME_WIDTH, frameOf, type MapFrame, projectionOf } from '../map-frame';
import type { FlatPoints } from './cut-lines';
import { FlatWorld } from './lay-flat';

const FILE = join(import.meta.dirname, '../../../data/boundaries/natural-earth/countries.json');
const countries = topologyLayer(JSON.parse(readFileSync(FILE, 'utf8')));
const ALL = countries.areas.map((_, at) => at);
const LAND = countries.merged(ALL);
const BORDERS = countries.borders(ALL);
const BEYOND = 40;

type Ring = readonly (readonly [x: number, y: number])[];

/** What d3-geo itself makes of an object. */
function drawn(frame: MapFrame, object: Parameters<ReturnType<typeof geoPath>>[0]): readonly Ring[] {
  const rings: (readonly [number, number])[][] = [];
  const projection = projectionOf(frame).clipExtent([
    [-BEYOND, -BEYOND],
    [FRAME_WIDTH + BEYOND, frame.height + BEYOND],
  ]);
  geoPath(projection, {
    beginPath() {},
    arc() {},
    closePath() {},
    moveTo: (x, y) => rings.push([[x, y]]),
    lineTo: (x, y) => rings.at(-1)!.push([x, y]),
  })(object);
  return rings;
}

function pointsOf(points: FlatPoints): Ring {
  return Array.from(
    { length: points.length / 2 },
    (_, at) => [points[2 * at]!, points[2 * at + 1]!] as const,
  );
}

/** How often rings go around a point: not at all where it is outside of them. */
function winding(rings: readonly Ring[], x: number, y: number): number {
  let turns = 0;
  for (const ring of rings) {
    let from = ring.at(-1)!;
    for (const to of ring) {
      if (from[1] > y !== to[1] > y && x < from[0] + ((y - from[1]) * (to[0] - from[0])) / (to[1] - from[1]))
        turns += to[1] > from[1] ? 1 : -1;
      from = to;
    }
  }
  return turns;
}

/** So far from a line of d3-geo another may run, in units. */
const NEAR = 0.4;

function isNear(lines: readonly Ring[], x: number, y: number, isClosed: boolean): boolean {
  return lines.some((line) => {
    for (let at = isClosed ? 0 : 1; at < line.length; at++) {
      const [from, to] = [line.at(at - 1)!, line[at]!];
      if (Math.min(from[0], to[0]) > x + NEAR || Math.max(from[0], to[0]) < x - NEAR) continue;
      if (Math.min(from[1], to[1]) > y + NEAR || Math.max(from[1], to[1]) < y - NEAR) continue;
      const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
      const share = ((x - from[0]) * dx + (y - from[1]) * dy) / (dx * dx + dy * dy || 1);
      const along = Math.max(0, Math.min(1, share));
      if (Math.hypot(x - from[0] - along * dx, y - from[1] - along * dy) < NEAR) return true;
    }
    return false;
  });
}

const BOXES = {
  Syria: { west: 35.5, south: 32.3, east: 42.5, north: 37.3 },
  'Fiji, over the date line, opposite of the Niger': { west: 176, south: -20, east: -178, north: -15 },
  'Argentina, opposite of China': { west: -70, south: -40, east: -55, north: -25 },
  Mali: { west: -12, south: 10, east: 4, north: 25 },
  'North America': { west: -170, south: 15, east: -50, north: 75 },
  Russia: { west: 19, south: 41, east: -169, north: 80 },
  'the north': { west: -180, south: 55, east: 180, north: 88 },
  'the south': { west: -60, south: -80, east: 100, north: -30 },
  'the middle of the sea': { west: -140, south: -30, east: -135, north: -25 },
  'the world': { west: -180, south: -60, east: 180, north: 80 },
  'the world about the Pacific': { west: 60, south: -50, east: -60, north: 70 },
  'all of the world': { west: -180, south: -90, east: 180, north: 90 },
} as const;

describe.each(Object.entries(BOXES))('outlines of %s', (_, box) => {
  const frame = frameOf(box);
  const flat = new FlatWorld(frame, BEYOND, shownBox(frame));

  it('have land where d3-geo has it', () => {
    const ours = flat.polygons(LAND.coordinates).map(({ points }) => pointsOf(points));
    const theirs = drawn(frame, LAND);
    const wrong: string[] = [];
    for (let at = 0; at < 150; at++) {
      const x = ((at * 0.618034) % 1) * FRAME_WIDTH;
      const y = ((at + 0.5) / 150) * frame.height;
      if ((winding(ours, x, y) !== 0) === (winding(theirs, x, y) !== 0)) continue;
      if (!isNear(theirs, x, y, true)) wrong.push(`${x} ${y}`);
    }
    expect(wrong).toEqual([]);
  });

  it('have borders where d3-geo has them, and nowhere else', () => {
    const ours = flat.lines(BORDERS.coordinates).map(({ points }) => pointsOf(points));
    const theirs = drawn(frame, BORDERS);
    const far = (lines: readonly Ring[], others: readonly Ring[]) =>
      lines
        .flat()
        .filter((__, at) => at % 60 === 0)
        .filter(([x, y]) => !isNear(others, x, y, false));
    expect(far(ours, theirs)).toEqual([]);
    expect(far(theirs, ours)).toEqual([]);
  });
});
