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
  /**
   * The region in which a point lies, with those above it, from the innermost: of the country that is said alone, that country where the
   * point lies in none of its regions. Empty in the sea, and where nobody knows the country.
   */
  readonly at: (point: Point, country: string | null) => readonly RegionDef[];
}

/** Gives regions to incidents on their way into a sink. */
export interface RegionsByPoint {
  readonly sink: ImportSink;
  /** What was built, with the regions that were given, and a sentence on where they are from. */
  readonly finish: (built: Built) => Built;
}

/**
 * Gives incidents whose rows name no region the one of their country in which their point lies. A point that is known to a country or less
 * precisely than a region's says nothing of the region.
 */
export function regionsByPoint(sink: ImportSink, outlines: PointRegions): RegionsByPoint {
  const met = new Map<string, RegionDef>();
  const known = new Map<string, readonly RegionId[]>();
  let [given, elsewhere] = [0, 0];
  const regionOf = (point: Point, country: string | null): readonly RegionId[] => {
    const key = `${point.lat} ${point.lon} ${country ?? ''}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const found = outlines.at(point, country);
    for (const region of found) met.set(region.id, region);
    const [innermost] = found;
    const ids = innermost === undefined ? [] : [innermost.id];
    known.set(key, ids);
    return ids;
  };
  const placed = (incident: Incident): Incident => {
    const location = locationOf(incident);
    if (incident.regions.length > 0 || location.at !== 'point') return incident;
    const { country } = incident.place;
    const regions = regionOf(location, country);
    const [innermost] = regions;
    if (country !== null && (innermost === undefined || met.get(innermost)?.parent === undefined))
      elsewhere += 1;
    if (innermost === undefined) return incident;
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
      const outside = `The points of ${elsewhere} incidents lie in no region of the country that their rows name, so that they have that country alone, or none where no outline has its name.`;
      return {
        ...built,
        rest: {
          ...rest,
          regions: [...rest.regions, ...more].sort((a, b) => byCodePoint(a.id, b.id)),
          meta: {
            ...rest.meta,
            provenance: [
              ...rest.meta.provenance,
              ...(given === 0 ? [] : [sentence]),
              ...(elsewhere === 0 ? [] : [outside]),
            ],
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
