import type { RegionDef, RegionId } from '../series/model';
import type { Point } from '../series/places/location';
import { slugOf } from '../text/titles/slug';
import { type AreaLayer, type AreaNames, areaAt, type BoundarySet } from './boundary-set';
import { namedAreas, onlyArea } from './match-names';

const finders = new WeakMap<AreaLayer, ReturnType<typeof namedAreas>>();

function namedCountries(countries: AreaLayer): ReturnType<typeof namedAreas> {
  const find = finders.get(countries) ?? namedAreas(countries);
  finders.set(countries, find);
  return find;
}

function idOf({ code, name }: AreaNames): string {
  return slugOf(code ?? name).text;
}

/**
 * The unit of a country in which a point lies, and the country above it; the country alone where no units of it are known or the
 * point is in none. It is looked for in the country that is said alone, whichever the point lies in: empty where no outline has its name.
 * Where none is said it is the country of the point; empty in the sea.
 */
export function regionAt(
  { countries, units }: BoundarySet,
  point: Point,
  said: string | null,
): readonly RegionDef[] {
  const at = said === null ? areaAt(countries, point) : onlyArea(namedCountries(countries)(said));
  const country = countries.areas[at ?? -1]?.properties;
  if (country === undefined) return [];
  const above: RegionDef = { id: idOf(country) as RegionId, label: country.name, country: null };
  const layer = units(country.code ?? '');
  const unit = layer?.areas[areaAt(layer, point) ?? -1]?.properties;
  if (unit === undefined) return [above];
  const id = `${above.id}.${idOf(unit)}` as RegionId;
  return [{ id, label: unit.name, country: country.name, parent: above.id }, above];
}
