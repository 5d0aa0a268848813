import type { Point } from '../series/places/location';
import { type AreaFeature, areaAt, type BoundarySet, boxesMeet, boxesOf } from './boundary-set';
import { namedAreas, onlyArea } from './match-names';

/** So far about the parts of a country all is near it, in degrees. */
const ABOUT = 0.5;

const finders = new WeakMap<BoundarySet, (name: string) => AreaFeature | null>();

/** Finds countries by their names, each looked for once. */
function countryFinder(set: BoundarySet): (name: string) => AreaFeature | null {
  const known = finders.get(set);
  if (known !== undefined) return known;
  const named = namedAreas(set.countries);
  const found = new Map<string, AreaFeature | null>();
  const find = (name: string) => {
    const area = found.get(name) ?? set.countries.areas[onlyArea(named(name)) ?? -1] ?? null;
    found.set(name, area);
    return area;
  };
  finders.set(set, find);
  return find;
}

/** Where a point lies by the outlines of a country: in it, near it (in a box about one of its parts), far from it; null where none has the name. */
export function nearCountry(
  set: BoundarySet,
  country: string,
  { lat, lon }: Point,
): 'in' | 'near' | 'far' | null {
  const area = countryFinder(set)(country);
  if (area === null) return null;
  if (areaAt({ ...set.countries, areas: [area] }, { lat, lon }) !== null) return 'in';
  const about = { west: lon - ABOUT, east: lon + ABOUT, south: lat - ABOUT, north: lat + ABOUT };
  return boxesOf(area).some((box) => boxesMeet(box, about)) ? 'near' : 'far';
}
