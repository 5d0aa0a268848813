import type { RegionDef } from '../model';

type Regions = readonly Pick<RegionDef, 'id' | 'parent'>[];

/** Whether any region of a series lies in another. */
export function hasRegionTree(regions: Regions): boolean {
  return regions.some(({ parent }) => parent !== undefined);
}

type Above = (ids: readonly string[]) => readonly string[];

/** What lies above the regions of a series: a plan asks for it several times, and a window that moves makes one for each frame. */
const ABOVE = new WeakMap<Regions, Above>();

/**
 * Gives some regions with all that they lie in, each once: an incident in a region is in those above it. No import
 * makes a circle; here it would only end the walk.
 */
export function regionsAbove(regions: Regions): Above {
  const known = ABOVE.get(regions) ?? findAbove(regions);
  ABOVE.set(regions, known);
  return known;
}

function findAbove(regions: Regions): Above {
  if (!hasRegionTree(regions)) return (ids) => ids;
  const parents = new Map<string, string>(
    regions.flatMap(({ id, parent }) => (parent === undefined ? [] : [[id, parent]])),
  );
  return (ids) => {
    const all = new Set<string>();
    for (const id of ids) {
      for (let at: string | undefined = id; at !== undefined && !all.has(at); at = parents.get(at))
        all.add(at);
    }
    return all.size === ids.length ? ids : [...all];
  };
}

/** The regions that lie in no other. */
export function rootRegions(regions: Regions): readonly string[] {
  return regions.flatMap(({ id, parent }) => (parent === undefined ? [id] : []));
}

/** The regions as relations of parts, as actors have them. */
export function regionParts(regions: Regions) {
  return regions.flatMap(({ id, parent }) =>
    parent === undefined ? [] : [{ child: id as string, parent: parent as string }],
  );
}
