import type { FeatureCollection, MultiLineString } from 'geojson';
import { baseMap } from '@/lib/boundaries/base-map';
import { type BoundarySet, layerOf } from '@/lib/boundaries/boundary-set';
import { regionOutlines } from '@/lib/boundaries/region-outlines';
import type { Engine } from '@/lib/query/engine';
import type { SeriesInfo } from '@/lib/query/info/series-info';
import { askForMap, type MapOutlines } from '@/lib/render/map/ask-map';
import { sitePath } from '@/lib/text/site-path';
import type { MapSource } from './map-source';

const FOLDER = sitePath('/api/v1/boundaries/natural-earth');

async function fetched(name: string) {
  const response = await fetch(`${FOLDER}/${name}`);
  if (!response.ok) throw new Error('The outlines of the map could not be had.');
  return response.json();
}

/** The outlines of all countries, the same for every file, so that asking for them tells nothing of what is in one. */
async function fetchCountries(): Promise<BoundarySet> {
  const [manifest, countries, disputed] = await Promise.all(
    ['boundaries.json', 'countries.json', 'disputed.json'].map(fetched),
  );
  const { name, source, licence } = manifest as Pick<BoundarySet, 'name' | 'source' | 'licence'>;
  return {
    ...{ id: 'natural-earth', name, source, licence },
    countries: layerOf(countries),
    disputed: disputed as FeatureCollection<MultiLineString>,
    units: () => null,
  };
}

let countries: Promise<BoundarySet> | null = null;

/** The map of a series that this page holds: places from its engine, outlines of countries from here, of regions from its own file, drawn in the browser. */
export function localMap(engine: Engine, info: SeriesInfo): MapSource['ask'] {
  return async (view, part, signal) => {
    countries ??= fetchCountries();
    const set = await countries.catch((error: unknown) => {
      countries = null;
      throw error;
    });
    const outlines: MapOutlines = {
      base: (frame) => baseMap(set, frame, []),
      regions: (regions, points) => regionOutlines(set, regions, points),
    };
    return askForMap(engine, view, info, outlines, part, signal);
  };
}
