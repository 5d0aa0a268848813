import { type BaseMap, baseMap, countriesOf } from '../../boundaries/base-map';
import type { BoundarySet } from '../../boundaries/boundary-set';
import { regionOutlines } from '../../boundaries/region-outlines';
import { SizedMap } from '../../caches/sized-map';
import type { MapOutlines } from '../../render/map/ask-map';
import { boundarySet } from '../../store/outlines/boundary-sets';

/** Bytes of outlines that are kept as they were drawn. */
const MOST_KEPT = 20_000_000;
const drawn = new SizedMap<BaseMap>(MOST_KEPT);

/** The outlines of the name that is asked for, else those that come with Annals. */
function setOrBundled(boundaries: string | null): BoundarySet {
  const set = boundarySet(boundaries) ?? boundarySet(null);
  if (set === null) throw new Error('The outlines that come with Annals are not there.');
  return set;
}

/** What maps are drawn over here: the outlines of the name that is asked for; where there are none, those that come with Annals, which say so. */
export const servedOutlines: MapOutlines = {
  base: (frame, points, boundaries, longest) => {
    const set = setOrBundled(boundaries);
    const countries = countriesOf(set.countries, points);
    const key = JSON.stringify([set.id, frame, countries, longest]);
    const known = drawn.get(key) ?? baseMap(set, frame, countries, longest);
    const size = known.land.length + known.borders.length + known.units.length + known.disputed.length;
    drawn.set(key, known, 2 * size);
    return boundaries !== null && set.id !== boundaries ? { ...known, missing: boundaries } : known;
  },
  regions: (regions, points, boundaries) => regionOutlines(setOrBundled(boundaries), regions, points),
};
