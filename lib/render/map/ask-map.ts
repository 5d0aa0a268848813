import type { BaseMap } from '../../boundaries/base-map';
import { boxOfUnits } from '../../boundaries/frame-parts';
import { FRAME_WIDTH, frameOf, type MapFrame, type MapPoint } from '../../boundaries/map-frame';
import type { KmFrom } from '../../boundaries/near-country';
import { ownAreas } from '../../boundaries/own-areas';
import { frameOfPart } from '../../boundaries/part-frame';
import type { NamedRegion } from '../../boundaries/region-areas';
import type { RegionOutlines } from '../../boundaries/region-outlines';
import type { AreaOutline } from '../../boundaries/shaded-map';
import type { Engine } from '../../query/engine';
import { askRegionRates, whyNoRates } from '../../query/exposure/region-rates';
import type { SeriesInfo } from '../../query/info/series-info';
import { selectedView } from '../../query/plan/filter';
import type { PlanInfo } from '../../query/plan/plan';
import {
  askDoubts,
  askOffMap,
  askPlaces,
  askRegions,
  type DoubtedMarks,
  type RegionFigures,
} from '../../query/plan/plan-places';
import type { GroupValue, PlaceMark, PlacesResult } from '../../query/result';
import type { SeriesGuide } from '../../series/model';
import type { HexGrid } from '../../series/places/hexagons';
import { type Box, boxAround, type OffMap } from '../../series/places/location';
import { askedPlace, hexagonIdAt } from '../../series/places/place-ids';
import { type DoubtedPoints, exchangedIn, MOST_LINKED } from '../../series/places/point-doubts';
import { resolveWindow } from '../../view/resolve';
import type { View } from '../../view/view';
import { titleIn } from '../../words/marks/regions';
import { doubtedPoints, hexagonPoints } from './doubted-points';
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
  /** What measures how far points lie from countries and from land; the same for the same outlines. */
  readonly distances: (boundaries: string | null) => KmFrom;
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
  /** The points with which something may be wrong; empty where regions are shaded. */
  readonly doubts: readonly DoubtedPoints[];
  /** The sources of the outlines that the series brings itself; null where none of these is drawn. */
  readonly own: readonly string[] | null;
}

type Asked = Pick<Engine, 'run'>;
type MapInfo = PlanInfo & { readonly guide: SeriesGuide } & Pick<SeriesInfo, 'cited'>;

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
  const found = await askPlaces(engine, whole, info, part, signal);
  const view = selectedView(whole, info.guide.meta);
  const doubted =
    found.extent === null
      ? new Map()
      : await doubtedPoints(engine, info.guide, outlines.distances(view.boundaries));
  const doubts = await askDoubts(engine, whole, info, doubted, signal);
  const without = part === null ? boxWithout(found, doubts) : null;
  // Hexagons are of a size for what is shown.
  const all =
    without === null || found.as === 'points'
      ? found
      : await askPlaces(engine, whole, info, part, signal, without);
  const box = part ?? without ?? all.extent;
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
    const outlined = { areas: laid, shaded, unclear: areas.unclear ?? [] };
    const shades = await askShades(engine, view, info, outlined, signal);
    const sources = own.size === 0 ? null : sourcesOf(info, own);
    return { places, ...shades, off: {}, base, doubts: [], own: sources };
  }
  if (box === null) return null;
  const selected = view === whole ? doubts : await askDoubts(engine, view, info, doubted, signal);
  const exchanged = new Set(exchangedIn(doubts.map(summed)));
  const framed = all.marks.filter(({ id }) => !exchanged.has(id));
  const frame = shown ?? frameOf(box, part === null ? framed : []);
  const off = await askOffMap(engine, view, info, places, signal);
  const base = await outlines.base(frame, points, view.boundaries);
  return { places, regions: null, rest: null, off, base, doubts: selected.map(summed), own: null };
}

/** Points with which something may be wrong, as a map is sent them. */
function summed({ why, marks }: DoubtedMarks): DoubtedPoints {
  const sum = (of: 'low' | 'best' | 'high') => marks.reduce((added, mark) => added + (mark[of] ?? 0), 0);
  const ids = marks.map(({ id }) => id);
  return {
    ...{ why, points: marks.length },
    count: { low: sum('low'), best: sum('best'), high: sum('high') },
    ids: why === 'exchanged' ? ids : ids.slice(0, MOST_LINKED),
  };
}

/**
 * The box around all places but those that seem to have their numbers exchanged, which would show half of the world for them; null where there are none of these,
 * or no others. Of hexagons it is around all that hold anything else.
 */
function boxWithout(
  { marks, as }: Pick<PlacesResult, 'marks' | 'as'>,
  doubts: readonly DoubtedMarks[],
): Box | null {
  const exchanged = doubts.flatMap((one) => (one.why === 'exchanged' ? one.marks : []));
  if (exchanged.length === 0) return null;
  const grid = as === 'hexagons' ? gridOf(marks) : null;
  const matched = new Map<string, number>();
  for (const mark of exchanged) {
    const id = grid === null ? mark.id : hexagonIdAt(grid, mark);
    matched.set(id, (matched.get(id) ?? 0) + mark.matched);
  }
  const rest = marks.filter((mark) => matched.get(mark.id) !== mark.matched);
  return boxAround(grid === null ? rest : rest.flatMap(hexagonPoints));
}

/** The grid of some hexagons. */
function gridOf([mark]: readonly PlaceMark[]): HexGrid | null {
  const asked = askedPlace(mark?.id ?? '');
  return asked?.kind === 'hexagon' ? asked.grid : null;
}

/** The sources that a series names for the outlines of some of its regions, by their titles. */
function sourcesOf(
  { guide: { areas = [] }, cited = {} }: MapInfo,
  own: ReadonlyMap<string, unknown>,
): readonly string[] {
  const ids = areas.filter(({ region }) => own.has(region)).flatMap(({ sources }) => sources);
  return [...new Set(ids.map((id) => titleIn(cited, id)))];
}

/** Regions with the largest of the revision first: of two that one outline could be of, that one has it. */
function bySize(named: readonly NamedRegion[], ranking: readonly string[]): readonly NamedRegion[] {
  const place = new Map(ranking.map((id, at) => [id, at]));
  const placeOf = ({ id }: NamedRegion) => place.get(id) ?? ranking.length;
  return named.toSorted((a, b) => placeOf(a) - placeOf(b));
}

/** Regions by their outlines: those that are laid flat, those that are shaded, and those that have none because several could be theirs. */
interface Outlined {
  readonly areas: ReadonlyMap<string, AreaOutline>;
  readonly shaded: readonly string[];
  readonly unclear: readonly string[];
}

/** The regions that a map shades, by what its view asks for, and what they leave out. */
async function askShades(
  engine: Asked,
  view: View,
  info: MapInfo,
  { areas, shaded, unclear }: Outlined,
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
    regions: shadedRegions(guide.regions, areas, { figures, rates, searches, unclear }),
    rest: { none, total },
  };
}
