import { distancesIn, seemsExchanged } from '../../boundaries/near-country';
import { regionAt } from '../../boundaries/region-at';
import type { SeemsExchanged } from '../../importers/build/doubts/swapped-points';
import type { PointRegions } from '../../importers/run/regions-by-point';
import type { Mapping } from '../../mapping/mapping';
import { BUNDLED, boundaryIds, boundarySet } from '../../store/outlines/boundary-sets';
import { textOf, type Values } from '../commands/command';
import { usageError } from '../terminal/exit';

/** The outlines of a name in which points can be looked up; null where there are none of it. */
export function pointRegions(id: string): PointRegions | null {
  const set = boundarySet(id);
  return set && { source: set.source, at: (point, country) => regionAt(set, point, country) };
}

/** What says by the outlines that come with Annals whether a point seems to have its numbers exchanged. */
export function byOutlines(): SeemsExchanged {
  return (country, point) => {
    const set = boundarySet(BUNDLED);
    return set !== null && seemsExchanged(distancesIn(set), country, point);
  };
}

/** A mapping with the outlines that the command line names for its regions. Throws where there are none of the name. */
export function withPointRegions(mapping: Mapping, values: Values): Mapping {
  const id = textOf(values, 'regions-by-point');
  if (id === null) return mapping;
  if (boundarySet(id) === null) {
    throw usageError(`There are no outlines “${id}”. Those that are there: ${boundaryIds().join(', ')}.`);
  }
  return { ...mapping, regionsByPoint: id };
}

/** What is proposed for a file that has points and names no regions; null for any other. */
export function pointRegionsNote({ lat, regions, regionsByPoint }: Mapping): string | null {
  if (lat === null || regions.length > 0 || regionsByPoint !== null) return null;
  const source = boundarySet(BUNDLED)?.source;
  if (source === undefined) return null;
  return `No column names a region. --regions-by-point ${BUNDLED} gives each incident the one in which its point lies, by the outlines of ${source}.`;
}
