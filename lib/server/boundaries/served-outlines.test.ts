import { describe, expect, it } from 'vitest';
import { FRAME_WIDTH, frameOf } from '../../boundaries/map-frame';
import type { NamedRegion } from '../../boundaries/region-areas';
import { boundarySet } from '../../store/outlines/boundary-sets';
import { servedOutlines } from './served-outlines';

const set = boundarySet(null)!;

/** All countries, or all units of one, as the regions of a series. */
function regionsOf(country: string | null): readonly NamedRegion[] {
  const areas = (country === null ? set.countries : set.units(country)!).areas;
  return areas.map(({ properties: { name } }, at) => ({
    ...{ id: `${country ?? 'land'}-${at}`, label: name, parent: null },
    ...{ country: country === null ? null : country, isCountry: country === null },
  }));
}

describe('the outlines of a map of regions', () => {
  it.each([
    ['all countries', [null], { west: -180, east: 180, south: -60, north: 80 }, 20_000],
    ['Russia', ['RUS'], { west: 20, east: -170, south: 41, north: 77 }, 20_000],
    ['the United States', ['USA'], { west: -125, east: -66, south: 24, north: 50 }, 20_000],
  ])('are 20 kB with what lies beneath: %s', (_, countries, box, most) => {
    const frame = frameOf(box);
    const outlines = servedOutlines.regions(countries.flatMap(regionsOf), [], null)!;
    const laid = outlines.in(frame, outlines.ids);
    const [areas, { base }] = [[...laid.areas.values()], laid];
    const texts = [
      ...areas.map(({ outline }) => outline),
      base.land,
      base.borders,
      base.units,
      base.disputed,
      base.seam,
    ];
    expect(texts.join('').length).toBeLessThan(most);
    expect(areas.length).toBeGreaterThan(45);
    const inside = areas.filter(({ x, y }) => x > 0 && x < FRAME_WIDTH && y > 0 && y < frame.height);
    expect(inside.filter(({ outline }) => outline === '')).toEqual([]);
  });
});
