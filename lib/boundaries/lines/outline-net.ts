import type { FlatLine } from './lay-flat';
import { lineText } from './outline-text';

/** Points are held in tenths of a unit, as one number. */
const TENTHS = 10;
const BITS = 15;
const ROW = 2 ** BITS;
/** So that none is negative, somewhat beyond the edges of a frame. */
const OFF = 1000;
/** Lines are never drawn finer than this, in units. */
const FINEST = 0.2;
/** What is smaller than so many times what lines depart by is left out. */
const SPECK = 4;

/** A place of a net. */
export type Vertex = number;

/** The vertex at a point of a frame, in units. */
export function vertexAt(x: number, y: number): Vertex {
  return (Math.round(x * TENTHS) + OFF) * ROW + Math.round(y * TENTHS) + OFF;
}

/** Of a vertex, in tenths. */
const xOf = (vertex: Vertex) => (vertex >> BITS) - OFF;
const yOf = (vertex: Vertex) => (vertex & (ROW - 1)) - OFF;

/** A part of a line, from one place where lines meet or end to the next. */
interface Chain {
  readonly vertices: Int32Array;
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
  readonly vertices: Int32Array;
  readonly isClosed: boolean;
  /** Width and height together, in units. */
  readonly extent: number;
}

/** The vertices of a line, each once where it would follow itself; null where there are not two of them. */
function lineOf({ points, isClosed }: FlatLine): Line | null {
  const vertices = new Int32Array(points.length / 2);
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  let size = 0;
  for (let at = 0; at < points.length; at += 2) {
    const [x, y] = [points[at]!, points[at + 1]!];
    const vertex = vertexAt(x, y);
    if (size > 0 && vertices[size - 1] === vertex) continue;
    vertices[size++] = vertex;
    if (x < left) left = x;
    if (x > right) right = x;
    if (y < top) top = y;
    if (y > bottom) bottom = y;
  }
  if (isClosed && size > 1 && vertices[0] === vertices[size - 1]) size--;
  return size > 1
    ? { vertices: vertices.subarray(0, size), isClosed, extent: right - left + bottom - top }
    : null;
}

function weightsOf(vertices: Int32Array): Float64Array {
  const weights = new Float64Array(vertices.length);
  weights[0] = weights[vertices.length - 1] = Number.POSITIVE_INFINITY;
  // Spans by their first and last vertex, and the weight of the one that parted them.
  const spans = [0, vertices.length - 1, Number.POSITIVE_INFINITY];
  while (spans.length > 0) {
    const [most, last, first] = [spans.pop()!, spans.pop()!, spans.pop()!];
    const at = farthest(vertices, first, last, weights);
    if (at < 0) continue;
    const weight = Math.min(most, weights[at]!);
    weights[at] = weight;
    spans.push(first, at, weight, at, last, weight);
  }
  return weights;
}

/** The vertex of a span that lies farthest from the line through its ends, whose weight becomes how far that is, in units; -1 where none lies off by {@link FINEST}. */
function farthest(vertices: Int32Array, first: number, last: number, weights: Float64Array): number {
  const [x1, y1] = [xOf(vertices[first]!), yOf(vertices[first]!)];
  const [dx, dy] = [xOf(vertices[last]!) - x1, yOf(vertices[last]!) - y1];
  const length = Math.hypot(dx, dy);
  let [far, at] = [FINEST * TENTHS, -1];
  for (let index = first + 1; index < last; index++) {
    const [x, y] = [xOf(vertices[index]!) - x1, yOf(vertices[index]!) - y1];
    const off = length === 0 ? Math.sqrt(x * x + y * y) : Math.abs(dx * y - dy * x) / length;
    if (off > far) {
      far = off;
      at = index;
    }
  }
  if (at >= 0) weights[at] = far / TENTHS;
  return at;
}

/** The vertices at which lines meet, part or end: a table of vertices with the two that are beside each. */
class MeetingPoints {
  readonly #mask: number;
  readonly #vertices: Int32Array;
  readonly #before: Int32Array;
  readonly #after: Int32Array;
  readonly #meets: Uint8Array;

  constructor(lines: readonly Line[]) {
    const many = lines.reduce((sum, { vertices }) => sum + vertices.length, 1);
    const size = 2 ** Math.ceil(Math.log2(2 * many));
    this.#mask = size - 1;
    this.#vertices = new Int32Array(size).fill(-1);
    this.#before = new Int32Array(size);
    this.#after = new Int32Array(size);
    this.#meets = new Uint8Array(size);
    for (const line of lines) this.#enter(line);
  }

  has(vertex: Vertex): boolean {
    return this.#meets[this.#slotOf(vertex)] === 1;
  }

  #slotOf(vertex: Vertex): number {
    let slot = Math.imul(vertex, 0x9e3779b1) >>> 7;
    while (true) {
      slot &= this.#mask;
      const held = this.#vertices[slot]!;
      if (held === vertex || held === -1) return slot;
      slot++;
    }
  }

  #enter({ vertices, isClosed }: Line): void {
    const last = vertices.length - 1;
    for (let at = 0; at <= last; at++) {
      const vertex = vertices[at]!;
      const slot = this.#slotOf(vertex);
      if (!isClosed && (at === 0 || at === last)) {
        this.#vertices[slot] = vertex;
        this.#meets[slot] = 1;
        continue;
      }
      const [before, after] = [vertices[at === 0 ? last : at - 1]!, vertices[at === last ? 0 : at + 1]!];
      if (this.#vertices[slot] === -1) {
        this.#vertices[slot] = vertex;
        this.#before[slot] = before;
        this.#after[slot] = after;
      } else if (!this.#isBeside(slot, before, after)) this.#meets[slot] = 1;
    }
  }

  #isBeside(slot: number, one: Vertex, other: Vertex): boolean {
    const [before, after] = [this.#before[slot], this.#after[slot]];
    return (before === one && after === other) || (before === other && after === one);
  }
}

/** Of a closed line that meets no other, the two places at which it is parted, whichever way it runs: its first vertex, and that farthest from it. */
function endsOfLoop(vertices: Int32Array): readonly [number, number] {
  let first = 0;
  vertices.forEach((vertex, at) => {
    if (vertex < vertices[first]!) first = at;
  });
  const [x, y] = [xOf(vertices[first]!), yOf(vertices[first]!)];
  let [far, most] = [first, -1];
  vertices.forEach((vertex, at) => {
    const off = (xOf(vertex) - x) ** 2 + (yOf(vertex) - y) ** 2;
    if (off > most || (off === most && vertex < vertices[far]!)) [far, most] = [at, off];
  });
  return [first, far];
}

/** The parts of a line between the places where it is parted. */
function partsOf({ vertices, isClosed }: Line, meeting: MeetingPoints): readonly Int32Array[] {
  const met: number[] = [];
  for (let at = 0; at < vertices.length; at++) if (meeting.has(vertices[at]!)) met.push(at);
  const ends =
    met.length > 1 || !isClosed ? met : [...new Set([...met.slice(0, 1), ...endsOfLoop(vertices)])];
  const sorted = ends.toSorted((a, b) => a - b);
  const parts = sorted.slice(1).map((end, at) => vertices.subarray(sorted[at], end + 1));
  if (!isClosed) return parts;
  const over = vertices.subarray(sorted.at(-1));
  const around = new Int32Array(over.length + sorted[0]! + 1);
  around.set(over);
  around.set(vertices.subarray(0, sorted[0]! + 1), over.length);
  return [...parts, around];
}

/** Whether a part runs the way in which it is held: either way gives the same chain. */
function isForward(part: Int32Array): boolean {
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
  #meeting: MeetingPoints | null = null;

  /** Adds an object by its lines. All are added before the first is drawn. */
  add(lines: readonly FlatLine[]): number {
    return this.#objects.push(lines.flatMap((line) => lineOf(line) ?? [])) - 1;
  }

  #chainOf(part: Int32Array): Step {
    const isBack = !isForward(part);
    const vertices = isBack ? part.toReversed() : part;
    const key = `${vertices[0]} ${vertices[1]} ${vertices.at(-1)} ${vertices.length}`;
    const chain = this.#chains.get(key) ?? { vertices, weights: weightsOf(vertices) };
    this.#chains.set(key, chain);
    return { chain, isBack };
  }

  #stepsOf(line: Line): readonly Step[] {
    this.#meeting ??= new MeetingPoints(this.#objects.flat());
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
    const points: number[] = [];
    for (const { chain, isBack } of this.#stepsOf(line)) {
      const { vertices, weights } = chain;
      const last = vertices.length - 1;
      // The end is the beginning of the next part.
      for (let at = 0; at < last; at++) {
        const index = isBack ? last - at : at;
        if (weights[index]! > most) points.push(halves(xOf(vertices[index]!)), halves(yOf(vertices[index]!)));
      }
    }
    if (!line.isClosed) {
      const end = line.vertices.at(-1)!;
      points.push(halves(xOf(end)), halves(yOf(end)));
    }
    return lineText(points, line.isClosed);
  }
}

const NO_VERTICES: ReadonlySet<Vertex> = new Set();

/** Tenths of a unit as halves. */
function halves(tenths: number): number {
  return Math.round(tenths / 5);
}
