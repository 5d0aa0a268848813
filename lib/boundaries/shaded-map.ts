import type { MultiLineString, MultiPolygon, Position } from 'geojson';
import { type BaseMap, disputedLines, fitted, flatIn, LONGEST, shownBox, sourceOf } from './base-map';
import { type AreaFeature, areasIn, type BoundarySet, polygonsOf } from './boundary-set';
import { apartFrom } from './lines/apart-from';
import { placeInArea } from './lines/area-place';
import { type FlatLine, FlatWorld } from './lines/lay-flat';
import { OutlineNet } from './lines/outline-net';
import { FRAME_WIDTH, type MapFrame } from './map-frame';

/** An area in a frame, to be shaded. */
export interface AreaOutline {
  /** In halves of a unit; '' for one that lies outside of the frame. */
  readonly outline: string;
  /** Where its name or count may stand, and how far about there, in units. */
  readonly x: number;
  readonly y: number;
  readonly room: number;
}

/** Areas smaller than this, by the root of their size, are drawn as a dot: else nobody would see or hit them. In units. */
const LEAST_ROOM = 5;
/** The radius of a dot, in halves of a unit. */
const DOT = 7;

function dotAt(x: number, y: number): string {
  return `M${Math.round(2 * x - DOT)} ${Math.round(2 * y)}a${DOT} ${DOT} 0 1 0 ${2 * DOT} 0a${DOT} ${DOT} 0 1 0-${2 * DOT} 0z`;
}

/** What lies beneath shaded areas, so that none of it is drawn twice. */
interface Beneath {
  /** Countries that are not shaded, and of those whose units are, the others. */
  readonly land: MultiPolygon;
  /** Borders between these countries, and those along countries whose units are shaded. */
  readonly borders: MultiLineString;
  readonly seam: MultiLineString;
}

function linesOf(coordinates: Position[][]): MultiLineString {
  return { type: 'MultiLineString', coordinates };
}

function edgeKey(from: Position, to: Position): string {
  const [one, other] = [from.join(), to.join()];
  return one < other ? `${one} ${other}` : `${other} ${one}`;
}

/** Lines without those parts that others have as well. */
function without({ coordinates }: MultiLineString, others: MultiLineString): MultiLineString {
  const known = new Set(
    others.coordinates.flatMap((line) => line.slice(1).map((to, at) => edgeKey(line[at]!, to))),
  );
  const lines: Position[][] = [];
  for (const line of coordinates) {
    let open: Position[] | null = null;
    line.slice(1).forEach((to, at) => {
      const from = line[at]!;
      if (known.has(edgeKey(from, to))) {
        open = null;
        return;
      }
      if (open === null) {
        open = [from];
        lines.push(open);
      }
      open.push(to);
    });
  }
  return linesOf(lines);
}

/** What was found beneath areas of all of the world last, which is the same in every frame. */
const ofWorld = new WeakMap<
  BoundarySet,
  { readonly features: readonly AreaFeature[]; readonly found: Beneath }
>();

/** What lies beneath some areas in a frame; of a frame that shows most countries that of the whole world, which is kept. */
function beneath(set: BoundarySet, frame: MapFrame, features: readonly AreaFeature[]): Beneath {
  const near = areasIn(set.countries, shownBox(frame));
  if (2 * near.length < set.countries.areas.length) return beneathAmong(set, near, new Set(features));
  const last = ofWorld.get(set);
  if (last?.features.length === features.length && features.every((one, at) => one === last.features[at]))
    return last.found;
  const all = set.countries.areas.map((_, at) => at);
  const found = beneathAmong(set, all, new Set(features));
  ofWorld.set(set, { features, found });
  return found;
}

/** What lies beneath some areas, among some countries. */
function beneathAmong(set: BoundarySet, near: readonly number[], shaded: ReadonlySet<AreaFeature>): Beneath {
  const { countries } = set;
  const unshaded = near.filter((at) => !shaded.has(countries.areas[at]!));
  const units = new Map(
    unshaded.flatMap((at) => {
      const layer = set.units(countries.areas[at]!.properties.code ?? '');
      return layer?.areas.some((unit) => shaded.has(unit)) ? [[at, layer] as const] : [];
    }),
  );
  const others = unshaded.filter((at) => !units.has(at));
  const rest = [...units.values()].flatMap((layer) => {
    const left = layer.areas.flatMap((unit, at) => (shaded.has(unit) ? [] : [at]));
    return layer.merged(left).coordinates;
  });
  const borders = countries.borders(others);
  return {
    land: {
      type: 'MultiPolygon',
      coordinates: [...countries.merged(others).coordinates, ...rest],
    },
    borders: apartFrom(borders, set.disputed),
    seam: units.size === 0 ? linesOf([]) : without(countries.borders(unshaded), borders),
  };
}

/** The areas of a frame that are shaded, and the map beneath. */
export interface ShadedMap {
  readonly areas: readonly AreaOutline[];
  readonly base: BaseMap;
}

/**
 * Areas in a frame, and the outlines of what lies beneath and about them, as fine as their length together allows. The land of a country whose
 * units are shaded is made of these, and neighbours have one line: so they fit.
 */
export function shadedMap(set: BoundarySet, frame: MapFrame, features: readonly AreaFeature[]): ShadedMap {
  const flat = flatIn(frame);
  const net = new OutlineNet();
  const whole = new FlatWorld(frame, 0, null);
  const drawn = features.map((feature) => laidArea(whole.polygons(polygonsOf(feature)), frame));
  const areas = drawn.map(({ room, dot }, at) => {
    const isDot = room < LEAST_ROOM && dot !== '';
    return net.add(isDot ? [] : flat.polygons(polygonsOf(features[at]!)));
  });
  const { land, borders, seam } = beneath(set, frame, features);
  const lines = [borders.coordinates, seam.coordinates, disputedLines(set)].map((one) => flat.lines(one));
  const beneathAreas = [flat.polygons(land.coordinates), ...lines].map((one) => net.add(one));
  const texts = fitted(
    (most) => [
      ...areas.map((one, at) => net.text(one, most) || drawn[at]!.dot),
      ...beneathAreas.map((one) => net.text(one, most)),
    ],
    LONGEST,
  );
  const [landText = '', bordersText = '', seamText = '', disputed = ''] = texts.slice(areas.length);
  return {
    areas: drawn.map(({ x, y, room }, at) => ({ x, y, room, outline: texts[at]! })),
    base: {
      ...{ frame, land: landText, borders: bordersText, units: '', disputed, seam: seamText },
      ...{ source: sourceOf(set), missing: null },
    },
  };
}

function laidArea(lines: readonly FlatLine[], frame: MapFrame) {
  const { x, y, room } = placeInArea(lines);
  const isInside = x >= 0 && x <= FRAME_WIDTH && y >= 0 && y <= frame.height;
  return { x, y, room, dot: isInside ? dotAt(x, y) : '' };
}
