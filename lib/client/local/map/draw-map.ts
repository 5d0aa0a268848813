import { baseMap, countriesOf, hasUnits } from '../../../boundaries/base-map';
import { distancesIn } from '../../../boundaries/near-country';
import { setOfFiles } from '../../../boundaries/outline-files';
import { regionOutlines } from '../../../boundaries/region-outlines';
import type { Engine } from '../../../query/engine';
import type { SeriesInfo } from '../../../query/info/series-info';
import { askForMap, type MapAnswers, type MapOutlines } from '../../../render/map/ask-map';
import type { View } from '../../../view/view';
import { BUNDLED, fetchOutlines } from '../fetched-outlines';

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

/** Draws the map of a view of a series that `engine` answers for, over outlines that are fetched; null where nothing has a place. */
export async function drawMap(
  engine: Pick<Engine, 'run'>,
  info: SeriesInfo,
  view: View,
  signal?: AbortSignal,
): Promise<MapAnswers | null> {
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
}
