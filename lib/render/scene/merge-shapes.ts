import { node, type SceneNode } from './scene';

type Attrs = SceneNode['attrs'];

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}

/** A command of an outline in absolute coordinates, moved. Arcs keep their radii, angle and flags. */
function movedCommand(name: string, numbers: readonly number[], dx: number, dy: number): string {
  const by = (at: number) => {
    if (name === 'H') return dx;
    if (name === 'V') return dy;
    if (name === 'A') return at % 7 === 5 ? dx : at % 7 === 6 ? dy : 0;
    return at % 2 === 0 ? dx : dy;
  };
  return name + numbers.map((value, at) => rounded(value + by(at))).join(' ');
}

/** An outline moved by so many pixels; of the commands M, L, H, V, A and Z with absolute coordinates. */
export function movedOutline(d: string, dx: number, dy: number): string {
  return [...d.matchAll(/([MLHVAZ])([^MLHVAZ]*)/g)]
    .map(([, name = '', rest = '']) => {
      const numbers = [...rest.matchAll(/-?[\d.]+/g)].map(([text]) => Number(text));
      return name === 'Z' ? 'Z' : movedCommand(name, numbers, dx, dy);
    })
    .join('');
}

/** A rectangle as an outline. */
function boxOutline({ x, y, width, height }: Attrs, dx: number, dy: number): string {
  const [left, top, w, h] = [Number(x) + dx, Number(y) + dy, Number(width), Number(height)].map(rounded);
  return `M${left} ${top}h${w}v${h}h${-(w ?? 0)}Z`;
}

interface Shape {
  readonly d: string;
  /** All attributes but those of place and outline. */
  readonly look: Attrs;
}

const PLACE = ['d', 'x', 'y', 'width', 'height'];

function shapeOf({ tag, attrs }: SceneNode, dx: number, dy: number): Shape | null {
  const look = Object.fromEntries(Object.entries(attrs).filter(([name]) => !PLACE.includes(name)));
  if (tag === 'path') return { d: movedOutline(String(attrs.d ?? ''), dx, dy), look };
  // Round corners have no outline here.
  if (tag === 'rect' && attrs.rx === undefined) return { d: boxOutline(attrs, dx, dy), look };
  return null;
}

/** How far a group is moved; null where it is no such group. */
function shift({ tag, attrs }: SceneNode): readonly [number, number] | null {
  const [, x, y] = /^translate\((-?[\d.]+),(-?[\d.]+)\)$/.exec(String(attrs.transform ?? '')) ?? [];
  return tag === 'g' && x !== undefined && y !== undefined ? [Number(x), Number(y)] : null;
}

/** Texts that look alike as one group that has their look, in the order in which each look comes first; a lone one as it is. */
function mergeTexts(texts: readonly SceneNode[]): readonly SceneNode[] {
  const looks = new Map<string, { readonly look: Attrs; readonly alike: SceneNode[] }>();
  for (const one of texts) {
    const { x: _x, y: _y, ...look } = one.attrs;
    const key = JSON.stringify(look);
    const known = looks.get(key);
    if (known) known.alike.push(one);
    else looks.set(key, { look, alike: [one] });
  }
  return [...looks.values()].flatMap(({ look, alike }) => {
    if (alike.length === 1) return alike;
    const placed = alike.map(({ attrs: { x = 0, y = 0 }, text = '' }) => node('text', { x, y }, text));
    return [node('g', look, placed)];
  });
}

/**
 * Draws many nodes as few: paths and boxes that look alike become one path, in the order in which each look comes first, and texts one group. Beneath them
 * stands what has a gradient, which goes by the size of each shape, and above them all else. Groups may be moved and nothing else. For
 * marks that do not lie upon each other.
 */
export function mergeShapes(nodes: readonly SceneNode[]): readonly SceneNode[] {
  const looks = new Map<string, { readonly look: Attrs; readonly outlines: string[] }>();
  const faded: SceneNode[] = [];
  const others: SceneNode[] = [];
  const add = (one: SceneNode, dx: number, dy: number) => {
    if (String(one.attrs.fill).startsWith('url(')) {
      faded.push(one);
      return;
    }
    const shape = shapeOf(one, dx, dy);
    if (shape === null) {
      others.push(one);
      return;
    }
    const key = JSON.stringify(shape.look);
    const known = looks.get(key);
    if (known) known.outlines.push(shape.d);
    else looks.set(key, { look: shape.look, outlines: [shape.d] });
  };
  for (const one of nodes) {
    const by = shift(one);
    if (by === null) add(one, 0, 0);
    else for (const child of one.children ?? []) add(child, ...by);
  }
  const merged = [...looks.values()].map(({ look, outlines }) =>
    node('path', { ...look, d: outlines.join('') }),
  );
  const isPlain = ({ tag, text }: SceneNode) => tag === 'text' && text !== undefined;
  return [
    ...faded,
    ...merged,
    ...mergeTexts(others.filter(isPlain)),
    ...others.filter((one) => !isPlain(one)),
  ];
}
