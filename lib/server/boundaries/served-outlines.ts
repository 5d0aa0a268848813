import { type BaseMap, baseMap, countriesOf } from '../../boundaries/base-map';
import type { AreaFeature, BoundarySet } from '../../boundaries/boundary-set';
import { islandsAt } from '../../boundaries/lines/islands';
import type { MapFrame } from '../../boundaries/map-frame';
import { distancesIn } from '../../boundaries/near-country';
import { regionOutlines } from '../../boundaries/region-outlines';
import { type ShadedMap, shadedMap } from '../../boundaries/shaded-map';
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

function lengthOf({ land, borders, units, disputed, seam }: BaseMap): number {
  return land.length + borders.length + units.length + disputed.length + seam.length;
}

/** Says of outlines that others were asked for. */
function named<T extends BaseMap>(base: T, boundaries: string | null): T {
  return boundaries !== null && base.source.id !== boundaries ? { ...base, missing: boundaries } : base;
}

const shaded = new SizedMap<ShadedMap>(MOST_KEPT);
const numbers = new WeakMap<AreaFeature, number>();
let numbered = 0;

/** A number for each area, the same for as long as it is there. */
function numberOf(area: AreaFeature): number {
  const known = numbers.get(area) ?? ++numbered;
  numbers.set(area, known);
  return known;
}

/** Shaded areas with what lies beneath, drawn once. */
function keptShadedMap(set: BoundarySet, frame: MapFrame, features: readonly AreaFeature[]): ShadedMap {
  const key = JSON.stringify([set.id, frame, features.map(numberOf)]);
  const known = shaded.get(key) ?? shadedMap(set, frame, features);
  const length = known.areas.reduce((sum, { outline }) => sum + outline.length, lengthOf(known.base));
  shaded.set(key, known, 2 * (length + key.length));
  return known;
}

/** What maps are drawn over here: the outlines of the name that is asked for; where there are none, those that come with Annals, which say so. */
export const servedOutlines: MapOutlines = {
  base: (frame, points, boundaries) => {
    const set = setOrBundled(boundaries);
    const countries = countriesOf(set.countries, points);
    const islands = islandsAt(set.countries, points).map(([first]) => first);
    const key = JSON.stringify([set.id, frame, countries, islands]);
    const known = drawn.get(key) ?? baseMap(set, frame, countries, points);
    drawn.set(key, known, 2 * (lengthOf(known) + key.length));
    return named(known, boundaries);
  },
  distances: (boundaries) => distancesIn(setOrBundled(boundaries)),
  regions: (regions, points, boundaries) => {
    const found = regionOutlines(setOrBundled(boundaries), regions, points, keptShadedMap);
    return (
      found && {
        ...found,
        in: (frame, ids) => {
          const { areas, base } = found.in(frame, ids);
          return { areas, base: named(base, boundaries) };
        },
      }
    );
  },
};
