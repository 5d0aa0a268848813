import type { AreaOutline } from '../../boundaries/base-map';
import type { AreaFeature } from '../../boundaries/boundary-set';
import type { NamedRegion } from '../../boundaries/region-areas';
import { type Searched, searchedIn } from '../../query/coverage/searched';
import type { RegionRate } from '../../query/exposure/region-rates';
import type { GroupValue } from '../../query/result';
import type { RegionDef, SeriesGuide } from '../../series/model';
import { regionsAbove } from '../../series/places/region-tree';
import { resolveWindow } from '../../view/resolve';
import type { View } from '../../view/view';
import { caveatOf } from '../../words/coverage';

/** A region of a map with its figure; without an outline where none has its name. */
export interface RegionShade extends GroupValue {
  readonly series: string;
  readonly label: string;
  readonly area: AreaOutline | null;
  /** How often by its people, null where their number is not known; left out where the shades go by figures. */
  readonly rate?: RegionRate | null;
  /** What to know of how it was searched; left out where all of the series was searched alike. */
  readonly search?: RegionSearch;
}

/** How a region was searched that some note on the coverage speaks of. */
export interface RegionSearch {
  /** `none`: nobody looked there on any day of the window. */
  readonly reach: Searched['reach'];
  /** Short enough to stand beside a figure; null where nothing is to be said. */
  readonly caveat: string | null;
}

/** How each region was searched in the window of a view that notes on the coverage tell of, and all of them where nobody looked anywhere. */
export function regionSearches(view: View, guide: SeriesGuide): ReadonlyMap<string, RegionSearch> {
  const window = resolveWindow(view, guide.meta.coverage);
  const isApart = (regions: readonly string[]) => {
    const searched = searchedIn(window, { ...view, regions, box: null, places: [] }, guide);
    const speaks = searched.watches.some(({ note }) => note.regions !== undefined);
    return speaks || searched.reach === 'none' ? searched : null;
  };
  if (isApart([]) === null) return new Map();
  return new Map(
    guide.regions.flatMap(({ id }) => {
      const searched = isApart([id]);
      if (searched === null) return [];
      return [[id as string, { reach: searched.reach, caveat: caveatOf(searched, window) }] as const];
    }),
  );
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
  searches: ReadonlyMap<string, RegionSearch> = new Map(),
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
    const search = searches.get(id);
    return [
      { ...(value ?? NONE), series: id, label, area, ...rate, ...(search === undefined ? {} : { search }) },
    ];
  });
}
