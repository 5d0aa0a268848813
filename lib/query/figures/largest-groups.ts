import type { PlacesQuery } from '../query';
import type { PlaceGroup, PlaceMark, PlacesResult } from '../result';

/** The groups of a mark, in the order in which they were given, of which a query wants the largest of hexagons alone. */
export function largestGroups(
  groups: readonly PlaceGroup[],
  as: PlacesResult['as'],
  { mostGroups = groups.length }: Pick<PlacesQuery, 'mostGroups'>,
): Pick<PlaceMark, 'groups' | 'moreGroups'> {
  const more = groups.length - mostGroups;
  if (as === 'points' || more <= 0) return { groups };
  const largest = new Set(byBest(groups).slice(0, mostGroups));
  return { groups: groups.filter((group) => largest.has(group)), moreGroups: more };
}

/** Groups with the largest best first. */
export function byBest(groups: readonly PlaceGroup[]): readonly PlaceGroup[] {
  return groups.toSorted((one, other) => (other.best ?? 0) - (one.best ?? 0));
}
