import { type GeoPermissibleObjects, type GeoProjection, geoPath } from 'd3-geo';
import { lineText } from './outline-text';

/** Points are held in tenths of a unit, as one number. */
const TENTHS = 10;
const ROW = 2 ** 15;
/** So that none is negative, somewhat beyond the edges of a frame. */
const OFF = 1000;
/** Lines are never drawn finer than this, in units. */
const FINEST = 0.2;
/** What is smaller than so many times what lines depart by is left out. */
const SPECK = 4;

type Vertex = number;

function vertexAt(x: number, y: number): Vertex {
  return (Math.round(x * TENTHS) + OFF) * ROW + Math.round(y * TENTHS) + OFF;
}

/** Of a vertex, in tenths. */
const xOf = (vertex: Vertex) => Math.floor(vertex / ROW) - OFF;
const yOf = (vertex: Vertex) => (vertex % ROW) - OFF;

/** A part of a line, from one place where lines meet or end to the next. */
interface Chain {
  readonly vertices: readonly Vertex[];
  /** By vertex: how far the chain would depart without it, in units (Douglas and Peucker 1973); its ends always stay. */
  readonly weights: Float64Array;
}

/** A chain as it stands in a line. */
interface Step {
  readonly chain: Chain;
  readonly isBack: boolean;
}

/** One line of an object, or the edge of an area. */
interface Line {
  readonly vertices: readonly Vertex[];
  readonly isClosed: boolean;
  /** Width and height together, in units. */
  readonly extent: number;
}

function lineOf(vertices: readonly Vertex[], isClosed: boolean): Line {
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const vertex of vertices) {
    const [x, y] = [xOf(vertex), yOf(vertex)];
    [left, right] = [Math.min(left, x), Math.max(right, x)];
    [top, bottom] = [Math.min(top, y), Math.max(bottom, y)];
  }
  return { vertices, isClosed, extent: (right - left + bottom - top) / TENTHS };
}

/** Takes the lines of an object from d3-geo as a canvas would. */
class LineReader {
  readonly lines: Line[] = [];
  #vertices: Vertex[] = [];

  beginPath(): void {}

  /** Points are no outlines. */
  arc(): void {}

  moveTo(x: number, y: number): void {
    this.end(false);
    this.#vertices = [vertexAt(x, y)];
  }

  lineTo(x: number, y: number): void {
    const vertex = vertexAt(x, y);
    if (vertex !== this.#vertices.at(-1)) this.#vertices.push(vertex);
  }

  closePath(): void {
    this.end(true);
  }

  end(isClosed: boolean): void {
    const vertices = this.#vertices;
    this.#vertices = [];
    if (isClosed && vertices[0] === vertices.at(-1)) vertices.pop();
    if (vertices.length > 1) this.lines.push(lineOf(vertices, isClosed));
  }
}

/** How far a vertex lies from the line through two others, in units. */
function distance(vertex: Vertex, from: Vertex, to: Vertex): number {
  const [x, y, x1, y1] = [xOf(vertex), yOf(vertex), xOf(from), yOf(from)];
  const [dx, dy] = [xOf(to) - x1, yOf(to) - y1];
  const length = Math.hypot(dx, dy);
  const off = length === 0 ? Math.hypot(x - x1, y - y1) : Math.abs(dx * (y - y1) - dy * (x - x1)) / length;
  return off / TENTHS;
}

function weightsOf(vertices: readonly Vertex[]): Float64Array {
  const weights = new Float64Array(vertices.length);
  weights[0] = weights[vertices.length - 1] = Number.POSITIVE_INFINITY;
  const spans: (readonly [first: number, last: number, most: number])[] = [
    [0, vertices.length - 1, Number.POSITIVE_INFINITY],
  ];
  for (let span = spans.pop(); span !== undefined; span = spans.pop()) {
    const [first, last, most] = span;
    let [far, at] = [FINEST, -1];
    for (let index = first + 1; index < last; index++) {
      const off = distance(vertices[index]!, vertices[first]!, vertices[last]!);
      if (off > far) [far, at] = [off, index];
    }
    if (at < 0) continue;
    const weight = Math.min(most, far);
    weights[at] = weight;
    spans.push([first, at, weight], [at, last, weight]);
  }
  return weights;
}

/** The vertices at which lines meet, part or end. */
function meetingPoints(lines: readonly Line[]): ReadonlySet<Vertex> {
  const beside = new Map<Vertex, readonly [Vertex, Vertex]>();
  const meeting = new Set<Vertex>();
  for (const { vertices, isClosed } of lines) {
    const last = vertices.length - 1;
    if (!isClosed) meeting.add(vertices[0]!).add(vertices[last]!);
    for (let at = isClosed ? 0 : 1; at <= (isClosed ? last : last - 1); at++) {
      const [vertex, before, after] = [
        vertices[at]!,
        vertices.at(at - 1)!,
        vertices[at === last ? 0 : at + 1]!,
      ];
      const known = beside.get(vertex);
      if (known === undefined) beside.set(vertex, [before, after]);
      else if (!(known[0] === before && known[1] === after) && !(known[0] === after && known[1] === before))
        meeting.add(vertex);
    }
  }
  return meeting;
}

/** Of a closed line that meets no other, the two places at which it is parted, whichever way it runs: its first vertex, and that farthest from it. */
function endsOfLoop(vertices: readonly Vertex[]): readonly [number, number] {
  let first = 0;
  vertices.forEach((vertex, at) => {
    if (vertex < vertices[first]!) first = at;
  });
  const [x, y] = [xOf(vertices[first]!), yOf(vertices[first]!)];
  let [far, most] = [first, -1];
  vertices.forEach((vertex, at) => {
    const off = Math.hypot(xOf(vertex) - x, yOf(vertex) - y);
    if (off > most || (off === most && vertex < vertices[far]!)) [far, most] = [at, off];
  });
  return [first, far];
}

/** The parts of a line between the places where it is parted. */
function partsOf({ vertices, isClosed }: Line, meeting: ReadonlySet<Vertex>): readonly (readonly Vertex[])[] {
  const met = vertices.flatMap((vertex, at) => (meeting.has(vertex) ? [at] : []));
  const ends =
    met.length > 1 || !isClosed ? met : [...new Set([...met.slice(0, 1), ...endsOfLoop(vertices)])];
  const sorted = [...ends].sort((a, b) => a - b);
  const parts = sorted.slice(1).map((end, at) => vertices.slice(sorted[at], end + 1));
  if (!isClosed) return parts;
  return [...parts, [...vertices.slice(sorted.at(-1)), ...vertices.slice(0, sorted[0]! + 1)]];
}

/** Whether a part runs the way in which it is held: either way gives the same chain. */
function isForward(part: readonly Vertex[]): boolean {
  const last = part.length - 1;
  if (part[0] !== part[last]) return part[0]! < part[last]!;
  return part[1]! <= part[last - 1]!;
}

/**
 * Outlines laid flat, of which what two have in common is one line: however coarsely they are drawn, what lies side by side stays so, and
 * a border meets the coast.
 */
export class OutlineNet {
  readonly #objects: (readonly Line[])[] = [];
  readonly #chains = new Map<string, Chain>();
  readonly #steps = new Map<Line, readonly Step[]>();
  #meeting: ReadonlySet<Vertex> | null = null;

  /** Adds an object; null for none. All are added before the first is drawn. */
  add(object: GeoPermissibleObjects | null, projection: GeoProjection): number {
    const reader = new LineReader();
    if (object !== null) geoPath(projection, reader)(object);
    reader.end(false);
    return this.#objects.push(reader.lines) - 1;
  }

  #chainOf(part: readonly Vertex[]): Step {
    const isBack = !isForward(part);
    const vertices = isBack ? part.toReversed() : part;
    const key = `${vertices[0]} ${vertices[1]} ${vertices.at(-1)} ${vertices.length}`;
    const chain = this.#chains.get(key) ?? { vertices, weights: weightsOf(vertices) };
    this.#chains.set(key, chain);
    return { chain, isBack };
  }

  #stepsOf(line: Line): readonly Step[] {
    this.#meeting ??= meetingPoints(this.#objects.flat());
    const known = this.#steps.get(line) ?? partsOf(line, this.#meeting).map((part) => this.#chainOf(part));
    this.#steps.set(line, known);
    return known;
  }

  /**
   * An object in halves of a unit, departing by no more than `most` units. What is much smaller is left out, but for what has one of the
   * vertices that are `kept`.
   */
  text(object: number, most: number, kept: ReadonlySet<Vertex> = NO_VERTICES): string {
    return this.#objects[object]!.map((line) => {
      if (line.extent >= SPECK * most) return this.#lineText(line, most);
      const isKept = line.isClosed && kept.size > 0 && line.vertices.some((vertex) => kept.has(vertex));
      return isKept ? this.#lineText(line, line.extent / (2 * SPECK)) : '';
    }).join('');
  }

  #lineText(line: Line, most: number): string {
    const points: (readonly [number, number])[] = [];
    for (const { chain, isBack } of this.#stepsOf(line)) {
      const { vertices, weights } = chain;
      const last = vertices.length - 1;
      // The end is the beginning of the next part.
      for (let at = 0; at < last; at++) {
        const index = isBack ? last - at : at;
        if (weights[index]! > most) points.push(halves(vertices[index]!));
      }
    }
    if (!line.isClosed) points.push(halves(line.vertices.at(-1)!));
    return lineText(points, line.isClosed);
  }
}

const NO_VERTICES: ReadonlySet<Vertex> = new Set();

function halves(vertex: Vertex): readonly [number, number] {
  return [Math.round(xOf(vertex) / 5), Math.round(yOf(vertex) / 5)];
}

/** The vertex at which a point of the world stands in a net; null where it stands nowhere. */
export function vertexOf(projection: GeoProjection, [lon = 0, lat = 0]: readonly number[]): Vertex | null {
  const [x, y] = projection([lon, lat]) ?? [];
  return x === undefined || y === undefined ? null : vertexAt(x, y);
}
