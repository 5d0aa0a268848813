/** Why a topology cannot be read. */
export class TopologyError extends Error {}

type Point = readonly [lon: number, lat: number, ...heights: number[]];

/** An object of a topology, as far as it is looked at. */
export interface TopologyObject {
  readonly type?: unknown;
  readonly id?: unknown;
  readonly properties?: unknown;
  readonly arcs?: unknown;
  readonly geometries?: unknown;
}

interface Topology {
  readonly arcs?: unknown;
  readonly transform?: { readonly scale?: readonly number[]; readonly translate?: readonly number[] };
  readonly objects?: unknown;
}

/** The lines of a topology in degrees: where it is quantized, each point is written as its steps from the one before. */
function linesOf({ arcs, transform }: Topology): readonly (readonly Point[])[] {
  if (!Array.isArray(arcs)) throw new TopologyError('the topology has no arcs');
  const { scale: [kx = 1, ky = 1] = [], translate: [dx = 0, dy = 0] = [] } = transform ?? {};
  return (arcs as Point[][]).map((arc, at) => {
    if (!Array.isArray(arc) || !arc.every(Array.isArray)) throw new TopologyError(`arc ${at} is no line`);
    if (transform === undefined) return arc;
    let [x, y] = [0, 0];
    return arc.map(([stepX, stepY, ...heights]) => {
      x += stepX;
      y += stepY;
      return [x * kx + dx, y * ky + dy, ...heights] as const;
    });
  });
}

/** The ring of some arcs, one after the other; `~n` is the arc n from its end. The point where two meet stands once. */
function ringOf(indexes: unknown, lines: readonly (readonly Point[])[]): readonly Point[] {
  if (!Array.isArray(indexes)) throw new TopologyError('a ring is no list of arcs');
  return (indexes as number[]).flatMap((index, at) => {
    const line = lines[index < 0 ? ~index : index];
    if (line === undefined) throw new TopologyError(`there is no arc ${index}`);
    const points = index < 0 ? line.toReversed() : line;
    return at === 0 ? points : points.slice(1);
  });
}

/** The geometry of an object in GeoJSON; of one that is no polygon only what it is. */
function geometryOf({ type, arcs }: TopologyObject, lines: readonly (readonly Point[])[]): object | null {
  const polygon = (rings: unknown) => {
    if (!Array.isArray(rings)) throw new TopologyError('a polygon is no list of rings');
    return rings.map((ring) => ringOf(ring, lines));
  };
  if (type === 'Polygon') return { type, coordinates: polygon(arcs) };
  if (type === 'MultiPolygon' && Array.isArray(arcs)) return { type, coordinates: arcs.map(polygon) };
  return type == null ? null : { type };
}

function* within(object: TopologyObject): Generator<TopologyObject> {
  if (object?.type !== 'GeometryCollection' || !Array.isArray(object.geometries)) yield object;
  else for (const one of object.geometries as readonly TopologyObject[]) yield* within(one);
}

/** What a topology holds, all its objects one after the other, each with its geometry in GeoJSON. Throws a {@link TopologyError}. */
export function topologyFeatures(
  topology: Topology,
): readonly (TopologyObject & { readonly geometry: object | null })[] {
  const { objects } = topology;
  if (typeof objects !== 'object' || objects === null) throw new TopologyError('the topology has no objects');
  const lines = linesOf(topology);
  return (Object.values(objects) as readonly TopologyObject[])
    .flatMap((object) => [...within(object)])
    .map((object) => ({ ...object, geometry: geometryOf(object, lines) }));
}
