import { type GeoPermissibleObjects, geoPath } from 'd3-geo';
import type { Box } from '../series/places/location';
import { apartFrom } from './apart-from';
import { placeInArea } from './area-place';
import {
  type AreaFeature,
  type AreaLayer,
  areaAt,
  areasIn,
  type BoundarySet,
  type BoundarySource,
} from './boundary-set';
import { boxOfUnits, boxWidth, FRAME_WIDTH, type MapFrame, type MapPoint, projectionOf } from './map-frame';
import { Outlines } from './outline-text';

/** What stands beneath the marks of a map, as outlines of SVG in units of its frame. */
export interface BaseMap {
  readonly frame: MapFrame;
  /** Closed: what is not water. */
  readonly land: string;
  /** Lines: between countries, between units of the countries that are looked at, and what somebody disputes. */
  readonly borders: string;
  readonly units: string;
  readonly disputed: string;
  readonly source: BoundarySource;
  /** The name of outlines that were asked for and are not there; null where these are the ones. */
  readonly missing: string | null;
}

/** Beyond the edge of the frame so much more is drawn, for a map that is pulled shows it. */
const BEYOND = 40;
/** All outlines together are no longer than this, in characters. */
const LONGEST = 14_000;
/** The same of shaded areas and what lies beneath them, in a part of the world. */
const LONGEST_SHADED = 20_000;
/** What of that the areas have, and what is left beneath them in any case, for of the whole world they need more. */
const LONGEST_AREAS = 12_000;
const LEAST_BENEATH = 7_000;
/** How far they depart from what they show, in units. */
const FINEST = 0.45;
const COARSEST = 8;
/** The same of shaded areas, of which each is simplified by itself: farther apart, neighbours would not meet. */
const COARSEST_AREAS = 2;
/** A wider part of the world has no units. */
const UNITS_WITHIN = 75;
/** The most countries that show their units. */
const MOST_COUNTRIES = 8;

/** Lays objects flat in a frame, and cuts off what lies beyond it. */
function laidIn(frame: MapFrame): (object: GeoPermissibleObjects | null) => Outlines {
  const projection = projectionOf(frame).clipExtent([
    [-BEYOND, -BEYOND],
    [FRAME_WIDTH + BEYOND, frame.height + BEYOND],
  ]);
  return (object) => {
    const outlines = new Outlines();
    if (object !== null) geoPath(projection, outlines)(object);
    return outlines;
  };
}

/** The part of the world that a frame shows, and a little around it. */
function shownBox(frame: MapFrame): Box {
  return boxOfUnits(frame, [-BEYOND, -BEYOND, FRAME_WIDTH + BEYOND, frame.height + BEYOND]);
}

/** The countries that points lie in, as many of the points as tell: those of the most points first. */
export function countriesOf(countries: AreaLayer, points: readonly MapPoint[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const point of someOf(points)) {
    const at = areaAt(countries, point);
    const code = at === null ? undefined : countries.areas[at]?.properties.code;
    if (code !== undefined) counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  return [...counts].sort(([, one], [, other]) => other - one).map(([code]) => code);
}

/** As many as {@link MOST_POINTS} of the points, spread over all of them. */
function someOf(points: readonly MapPoint[]): readonly MapPoint[] {
  const step = Math.max(1, Math.ceil(points.length / MOST_POINTS));
  return points.filter((_, at) => at % step === 0);
}
const MOST_POINTS = 150;

function all({ areas }: AreaLayer): readonly number[] {
  return areas.map((_, at) => at);
}

function linesOf(
  set: BoundarySet,
  frame: MapFrame,
  countries: readonly string[],
): readonly (GeoPermissibleObjects | null)[] {
  const shown = shownBox(frame);
  const near = areasIn(set.countries, shown);
  const layers =
    boxWidth(shown) > UNITS_WITHIN && frame.kind === 'world'
      ? []
      : countries.slice(0, MOST_COUNTRIES).flatMap((code) => set.units(code) ?? []);
  const units = layers.flatMap((layer) => layer.borders(all(layer)).coordinates);
  return [
    set.countries.merged(near),
    apartFrom(set.countries.borders(near), set.disputed),
    { type: 'MultiLineString', coordinates: units },
    set.disputed,
  ];
}

/** Texts of outlines that depart by no more than so much, as fine as their length together allows. */
function fitted(
  textsOf: (most: number) => readonly string[],
  longest: number,
  coarsest: number,
): readonly string[] {
  for (let most = FINEST; ; ) {
    const texts = textsOf(most);
    const length = texts.reduce((sum, text) => sum + text.length, 0);
    if (length <= longest || most >= coarsest) return texts;
    // What is twice too long is about twice too fine.
    most = Math.min(coarsest, most * Math.max(1.15, length / longest));
  }
}

/**
 * The outlines of the part of the world in a frame, those of the units of some countries too; drawn as fine as their length allows. What
 * is cut off lies outside of the frame.
 */
export function baseMap(
  set: BoundarySet,
  frame: MapFrame,
  countries: readonly string[],
  longest = LONGEST,
): BaseMap {
  const outlines = linesOf(set, frame, countries).map(laidIn(frame));
  const { id, name, source, licence } = set;
  const [land = '', borders = '', units = '', disputed = ''] = fitted(
    (most) => outlines.map((one) => one.text(most)),
    longest,
    COARSEST,
  );
  return { frame, land, borders, units, disputed, source: { id, name, source, licence }, missing: null };
}

/** An area in a frame, to be shaded. */
export interface AreaOutline {
  readonly outline: string;
  /** Where its name or count may stand, and how far about there, in units. */
  readonly x: number;
  readonly y: number;
  readonly room: number;
}

/** Areas smaller than this, by the root of their size, are drawn as a dot: else nobody would see or hit them. In units. */
const LEAST_ROOM = 5;
const DOT = 3.5;

function dotAt(x: number, y: number): string {
  const tenths = (value: number) => Math.round(value * 10) / 10;
  return `M${tenths(x - DOT)} ${tenths(y)}a${DOT} ${DOT} 0 1 0 ${2 * DOT} 0a${DOT} ${DOT} 0 1 0 ${-2 * DOT} 0z`;
}

/** The outlines of single areas in a frame, as fine as their length allows; an area outside of it has none. */
export function areaOutlines(frame: MapFrame, areas: readonly AreaFeature[]): readonly AreaOutline[] {
  const laid = laidIn(frame);
  const projection = projectionOf(frame);
  const drawn = areas.map((area) => {
    const place = placeInArea(area, projection);
    const isInside = place.x >= 0 && place.x <= FRAME_WIDTH && place.y >= 0 && place.y <= frame.height;
    const dot = isInside ? dotAt(place.x, place.y) : '';
    return { place, dot, lines: laid(place.room < LEAST_ROOM ? null : area) };
  });
  const texts = fitted(
    (most) => drawn.map(({ lines, dot }) => lines.text(most) || dot),
    LONGEST_AREAS,
    COARSEST_AREAS,
  );
  return drawn.map(({ place }, at) => ({ ...place, outline: texts[at]! }));
}

/** How long what lies beneath shaded areas may be. */
export function longestBeneath(areas: readonly AreaOutline[]): number {
  const length = areas.reduce((sum, { outline }) => sum + outline.length, 0);
  return Math.max(LEAST_BENEATH, Math.min(LONGEST, LONGEST_SHADED - length));
}
