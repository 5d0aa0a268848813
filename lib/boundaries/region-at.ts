import type { RegionDef, RegionId } from '../series/model';
import type { Point } from '../series/places/location';
import { slugOf } from '../text/slug';
import { type AreaNames, areaAt, type BoundarySet } from './boundary-set';

function idOf({ code, name }: AreaNames): string {
  return slugOf(code ?? name).text;
}

/**
 * The unit of a country in which a point lies, and the country above it; the country alone where no units of it are known or the
 * point is in none. Empty in the sea.
 */
export function regionAt({ countries, units }: BoundarySet, point: Point): readonly RegionDef[] {
  const country = countries.areas[areaAt(countries, point) ?? -1]?.properties;
  if (country === undefined) return [];
  const above: RegionDef = { id: idOf(country) as RegionId, label: country.name, country: null };
  const layer = units(country.code ?? '');
  const unit = layer?.areas[areaAt(layer, point) ?? -1]?.properties;
  if (unit === undefined) return [above];
  const id = `${above.id}.${idOf(unit)}` as RegionId;
  return [{ id, label: unit.name, country: country.name, parent: above.id }, above];
}
