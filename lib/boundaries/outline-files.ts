import type { FeatureCollection, MultiLineString, MultiPolygon, Polygon } from 'geojson';
import type { Topology } from 'topojson-specification';
import {
  type AreaLayer,
  type AreaNames,
  type BoundarySet,
  type BoundarySource,
  layerOf,
  woundLayer,
} from './boundary-set';

type LayerFile = Topology | FeatureCollection<Polygon | MultiPolygon, AreaNames>;

/** A set of outlines as its files hold it. */
export interface OutlineFiles {
  readonly about: Omit<BoundarySource, 'id'>;
  readonly countries: LayerFile;
  readonly disputed: FeatureCollection<MultiLineString> | null;
  /** The units of every country by its code; null where nobody asked for them. */
  readonly units: Readonly<Record<string, LayerFile>> | null;
}

/** The outlines that some files hold; the units of a country are made when they are first looked at. */
export function setOfFiles(id: string, { about, countries, disputed, units }: OutlineFiles): BoundarySet {
  const { name, source, licence } = about;
  const layers = new Map<string, AreaLayer>();
  return {
    ...{ id, name, source, licence, disputed },
    // An operator's, which may be wound either way, can stand in for those that come with Annals.
    countries: woundLayer(layerOf(countries)),
    units(code) {
      const file = units !== null && Object.hasOwn(units, code) ? units[code] : undefined;
      const layer = layers.get(code) ?? (file === undefined ? null : woundLayer(layerOf(file)));
      if (layer !== null) layers.set(code, layer);
      return layer;
    },
  };
}
