import type { AreaFeature } from '../../boundaries/boundary-set';
import type { NamedRegion } from '../../boundaries/region-areas';
import type { AreaOutline } from '../../boundaries/shaded-map';
import { type Searched, searchedIn } from '../../query/coverage/searched';
import type { RegionRate } from '../../query/exposure/region-rates';
import type { RegionFigures } from '../../query/plan/plan-places';
import type { GroupValue } from '../../query/result';
import type { RegionDef, SeriesGuide } from '../../series/model';
import { regionsAbove } from '../../series/places/region-tree';
import { resolveWindow } from '../../view/resolve';
import type { View } from '../../view/view';
import { caveatOf } from '../../words/coverage';
import { withoutPart } from '../../words/groups';
import { joinWords } from '../../words/labels';

/** A region of a map with its figure; without an outline where none has its name. */
export interface RegionShade extends GroupValue {
  readonly series: string;
  /** All regions that have its outline, where it is of several: it is the first of them, and its figure that of all. */
  readonly ids?: readonly string[];
  readonly label: string;
  readonly area: AreaOutline | null;
  /** Where it has no outline because several could be its by their names; else left out. */
  readonly unclear?: true;
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

/** Whether a map shows a region from the first, whatever its view: one that has incidents in the revision, and one in which nobody looked at some time. */
export function isShownAtFirst(
  { regions, coverageNotes }: SeriesGuide,
  ranking: readonly string[],
): (id: string) => boolean {
  const told = new Set<string>(ranking);
  const gaps = new Set<string>(
    coverageNotes.flatMap((note) => (note.kind === 'gap' ? (note.regions ?? []) : [])),
  );
  const above = regionsAbove(regions);
  return (id) => told.has(id) || (gaps.size > 0 && above([id]).some((one) => gaps.has(one)));
}

/** Regions as they are looked for among outlines: one that lies in a country says so, and one of which the series brings its own outline has it. */
export function namedRegions(
  regions: readonly RegionDef[],
  own: ReadonlyMap<string, AreaFeature> = new Map(),
): readonly NamedRegion[] {
  const above = regionsAbove(regions);
  const labels = new Map<string, string>(regions.map(({ id, label }) => [id, label]));
  const rootOf = (id: string) => above([id]).at(-1) ?? id;
  const areCountries = regions.some(
    ({ id, country }) => country !== null && rootOf(id) !== id && labels.get(rootOf(id)) === country,
  );
  return regions.map(({ id, label, country, parent = null }) => {
    const root = rootOf(id);
    const area = own.get(id);
    return {
      id,
      label,
      country: country ?? (root === id ? null : (labels.get(root) ?? null)),
      parent,
      isCountry: areCountries && parent === null && country === null,
      ...(area === undefined ? {} : { area }),
    };
  });
}

const NONE = { low: 0, best: 0, high: 0, basis: null, matched: 0 };

/** The regions that a map shades, so that none lies upon another: the smallest of those that have an outline. */
export function shadedIds(regions: readonly RegionDef[], outlined: readonly string[]): readonly string[] {
  const above = regionsAbove(regions);
  const withParts = new Set(outlined.flatMap((id) => above([id]).filter((one) => one !== id)));
  return outlined.filter((id) => !withParts.has(id));
}

/** The regions that have an outline in common, the largest first; none where each has its own. */
export function sharedOutlines(areas: ReadonlyMap<string, AreaOutline>): readonly (readonly string[])[] {
  const ids = new Map<AreaOutline, string[]>();
  for (const [id, area] of areas) {
    const known = ids.get(area);
    if (known) known.push(id);
    else ids.set(area, [id]);
  }
  return [...ids.values()].filter(({ length }) => length > 1);
}

/** `3 names: Sagaing Division, Sagaing District and Sagaing region`. */
function sharedLabel(labels: readonly string[]): string {
  return `${labels.length} names: ${joinWords(labels, 'and')}`;
}

/** What is asked for the regions of a map. */
export interface AskedRegions {
  readonly figures: Pick<RegionFigures, 'values' | 'together'>;
  /** By region; null where the shades go by figures. */
  readonly rates?: ReadonlyMap<string, RegionRate> | null;
  readonly searches?: ReadonlyMap<string, RegionSearch>;
  /** Regions of which several outlines could be, so that none is shown. */
  readonly unclear?: readonly string[];
}

/**
 * The regions of a map with their figures: all that are shaded, for one in which nothing happened is not the same as one that is not known, and
 * those with incidents that none of these holds, without an outline. Several that have one outline are one, with the figure of all of them.
 */
export function shadedRegions(
  regions: readonly RegionDef[],
  areas: ReadonlyMap<string, AreaOutline>,
  { figures: { values, together }, rates = null, searches = new Map(), unclear = [] }: AskedRegions,
): readonly RegionShade[] {
  const above = regionsAbove(regions);
  const withParts = new Set([...areas.keys()].flatMap((id) => above([id]).filter((one) => one !== id)));
  const labels = new Map<string, string>(regions.map(({ id, label }) => [id, label]));
  const sharedBy = new Map(sharedOutlines(areas).flatMap((ids) => ids.map((id) => [id, ids] as const)));
  return regions.flatMap(({ id, label: name }): readonly RegionShade[] => {
    const area = areas.get(id) ?? null;
    const ids = sharedBy.get(id);
    if (ids !== undefined && ids[0] !== id) return [];
    if (ids !== undefined) {
      const label = sharedLabel(ids.map((one) => labels.get(one) ?? one));
      // Of several names together nobody says how many people there are.
      const rate = rates === null ? {} : { rate: null };
      return [{ ...(together.get(id) ?? NONE), series: id, ids, label, area, ...rate }];
    }
    const value = values.get(id);
    if (area === null && value === undefined) return [];
    const search = searches.get(id);
    return [
      {
        ...{ ...(value ?? NONE), series: id, area },
        label: withParts.has(id) ? withoutPart(name) : name,
        ...(rates === null ? {} : { rate: rates.get(id) ?? null }),
        ...(search === undefined ? {} : { search }),
        ...(area === null && unclear.includes(id) ? { unclear: true as const } : {}),
      },
    ];
  });
}
