import type { AreaOutline, BaseMap } from '../../boundaries/base-map';
import { frameOf, type MapFrame, type MapPoint } from '../../boundaries/map-frame';
import { ownAreas } from '../../boundaries/own-areas';
import type { NamedRegion } from '../../boundaries/region-areas';
import type { Engine } from '../../query/engine';
import { askRegionRates, whyNoRates } from '../../query/exposure/region-rates';
import type { PlanInfo } from '../../query/plan/plan';
import { askPlaces, askRegions } from '../../query/plan/plan-places';
import type { PlacesResult } from '../../query/result';
import type { SeriesGuide } from '../../series/model';
import type { Box } from '../../series/places/location';
import { resolveWindow } from '../../view/resolve';
import type { View } from '../../view/view';
import { namedRegions, type RegionShade, regionSearches, shadedRegions } from './shaded-regions';

/** What outlines a map is drawn over; `boundaries` names those that are asked for. */
export interface MapOutlines {
  /** The outlines of a frame, with units where the points are. */
  readonly base: (frame: MapFrame, points: readonly MapPoint[], boundaries: string | null) => BaseMap;
  /** The areas of regions, by their names, and the least box around them; null where no outline has any of the names. */
  readonly regions: (
    regions: readonly NamedRegion[],
    points: readonly MapPoint[],
    boundaries: string | null,
  ) => { readonly box: Box; readonly in: (frame: MapFrame) => ReadonlyMap<string, AreaOutline> } | null;
}

/** What a map is drawn from, beside the series and the view. */
export interface MapAnswers {
  readonly places: PlacesResult;
  /** Where regions are shaded in place of marks; else null. */
  readonly regions: readonly RegionShade[] | null;
  readonly base: BaseMap;
}

type Asked = Pick<Engine, 'run'>;
type MapInfo = PlanInfo & { readonly guide: SeriesGuide };

/**
 * Asks for the places of a view and draws what stands beneath them: the part of the world that is asked for, or that around all
 * places or regions. Null where nothing has a place on a map, or no map is wanted.
 */
export async function askForMap(
  engine: Asked,
  view: View,
  info: MapInfo,
  outlines: MapOutlines,
  asked: Box | null = null,
  signal?: AbortSignal,
): Promise<MapAnswers | null> {
  if (view.map === 'off') return null;
  const part = asked ?? view.box;
  const places = await askPlaces(engine, view, info, part, signal);
  const points = places.marks.map(({ lat, lon }) => ({ lat, lon }));
  const isShaded = view.map === 'regions' || (view.map === null && places.extent === null);
  const { regions } = info.guide;
  const own = ownAreas(info.guide, resolveWindow(view, info.guide.meta.coverage));
  const areas = isShaded ? outlines.regions(namedRegions(regions, own), points, view.boundaries) : null;
  const box = part ?? areas?.box ?? places.extent;
  if (box === null) return null;
  const frame = frameOf(box, part === null && areas === null ? points : []);
  const shades = areas && (await askShades(engine, view, info, areas.in(frame), signal));
  return { places, regions: shades, base: outlines.base(frame, points, view.boundaries) };
}

/** The regions that a map shades, by what its view asks for. */
async function askShades(
  engine: Asked,
  view: View,
  info: MapInfo,
  areas: ReadonlyMap<string, AreaOutline>,
  signal?: AbortSignal,
): Promise<readonly RegionShade[]> {
  const isRated = view.shade === 'rate' && whyNoRates(view, info.guide) === null;
  const [values, rates] = await Promise.all([
    askRegions(engine, view, info, signal),
    isRated ? askRegionRates(engine, view, info, signal) : null,
  ]);
  return shadedRegions(info.guide.regions, values, areas, rates, regionSearches(view, info.guide));
}
