import type { BaseMap } from '../../boundaries/base-map';
import {
  boxOfUnits,
  FRAME_WIDTH,
  frameOf,
  frameOfPart,
  type MapFrame,
  type MapPoint,
} from '../../boundaries/map-frame';
import { ownAreas } from '../../boundaries/own-areas';
import type { NamedRegion } from '../../boundaries/region-areas';
import type { RegionOutlines } from '../../boundaries/region-outlines';
import type { AreaOutline } from '../../boundaries/shaded-map';
import type { Engine } from '../../query/engine';
import { askRegionRates, whyNoRates } from '../../query/exposure/region-rates';
import { selectedView } from '../../query/plan/filter';
import type { PlanInfo } from '../../query/plan/plan';
import { askOffMap, askPlaces, askRegions, type RegionFigures } from '../../query/plan/plan-places';
import type { GroupValue, PlacesResult } from '../../query/result';
import type { SeriesGuide } from '../../series/model';
import { type Box, boxAround, type OffMap } from '../../series/places/location';
import { resolveWindow } from '../../view/resolve';
import type { View } from '../../view/view';
import { exchangedPoints, type NearCountry } from './exchanged-points';
import {
  isShownAtFirst,
  namedRegions,
  type RegionShade,
  regionSearches,
  shadedIds,
  shadedRegions,
  sharedOutlines,
} from './shaded-regions';

/** What outlines a map is drawn over; `boundaries` names those that are asked for. */
export interface MapOutlines {
  /** The outlines of a frame, with units where the points are. */
  readonly base: (
    frame: MapFrame,
    points: readonly MapPoint[],
    boundaries: string | null,
  ) => BaseMap | Promise<BaseMap>;
  /** The areas of regions, by their names; null where no outline has any of the names. */
  readonly regions: (
    regions: readonly NamedRegion[],
    points: readonly MapPoint[],
    boundaries: string | null,
  ) => RegionOutlines | null;
  /** Where a point lies by the outlines of a country. */
  readonly near: (country: string, point: MapPoint, boundaries: string | null) => ReturnType<NearCountry>;
}

/** What a map is drawn from, beside the series and the view. */
export interface MapAnswers {
  readonly places: PlacesResult;
  /** Where regions are shaded in place of marks; else null. */
  readonly regions: readonly RegionShade[] | null;
  /** What the shades leave out; null where marks are drawn. */
  readonly rest: Pick<RegionFigures, 'none' | 'total'> | null;
  /** What the marks leave out in the measure of the view, where that is not incidents. */
  readonly off: Partial<Readonly<Record<OffMap, GroupValue>>>;
  readonly base: BaseMap;
  /** The marks of which the rows seem to have latitude and longitude exchanged, by their ids. */
  readonly exchanged: readonly string[];
  /** The sources of the outlines that the series brings itself; null where none of these is drawn. */
  readonly own: readonly string[] | null;
}

type Asked = Pick<Engine, 'run'>;
type MapInfo = PlanInfo & { readonly guide: SeriesGuide };

/**
 * Asks for the places of a view and draws what stands beneath them: the part of the world that the view shows, or that around all
 * places or regions. Null where nothing has a place on a map, or no map is wanted. What is selected of a chart is all that is counted, on
 * the part of the world that the whole view has, so that a map does not jump with each bar that is clicked.
 */
export async function askForMap(
  engine: Asked,
  whole: View,
  info: MapInfo,
  outlines: MapOutlines,
  signal?: AbortSignal,
): Promise<MapAnswers | null> {
  if (whole.map === 'off') return null;
  const shown = whole.part && frameOfPart(whole.part);
  // All that is in sight, not the part alone that the frame was made for.
  const part = shown === null ? whole.box : boxOfUnits(shown, [0, 0, FRAME_WIDTH, shown.height]);
  const all = await askPlaces(engine, whole, info, part, signal);
  const view = selectedView(whole, info.guide.meta);
  const box = part ?? all.extent;
  const places = view === whole ? all : await askPlaces(engine, view, info, part, signal, box);
  const points = all.marks.map(({ lat, lon }) => ({ lat, lon }));
  const isShaded = view.map === 'regions' || (view.map === null && all.extent === null);
  const { regions } = info.guide;
  const own = ownAreas(info.guide, resolveWindow(view, info.guide.meta.coverage));
  const named = bySize(namedRegions(regions, own), info.ranking.region);
  const areas = isShaded ? outlines.regions(named, points, view.boundaries) : null;
  if (areas !== null) {
    const shaded = shadedIds(regions, areas.ids);
    const isAtFirst = isShownAtFirst(info.guide, info.ranking.region);
    const frame = shown ?? frameOf(part ?? areas.around(shaded.filter(isAtFirst)));
    const { areas: laid, base } = areas.in(frame, shaded);
    const found = await askShades(engine, view, info, laid, shaded, signal);
    const sources = own.size === 0 ? null : sourcesOf(info.guide, own);
    return { places, ...found, off: {}, base, exchanged: [], own: sources };
  }
  if (box === null) return null;
  const exchanged = await exchangedPoints(engine, info.guide, (country, point) =>
    outlines.near(country, point, view.boundaries),
  );
  const frame = shown ?? frameWithout(all, exchanged, part) ?? frameOf(box, part === null ? points : []);
  const off = await askOffMap(engine, view, info, places, signal);
  const base = await outlines.base(frame, points, view.boundaries);
  const held = places.marks.filter(({ id }) => exchanged.has(id)).map(({ id }) => id);
  return { places, regions: null, rest: null, off, base, exchanged: held, own: null };
}

/** The frame of all places but those that seem to have their numbers exchanged, which would show half of the world for them; null where it is that of all. */
function frameWithout(
  { marks, as }: PlacesResult,
  exchanged: ReadonlySet<string>,
  part: Box | null,
): MapFrame | null {
  if (part !== null || as === 'hexagons' || exchanged.size === 0) return null;
  const rest = marks.filter(({ id }) => !exchanged.has(id));
  const box = rest.length === marks.length ? null : boxAround(rest);
  return box && frameOf(box, rest);
}

/** The sources that a series names for the outlines of some of its regions. */
function sourcesOf({ areas = [] }: SeriesGuide, own: ReadonlyMap<string, unknown>): readonly string[] {
  return [
    ...new Set<string>(areas.filter(({ region }) => own.has(region)).flatMap(({ sources }) => sources)),
  ];
}

/** Regions with the largest of the revision first: of two that one outline could be of, that one has it. */
function bySize(named: readonly NamedRegion[], ranking: readonly string[]): readonly NamedRegion[] {
  const place = new Map(ranking.map((id, at) => [id, at]));
  const placeOf = ({ id }: NamedRegion) => place.get(id) ?? ranking.length;
  return named.toSorted((a, b) => placeOf(a) - placeOf(b));
}

/** The regions that a map shades, by what its view asks for, and what they leave out. */
async function askShades(
  engine: Asked,
  view: View,
  info: MapInfo,
  areas: ReadonlyMap<string, AreaOutline>,
  shaded: readonly string[],
  signal?: AbortSignal,
): Promise<Pick<MapAnswers, 'regions' | 'rest'>> {
  const { guide } = info;
  const isRated = view.shade === 'rate' && whyNoRates(view, guide) === null;
  const [figures, rates] = await Promise.all([
    askRegions(engine, view, info, shaded, sharedOutlines(areas), signal),
    isRated ? askRegionRates(engine, view, info, signal) : null,
  ]);
  const searches = regionSearches(view, guide);
  const { none, total } = figures;
  return {
    regions: shadedRegions(guide.regions, areas, { figures, rates, searches }),
    rest: { none, total },
  };
}
