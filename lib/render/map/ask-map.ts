import type { AreaOutline, BaseMap } from '../../boundaries/base-map';
import { frameOf, type MapFrame, type MapPoint } from '../../boundaries/map-frame';
import type { NamedRegion } from '../../boundaries/region-areas';
import type { Engine } from '../../query/engine';
import type { PlanInfo } from '../../query/plan/plan';
import { askPlaces, planRegions } from '../../query/plan/plan-places';
import type { GroupValue, PlacesResult } from '../../query/result';
import type { Box } from '../../series/places/location';
import type { View } from '../../view/view';

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

/** A region of a map with its figure; without an outline where none has its name. */
export interface RegionShade extends GroupValue {
  readonly series: string;
  readonly label: string;
  readonly area: AreaOutline | null;
}

/** What a map is drawn from, beside the series and the view. */
export interface MapAnswers {
  readonly places: PlacesResult;
  /** Where regions are shaded in place of marks; else null. */
  readonly regions: readonly RegionShade[] | null;
  readonly base: BaseMap;
}

type Asked = Pick<Engine, 'run'>;

async function shadedRegions(
  engine: Asked,
  view: View,
  info: PlanInfo & { readonly guide: { readonly regions: readonly NamedRegion[] } },
  areas: ReadonlyMap<string, AreaOutline>,
  signal?: AbortSignal,
): Promise<readonly RegionShade[]> {
  const { groups } = await engine.run(planRegions(view, info), signal);
  const values = new Map(groups.map((group) => [group.series, group]));
  const none = { low: 0, best: 0, high: 0, basis: null, matched: 0 };
  // Regions in which nothing happened stand on the map, too, for nothing is not the same as not known.
  return info.guide.regions.flatMap(({ id, label }) => {
    const area = areas.get(id) ?? null;
    const value = values.get(id);
    return area === null && value === undefined ? [] : [{ ...(value ?? none), series: id, label, area }];
  });
}

/**
 * Asks for the places of a view and draws what stands beneath them: the part of the world that is asked for, or that around all
 * places or regions. Null where nothing has a place on a map, or no map is wanted.
 */
export async function askForMap(
  engine: Asked,
  view: View,
  info: PlanInfo & { readonly guide: { readonly regions: readonly NamedRegion[] } },
  outlines: MapOutlines,
  asked: Box | null = null,
  signal?: AbortSignal,
): Promise<MapAnswers | null> {
  if (view.map === 'off') return null;
  const part = asked ?? view.box;
  const places = await askPlaces(engine, view, info, part, signal);
  const points = places.marks.map(({ lat, lon }) => ({ lat, lon }));
  const isShaded = view.map === 'regions' || (view.map === null && places.extent === null);
  const areas = isShaded ? outlines.regions(info.guide.regions, points, view.boundaries) : null;
  const box = part ?? areas?.box ?? places.extent;
  if (box === null) return null;
  const frame = frameOf(box, part === null && areas === null ? points : []);
  const regions = areas && (await shadedRegions(engine, view, info, areas.in(frame), signal));
  return { places, regions, base: outlines.base(frame, points, view.boundaries) };
}
