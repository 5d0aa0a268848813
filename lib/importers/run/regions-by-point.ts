import type { Problem } from '../../problems/problem';
import type { Incident, RegionDef, RegionId } from '../../series/model';
import { locationOf, type Point } from '../../series/places/location';
import { byCodePoint } from '../../text/order';
import type { Built, ImportSink } from '../build/sink';
import { problemAt } from '../import-codes';

/** Outlines in which points can be looked up. */
export interface PointRegions {
  /** Who drew them, in which version: it stands in the provenance of the series. */
  readonly source: string;
  /** The region in which a point lies, with those above it, from the innermost; empty in the sea. */
  readonly at: (point: Point) => readonly RegionDef[];
}

/** Gives regions to incidents on their way into a sink. */
export interface RegionsByPoint {
  readonly sink: ImportSink;
  /** What was built, with the regions that were given, and a sentence on where they are from. */
  readonly finish: (built: Built) => Built;
}

/**
 * Gives incidents whose rows name no region the one in which their point lies. A point that is known to a country or less
 * precisely than a region's says nothing of the region.
 */
export function regionsByPoint(sink: ImportSink, outlines: PointRegions): RegionsByPoint {
  const met = new Map<string, RegionDef>();
  const known = new Map<string, readonly RegionId[]>();
  let given = 0;
  const regionOf = (point: Point): readonly RegionId[] => {
    const key = `${point.lat} ${point.lon}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const found = outlines.at(point);
    for (const region of found) met.set(region.id, region);
    const [innermost] = found;
    const ids = innermost === undefined ? [] : [innermost.id];
    known.set(key, ids);
    return ids;
  };
  const placed = (incident: Incident): Incident => {
    const location = locationOf(incident);
    if (incident.regions.length > 0 || location.at !== 'point') return incident;
    const regions = regionOf(location);
    if (regions.length === 0) return incident;
    given += 1;
    return { ...incident, regions };
  };
  return {
    sink: {
      incidents: (batch) => sink.incidents(batch.map(placed)),
      problems: (batch) => sink.problems(batch),
    },
    finish: ({ rest, ...built }) => {
      const own = new Set<string>(rest.regions.map(({ id }) => id));
      const more = [...met.values()].filter(({ id }) => !own.has(id));
      const sentence = `The regions of ${given} incidents are those in which their points lie, by the outlines of ${outlines.source}; their rows name none.`;
      return {
        ...built,
        rest: {
          ...rest,
          regions: [...rest.regions, ...more].sort((a, b) => byCodePoint(a.id, b.id)),
          meta: {
            ...rest.meta,
            provenance: given === 0 ? rest.meta.provenance : [...rest.meta.provenance, sentence],
          },
        },
      };
    },
  };
}

/** What is said where a mapping asks for outlines that are not there. */
export function noOutlines(file: string, id: string): Problem {
  return problemAt(
    { file, row: null, column: null, value: id },
    'regions-not-given',
    `there are no outlines “${id}” here, so no incident gets a region by its point`,
  );
}
