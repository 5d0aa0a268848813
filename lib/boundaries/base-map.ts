import type { Position } from 'geojson';
import type { Box } from '../series/places/location';
import { type AreaLayer, areaAt, type BoundarySet, type BoundarySource } from './boundary-set';
import { boxOfUnits } from './frame-parts';
import { apartFrom, linesOf } from './lines/apart-from';
import { islandsAt } from './lines/islands';
import { FlatWorld } from './lines/lay-flat';
import { OutlineNet, type Vertex, vertexAt } from './lines/outline-net';
import { unitBorders } from './lines/units-within';
import { boxWidth, FRAME_WIDTH, type MapFrame, type MapPoint } from './map-frame';

/** What stands beneath the marks of a map, as outlines of SVG in halves of a unit of its frame. */
export interface BaseMap {
  readonly frame: MapFrame;
  /** Closed: what is not water. */
  readonly land: string;
  /** Lines: between countries, between units of the countries that are looked at, and what somebody disputes. */
  readonly borders: string;
  readonly units: string;
  readonly disputed: string;
  /** Where shaded units lie along a country whose outline is not made of their lines: land lies beneath, so that no water shows between. */
  readonly seam: string;
  readonly source: BoundarySource;
  /** The name of outlines that were asked for and are not there; null where these are the ones. */
  readonly missing: string | null;
}

/** Beyond the edge of the frame so much more is drawn, for a map that is pulled shows it. */
const BEYOND = 40;
/** All outlines together are no longer than this, in characters. */
export const LONGEST = 19_500;
/** Lines alone, beneath marks, need no more. */
const LONGEST_BENEATH = 14_000;
/** How far they depart from what they show, in units. */
const FINEST = 0.4;
const COARSEST = 8;
/** A wider part of the world has no units. */
const UNITS_WITHIN = 75;
/** The most countries that show their units. */
const MOST_COUNTRIES = 8;

/** Lays lines flat in a frame, without what lies beyond it. */
export function flatIn(frame: MapFrame): FlatWorld {
  return new FlatWorld(frame, BEYOND, shownBox(frame));
}

/** The part of the world that a frame shows, and a little around it. */
export function shownBox(frame: MapFrame): Box {
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

/** Whether a frame shows so little of the world that units of countries stand in it. */
export function hasUnits(frame: MapFrame): boolean {
  return frame.kind === 'part' || boxWidth(shownBox(frame)) <= UNITS_WITHIN;
}

/** What is drawn of the whole world: its land without the borders in it, these, and the lines in dispute. */
interface WholeWorld {
  readonly land: readonly Position[][][];
  readonly borders: readonly Position[][];
  readonly disputed: readonly Position[][];
}

const worlds = new WeakMap<BoundarySet, WholeWorld>();

/** The world of a set, made once: a map takes from it what is near. */
function wholeWorld(set: BoundarySet): WholeWorld {
  const all = set.countries.areas.map((_, at) => at);
  const made = worlds.get(set) ?? {
    land: set.countries.merged(all).coordinates,
    borders: apartFrom(set.countries.borders(all), set.disputed).coordinates,
    disputed: disputedLines(set),
  };
  worlds.set(set, made);
  return made;
}

/** The lines that somebody disputes; sets have single lines and features without any, too. */
export function disputedLines({ disputed }: BoundarySet): readonly Position[][] {
  return (disputed?.features ?? []).flatMap(({ geometry }) => linesOf(geometry));
}

/** Texts of outlines that depart by no more than so much, as fine as their length together allows. */
export function fitted(textsOf: (most: number) => readonly string[], longest: number): readonly string[] {
  for (let most = FINEST; ; ) {
    const texts = textsOf(most);
    const length = texts.reduce((sum, text) => sum + text.length, 0);
    if (length <= longest || most >= COARSEST) return texts;
    // What is twice too long is about twice too fine.
    most = Math.min(COARSEST, most * Math.max(1.15, length / longest));
  }
}

/** Where the islands with points on them stand in a net: these are drawn, however small. */
function heldIslands(
  { countries }: BoundarySet,
  points: readonly MapPoint[],
  flat: FlatWorld,
): ReadonlySet<Vertex> {
  return new Set(islandsAt(countries, points).map(([first = []]) => vertexAt(...flat.pointAt(first))));
}

/**
 * The outlines of the part of the world in a frame, those of the units of some countries too; drawn as fine as their length allows. What
 * is cut off lies outside of the frame.
 */
export function baseMap(
  set: BoundarySet,
  frame: MapFrame,
  countries: readonly string[],
  points: readonly MapPoint[] = [],
): BaseMap {
  const flat = flatIn(frame);
  const world = wholeWorld(set);
  const shownUnits = hasUnits(frame) ? countries.slice(0, MOST_COUNTRIES) : [];
  const lines = [world.borders, shownUnits.flatMap((code) => unitBorders(set, code)), world.disputed];
  const net = new OutlineNet();
  const objects = [flat.polygons(world.land), ...lines.map((one) => flat.lines(one))].map((one) =>
    net.add(one),
  );
  const kept = heldIslands(set, points, flat);
  const [land = '', borders = '', units = '', disputed = ''] = fitted(
    (most) => objects.map((one) => net.text(one, most, kept)),
    LONGEST_BENEATH,
  );
  return { frame, land, borders, units, disputed, seam: '', source: sourceOf(set), missing: null };
}

/** Where the outlines of a set are from. */
export function sourceOf({ id, name, source, licence }: BoundarySet): BoundarySource {
  return { id, name, source, licence };
}
