import { node, type SceneNode } from '@/lib/render/scene/scene';

/** A full dot with what it says, as a chart without links has it; null for anything else. */
function dotOf({ tag, attrs, children = [] }: SceneNode) {
  const [title, circle] = children;
  if (tag !== 'g' || Object.keys(attrs).length > 0 || children.length !== 2) return null;
  if (title?.tag !== 'title' || circle?.tag !== 'circle' || circle.attrs.fill !== circle.attrs.stroke)
    return null;
  return circle.attrs;
}

/** Full dots of one look as one line of no length with round ends; they stand where the first of them stood. */
function joined(nodes: readonly SceneNode[]): readonly SceneNode[] {
  const looks = new Map<string, { at: number; d: string; fill: string; width: number }>();
  const drawn: (SceneNode | null)[] = nodes.map((one, at) => {
    const dot = dotOf(one);
    if (dot === null) return joinedDots(one);
    const [x, y] = [dot.cx, dot.cy].map((value) => Math.round(Number(value) * 100) / 100);
    const key = `${dot.r} ${dot.fill}`;
    const known = looks.get(key) ?? { at, d: '', fill: String(dot.fill), width: 2 * Number(dot.r) + 1 };
    looks.set(key, { ...known, d: `${known.d}M${x} ${y}h0` });
    return null;
  });
  for (const { at, d, fill, width } of looks.values())
    drawn[at] = node('path', {
      d,
      fill: 'none',
      stroke: fill,
      'stroke-width': width,
      'stroke-linecap': 'round',
    });
  return drawn.filter((one) => one !== null);
}

/** A scene whose full dots of one look, where they stand side by side, are drawn as one: for a page that comes with hundreds of them. */
export function joinedDots(scene: SceneNode): SceneNode {
  return scene.children === undefined ? scene : { ...scene, children: joined(scene.children) };
}
