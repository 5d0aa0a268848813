import { baseMap, countriesOf, hasUnits } from '@/lib/boundaries/base-map';
import { distancesIn } from '@/lib/boundaries/near-country';
import { setOfFiles } from '@/lib/boundaries/outline-files';
import { regionOutlines } from '@/lib/boundaries/region-outlines';
import { BUNDLED, fetchOutlines } from '@/lib/client/local/fetched-outlines';
import type { Engine } from '@/lib/query/engine';
import type { SeriesInfo } from '@/lib/query/info/series-info';
import { askForMap, type MapOutlines } from '@/lib/render/map/ask-map';
import type { View } from '@/lib/view/view';
import type { MapSource } from './map-source';

/** What is fetched once, and again where it failed. */
function keptOnce<T>(fetch: () => Promise<T>): () => Promise<T> {
  let kept: Promise<T> | null = null;
  return () => {
    kept ??= fetch().catch((error: unknown) => {
      kept = null;
      throw error;
    });
    return kept;
  };
}

const countriesAlone = keptOnce(async () => setOfFiles(BUNDLED, await fetchOutlines(BUNDLED, false)));
/** With the units, which regions need, and maps of a part of the world. */
const withUnits = keptOnce(async () => setOfFiles(BUNDLED, await fetchOutlines(BUNDLED, true)));

function wantsRegions({ map }: View, { places, guide }: SeriesInfo): boolean {
  return guide.regions.length > 0 && (map === 'regions' || (map === null && places.points === 0));
}

/** The map of a series that this page holds: places and regions from its engine, outlines from here, drawn in the browser. */
export function localMap(engine: Engine, info: SeriesInfo): MapSource['ask'] {
  return async (view, signal) => {
    const isOfRegions = wantsRegions(view, info);
    const set = await (isOfRegions ? withUnits() : countriesAlone());
    const outlines: MapOutlines = {
      base: async (frame, points) => {
        if (!hasUnits(frame)) return baseMap(set, frame, [], points);
        // A map is one without its units, too.
        const detailed = await withUnits().catch(() => set);
        return baseMap(detailed, frame, countriesOf(detailed.countries, points), points);
      },
      distances: () => distancesIn(set),
      regions: (regions, points) => regionOutlines(set, regions, points),
    };
    return askForMap(engine, view, info, outlines, signal);
  };
}
