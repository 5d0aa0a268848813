import type { BaseMap } from '../../boundaries/base-map';
import { FRAME_WIDTH, projectionOf } from '../../boundaries/map-frame';
import type { RegionRate } from '../../query/exposure/region-rates';
import { byBest } from '../../query/figures/largest-groups';
import type { SeriesInfo } from '../../query/info/series-info';
import { drawnGroups } from '../../query/plan/drawn-groups';
import { MOST_NAMED_GROUPS } from '../../query/plan/plan-places';
import type { PlaceGroup, PlaceMark, PlacesResult } from '../../query/result';
import { hexCorners } from '../../series/places/hexagons';
import type { PointPrecision } from '../../series/places/location';
import { askedPlace } from '../../series/places/place-ids';
import { type DoubtedPoints, exchangedIn } from '../../series/places/point-doubts';
import type { View } from '../../view/view';
import type { MapColours } from '../../words/marks/map';
import { isUnsearched } from '../../words/marks/regions';
import { type ColourName, colourName } from '../scene/palette';
import type { RegionSearch, RegionShade } from './shaded-regions';
import { countShades, rateShades, type Shades } from './shades';

/** What a map is drawn from. */
export interface MapInput {
  readonly info: Pick<SeriesInfo, 'guide' | 'ranking' | 'rolled'>;
  readonly view: View;
  readonly places: PlacesResult;
  /** Regions that are shaded in place of marks; null where marks are drawn. */
  readonly regions: readonly RegionShade[] | null;
  readonly base: BaseMap;
  /** The points with which something may be wrong; none where nothing is said. */
  readonly doubts?: readonly DoubtedPoints[];
}

/** How precisely a mark says where: a place, an area about it, or no more than that the source does not say. */
export type PlaceShape = 'dot' | 'ring' | 'area' | 'unsaid' | 'hexagon' | 'region';

const SHAPE_OF: Readonly<Record<PointPrecision, PlaceShape>> = {
  exact: 'dot',
  town: 'dot',
  district: 'ring',
  region: 'area',
  unknown: 'unsaid',
};

/** The groups of a mark as its card has them, the largest first. */
export function namedGroups({ groups }: PlaceMark): readonly PlaceGroup[] {
  return byBest(groups).slice(0, MOST_NAMED_GROUPS);
}

/** A part of a mark that has one colour. */
export interface Slice {
  readonly colour: ColourName;
  /** Of 1. */
  readonly share: number;
}

/** A mark, or a region as one. */
export interface ShownMark extends PlaceMark {
  /** Of a region whose shade goes by its rate: that, null where the number of its people is not known. */
  readonly rate?: RegionRate | null;
  readonly search?: RegionSearch;
  /** Whether its rows seem to have latitude and longitude exchanged. */
  readonly isExchanged?: true;
}

/** A mark where it stands, in pixels. */
export interface LaidPlace {
  readonly mark: ShownMark;
  readonly shape: PlaceShape;
  readonly x: number;
  readonly y: number;
  /** Of a hexagon, that of a circle within it. */
  readonly radius: number;
  /** What it is drawn by; null where nobody reports a figure. */
  readonly value: number | null;
  readonly slices: readonly Slice[];
  /** The outline of a region, in halves of a unit of the frame; '' for others. */
  readonly outline: string;
  /** The corners of a hexagon; empty for others. */
  readonly corners: readonly (readonly [x: number, y: number])[];
}

export interface MapLayout {
  readonly input: MapInput;
  readonly width: number;
  readonly height: number;
  /** Pixels in a unit of the frame. */
  readonly unit: number;
  /** The largest marks first, so that small ones stand on them. */
  readonly items: readonly LaidPlace[];
  /** Regions with incidents that have no outline, which stand in the list alone. */
  readonly lost: readonly ShownMark[];
  readonly most: number;
  /** Of hexagons and regions; empty for others. */
  readonly shades: Shades;
  /** Pixels of radius for the square root of a value. */
  readonly factor: number;
  /** Smaller marks have one colour. */
  readonly parted: number;
}

export const LEAST_RADIUS = 2.5;

const UNREPORTED_RADIUS = 2;
/**
 * The radius of the largest mark, the most that one incident may have, so that few incidents are not as large as many, and the least that a
 * mark of several colours has: by how many marks there are.
 */
function sizes(width: number, marks: number) {
  const room = Math.max(9, Math.min(26, width / 28));
  if (marks > 400) return { largest: room * 0.6, one: 3, parted: 6 };
  return marks > 100 ? { largest: room * 0.8, one: 4, parted: 4 } : { largest: room, one: 5.5, parted: 4 };
}

/** The figure that a mark is drawn by: its rate; else best, or what is sure where there is none. Null where nobody looked and nothing was found. */
export function markValue(mark: ShownMark): number | null {
  if (isUnsearched(mark)) return null;
  const { best, low, high, rate } = mark;
  return rate === undefined ? (best ?? low ?? high) : (rate?.perPeople ?? null);
}

/** Whether the shades of a map go by rates. */
export function isRated({ regions }: Pick<MapInput, 'regions'>): boolean {
  return regions?.some(({ rate }) => rate !== undefined) ?? false;
}

/** By what a map is coloured. */
export function coloursOf(
  map: Pick<MapInput, 'regions' | 'places'>,
  { split }: Pick<View, 'split'>,
): MapColours {
  if (isRated(map)) return 'rates';
  return map.regions === null && map.places.as === 'points' ? split : 'none';
}

/** The parts of a mark; one that is too small to be parted has the colour of the largest alone. */
function slicesOf(mark: PlaceMark, order: readonly string[], isParted: boolean): readonly Slice[] {
  const values = new Map<ColourName, number>();
  for (const { series, best, low, high } of mark.groups) {
    const colour = colourName(order, series);
    values.set(colour, (values.get(colour) ?? 0) + (best ?? low ?? high ?? 0));
  }
  const total = [...values.values()].reduce((sum, value) => sum + value, 0);
  const colours = [...values].filter(([, value]) => value > 0);
  if (colours.length === 0) return [{ colour: [...values.keys()][0] ?? '--group-all', share: 1 }];
  if (isParted) return colours.map(([colour, value]) => ({ colour, share: value / total }));
  const [largest] = colours.reduce((first, other) => (other[1] > first[1] ? other : first));
  return [{ colour: largest, share: 1 }];
}

/** Places the marks of a map that is so many pixels wide. */
export function layMap(input: MapInput, width: number): MapLayout {
  if (input.regions !== null) return layRegions(input, input.regions, width);
  const { base, places, view, info } = input;
  const unit = width / FRAME_WIDTH;
  const projection = projectionOf(base.frame);
  const place = (lon: number, lat: number) => {
    const [x = Number.NaN, y = Number.NaN] = projection([lon, lat]) ?? [];
    return [x * unit, y * unit] as const;
  };
  const values = places.marks.map(markValue);
  const most = values.reduce<number>((max, value) => Math.max(max, value ?? 0), 0);
  const { largest, one, parted } = sizes(width, places.marks.length);
  const factor = most > 0 ? Math.min(one, largest / Math.sqrt(most)) : 0;
  const order = drawnGroups(info, view.split);
  const exchanged = new Set(exchangedIn(input.doubts ?? []));
  const items = places.marks.map((mark, at): LaidPlace => {
    const value = values[at] ?? null;
    const [x, y] = place(mark.lon, mark.lat);
    const asked = places.as === 'hexagons' ? askedPlace(mark.id) : null;
    const corners =
      asked?.kind === 'hexagon'
        ? hexCorners(asked.grid, asked.hexagon).map(({ lon, lat }) => place(lon, lat))
        : [];
    const sized = value === null ? UNREPORTED_RADIUS : Math.max(LEAST_RADIUS, factor * Math.sqrt(value));
    return {
      ...{ x, y, value, corners, outline: '', slices: slicesOf(mark, order, sized >= parted) },
      mark: exchanged.has(mark.id) ? { ...mark, isExchanged: true } : mark,
      shape: corners.length > 0 ? 'hexagon' : SHAPE_OF[mark.precision ?? 'unknown'],
      radius: corners.length > 0 ? within(corners, x, y) : sized,
    };
  });
  const shown = items
    .filter(({ x, y }) => Number.isFinite(x + y))
    .sort((one, other) => other.radius - one.radius);
  const shades = places.as === 'hexagons' ? countShades(most, 3) : [];
  return {
    input,
    width,
    height: base.frame.height * unit,
    unit,
    items: shown,
    lost: [],
    most,
    shades,
    factor,
    parted,
  };
}

/** A region as a mark, so that cards, lists and keys need not know the difference. Its id is that of the region. */
function regionMark({ series, label, area: _, ...value }: RegionShade): ShownMark {
  return { ...value, id: series, name: label, names: 1, lat: 0, lon: 0, precision: null, groups: [] };
}

/** Places the regions of a map that have an outline in its frame. */
function layRegions(input: MapInput, regions: readonly RegionShade[], width: number): MapLayout {
  const { frame } = input.base;
  const unit = width / FRAME_WIDTH;
  const laid = regions.flatMap((region): readonly LaidPlace[] => {
    const { area } = region;
    if (area === null || area.outline === '') return [];
    const mark = regionMark(region);
    const place = { x: area.x * unit, y: area.y * unit, radius: (area.room * unit) / 2 };
    return [
      {
        ...place,
        mark,
        value: markValue(mark),
        shape: 'region',
        slices: [],
        corners: [],
        outline: area.outline,
      },
    ];
  });
  // Small ones stand on large ones, should these hold them.
  const items = laid.sort((one, other) => other.radius - one.radius);
  const most = items.reduce((max, { value }) => Math.max(max, value ?? 0), 0);
  const shades = isRated(input) ? rateShades(most) : countShades(most, 2);
  const lost = regions.filter(({ area, matched }) => area === null && matched > 0).map(regionMark);
  return { input, width, height: frame.height * unit, unit, items, lost, most, shades, factor: 0, parted: 0 };
}

/** How far the nearest corner is, less what the middle of an edge is nearer. */
function within(corners: LaidPlace['corners'], x: number, y: number): number {
  return Math.min(...corners.map(([cx, cy]) => Math.hypot(cx - x, cy - y))) * 0.86;
}

/** The mark at a point of the map, or the nearest within `reach` pixels; the smallest where several lie upon each other. */
export function placeAt({ items }: MapLayout, x: number, y: number, reach = 6): LaidPlace | null {
  let [found, least]: [LaidPlace | null, number] = [null, Number.POSITIVE_INFINITY];
  for (const item of items) {
    const off = Math.hypot(item.x - x, item.y - y);
    if (off > item.radius + reach) continue;
    const rank = off <= item.radius ? item.radius / 1000 : off - item.radius;
    if (rank < least) [found, least] = [item, rank];
  }
  return found;
}
