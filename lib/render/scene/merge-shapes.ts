import { type Box, boxesPath } from './boxes-path';
import { node, type SceneNode } from './scene';

type Attrs = SceneNode['attrs'];

interface Shape {
  /** The outline of a path, or the box of a rectangle. */
  readonly outline: string | Box;
  /** All attributes but those of place and outline. */
  readonly look: Attrs;
}

const PLACE = ['d', 'x', 'y', 'width', 'height'];

function boxOf(attrs: Attrs): Box {
  const [x = 0, y = 0, width = 0, height = 0] = ['x', 'y', 'width', 'height'].map((name) =>
    Number(attrs[name]),
  );
  return { x, y, width, height };
}

function shapeOf({ tag, attrs }: SceneNode): Shape | null {
  const look = Object.fromEntries(Object.entries(attrs).filter(([name]) => !PLACE.includes(name)));
  if (tag === 'path') return { outline: String(attrs.d ?? ''), look };
  // Round corners have no outline here.
  if (tag === 'rect' && attrs.rx === undefined) return { outline: boxOf(attrs), look };
  return null;
}

/** Shapes of one look in one outline: boxes first. */
function outlineOf(outlines: readonly Shape['outline'][], look: Attrs): string {
  const boxes = outlines.filter((one) => typeof one !== 'string');
  const paths = outlines.filter((one) => typeof one === 'string');
  return boxesPath(boxes, look.stroke !== undefined) + paths.join('');
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
 * stands what has a gradient, which goes by the size of each shape, and above them all else. For marks that do not lie upon each other.
 */
export function mergeShapes(nodes: readonly SceneNode[]): readonly SceneNode[] {
  const looks = new Map<string, { readonly look: Attrs; readonly outlines: Shape['outline'][] }>();
  const faded: SceneNode[] = [];
  const others: SceneNode[] = [];
  for (const one of nodes) {
    if (String(one.attrs.fill).startsWith('url(')) {
      faded.push(one);
      continue;
    }
    const shape = shapeOf(one);
    if (shape === null) {
      others.push(one);
      continue;
    }
    const key = JSON.stringify(shape.look);
    const known = looks.get(key);
    if (known) known.outlines.push(shape.outline);
    else looks.set(key, { look: shape.look, outlines: [shape.outline] });
  }
  const merged = [...looks.values()].map(({ look, outlines }) =>
    node('path', { ...look, d: outlineOf(outlines, look) }),
  );
  const isPlain = ({ tag, text }: SceneNode) => tag === 'text' && text !== undefined;
  return [
    ...faded,
    ...merged,
    ...mergeTexts(others.filter(isPlain)),
    ...others.filter((one) => !isPlain(one)),
  ];
}
