import type { AreaOutline } from '../../boundaries/base-map';
import type { AreaFeature } from '../../boundaries/boundary-set';
import type { NamedRegion } from '../../boundaries/region-areas';
import type { RegionRate } from '../../query/exposure/region-rates';
import type { GroupValue } from '../../query/result';
import type { RegionDef } from '../../series/model';
import { regionsAbove } from '../../series/places/region-tree';

/** A region of a map with its figure; without an outline where none has its name. */
export interface RegionShade extends GroupValue {
  readonly series: string;
  readonly label: string;
  readonly area: AreaOutline | null;
  /** How often by its people, null where their number is not known; left out where the shades go by figures. */
  readonly rate?: RegionRate | null;
}

/** Regions as they are looked for among outlines: one that lies in a country says so, and one of which the series brings its own outline has it. */
export function namedRegions(
  regions: readonly RegionDef[],
  own: ReadonlyMap<string, AreaFeature> = new Map(),
): readonly NamedRegion[] {
  const above = regionsAbove(regions);
  const labels = new Map<string, string>(regions.map(({ id, label }) => [id, label]));
  return regions.map(({ id, label, country }) => {
    const root = above([id]).at(-1);
    const area = own.get(id);
    return {
      id,
      label,
      country: country ?? (root === undefined || root === id ? null : (labels.get(root) ?? null)),
      ...(area === undefined ? {} : { area }),
    };
  });
}

const NONE = { low: 0, best: 0, high: 0, basis: null, matched: 0 };

/**
 * The regions that a map shades, so that none lies upon another: the smallest that have an outline. One in which nothing happened is among
 * them, for that is not the same as one that is not known; one without an outline is, where it has incidents and lies in none that is shaded.
 */
export function shadedRegions(
  regions: readonly RegionDef[],
  values: ReadonlyMap<string, Omit<GroupValue, 'series'>>,
  areas: ReadonlyMap<string, AreaOutline>,
  rates: ReadonlyMap<string, RegionRate> | null = null,
): readonly RegionShade[] {
  const above = regionsAbove(regions);
  const over = new Map(regions.map(({ id }) => [id as string, above([id]).filter((one) => one !== id)]));
  const withParts = new Set([...areas.keys()].flatMap((id) => over.get(id) ?? []));
  return regions.flatMap(({ id, label }) => {
    if (withParts.has(id)) return [];
    const area = areas.get(id) ?? null;
    const value = values.get(id);
    const isLost =
      value !== undefined && !(over.get(id) ?? []).some((one) => areas.has(one) && !withParts.has(one));
    if (area === null && !isLost) return [];
    const rate = rates === null ? {} : { rate: rates.get(id) ?? null };
    return [{ ...(value ?? NONE), series: id, label, area, ...rate }];
  });
}
