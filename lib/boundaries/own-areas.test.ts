import { geoArea } from 'd3-geo';
import { describe, expect, it } from 'vitest';
import type { RegionArea, RegionDef, RegionId } from '../series/model';
import { type Day, toDay } from '../time/day';
import { ownAreas } from './own-areas';

/** A square of a degree against the clock, as GeoJSON has it. */
const against = [
  [
    [30, 50],
    [31, 50],
    [31, 51],
    [30, 51],
    [30, 50],
  ],
] as const;
const withClock = [[...against[0]].reverse()];

function area(
  region: string,
  years: readonly [number, number] | null,
  polygon: RegionArea['polygons'][number],
): RegionArea {
  return {
    ...{ region: region as RegionId, polygons: [polygon], sources: [] },
    date: years === null ? null : years.join('/'),
    from: years === null ? null : toDay(years[0], 1, 1),
    to: years === null ? null : toDay(years[1], 12, 31),
  };
}

const regions = [{ id: 'ness', label: 'Ness', country: null }] as readonly object[] as readonly RegionDef[];
const window = (from: number, to: number) => ({ from: toDay(from, 1, 1), to: toDay(to, 12, 31) as Day });

describe('The outlines that a series brings', () => {
  it.each([
    ['against the clock', against],
    ['with it', withClock],
  ])('enclose what they are of, drawn %s', (_, polygon) => {
    const found = ownAreas({ areas: [area('ness', null, polygon)], regions }, window(2020, 2020)).get('ness');
    // A square of a degree at 50.5° north, in steradians; the rest of the world would be twelve and a half.
    expect(geoArea(found as never)).toBeCloseTo((Math.PI / 180) ** 2 * Math.cos((50.5 * Math.PI) / 180), 6);
    expect(found?.properties.name).toBe('Ness');
  });

  it.each([false, true])('enclose what lies over the date line, wound the other way: %s', (isTurned) => {
    const ring = [
      [179.5, 50],
      [-179.5, 50],
      [-179.5, 51],
      [179.5, 51],
      [179.5, 50],
    ] as const;
    const polygon = [isTurned ? ring.toReversed() : ring];
    const found = ownAreas({ areas: [area('ness', null, polygon)], regions }, window(2020, 2020)).get('ness');
    expect(geoArea(found as never)).toBeCloseTo((Math.PI / 180) ** 2 * Math.cos((50.5 * Math.PI) / 180), 6);
  });

  it('are those of the window, the last one where several hold in it', () => {
    const areas = [
      area('ness', [1990, 1999], against),
      area('ness', [2000, 2010], [against[0].map(([x, y]) => [x + 1, y] as const)]),
    ];
    const west = (from: number, to: number) =>
      ownAreas({ areas, regions }, window(from, to))
        .get('ness')
        ?.geometry.coordinates[0]?.[0]?.map((one) => (one as number[])[0]);
    expect(Math.min(...(west(1995, 1996) as number[]))).toBe(30);
    expect(Math.min(...(west(1995, 2005) as number[]))).toBe(31);
    expect(ownAreas({ areas, regions }, window(2015, 2016)).size).toBe(0);
    expect(ownAreas({ regions }, window(2015, 2016)).size).toBe(0);
  });
});
