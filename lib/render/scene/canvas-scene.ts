import type { SceneNode } from './scene';

/** What of the context of a canvas scenes are painted with. */
export type Brush = Pick<
  CanvasRenderingContext2D,
  | 'save'
  | 'restore'
  | 'translate'
  | 'fill'
  | 'stroke'
  | 'fillRect'
  | 'setLineDash'
  | 'createLinearGradient'
  | 'fillStyle'
  | 'strokeStyle'
  | 'lineWidth'
  | 'globalAlpha'
>;

/** What a brush paints with: an outline of SVG as a path, and the gradients that nodes name, by their ids. */
export interface Palette {
  readonly outline: (d: string) => Path2D;
  readonly gradients: ReadonlyMap<string, SceneNode>;
}

const numberOf = (value: string | number | undefined, otherwise: number) =>
  value === undefined ? otherwise : Number(value);

/** The numbers of `translate(x,y)`; null where a group is not moved so. */
function moved({ transform }: SceneNode['attrs']): readonly [number, number] | null {
  const [, x, y] = /^translate\((-?[\d.]+),(-?[\d.]+)\)$/.exec(String(transform ?? '')) ?? [];
  return x === undefined || y === undefined ? null : [Number(x), Number(y)];
}

/** `#rrggbb` with an opacity. */
function withOpacity(colour: string, opacity: number): string {
  const [, hex] = /^#([\da-f]{6})$/i.exec(colour.trim()) ?? [];
  if (hex === undefined) return colour;
  const [r, g, b] = [0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  return `rgba(${r},${g},${b},${opacity})`;
}

/** A gradient from left to right over a box. */
function gradientOver(brush: Brush, gradient: SceneNode, x0: number, x1: number): CanvasGradient {
  const made = brush.createLinearGradient(x0, 0, x1, 0);
  for (const { attrs } of gradient.children ?? []) {
    const colour = withOpacity(String(attrs['stop-color']), numberOf(attrs['stop-opacity'], 1));
    made.addColorStop(Number(attrs.offset), colour);
  }
  return made;
}

/** The fill of a box or an outline; null where it has none. A gradient goes by the box, and an outline has none here. */
function fillOf(brush: Brush, { attrs }: SceneNode, { gradients }: Palette): string | CanvasGradient | null {
  const { fill, x, width } = attrs;
  if (fill === undefined || fill === 'none' || fill === 'transparent') return null;
  const [, id] = /^url\(#(.+)\)$/.exec(String(fill)) ?? [];
  const gradient = id === undefined ? undefined : gradients.get(id);
  if (gradient === undefined) return id === undefined ? String(fill) : null;
  return gradientOver(brush, gradient, Number(x), Number(x) + Number(width));
}

function strokePath(brush: Brush, { attrs }: SceneNode, path: Path2D): void {
  if (attrs.stroke === undefined || attrs.stroke === 'none') return;
  const dashes = String(attrs['stroke-dasharray'] ?? '')
    .split(' ')
    .filter(Boolean)
    .map(Number);
  brush.strokeStyle = String(attrs.stroke);
  brush.lineWidth = numberOf(attrs['stroke-width'], 1);
  brush.globalAlpha = numberOf(attrs['stroke-opacity'], 1);
  brush.setLineDash(dashes);
  brush.stroke(path);
}

function paintShape(brush: Brush, shape: SceneNode, palette: Palette): void {
  const fill = fillOf(brush, shape, palette);
  const { attrs, tag } = shape;
  brush.globalAlpha = numberOf(attrs['fill-opacity'], 1);
  if (fill !== null) brush.fillStyle = fill;
  if (tag === 'rect') {
    const [x = 0, y = 0, width = 0, height = 0] = [attrs.x, attrs.y, attrs.width, attrs.height].map(Number);
    if (fill !== null) brush.fillRect(x, y, width, height);
    return;
  }
  const path = palette.outline(String(attrs.d ?? ''));
  if (fill !== null) brush.fill(path);
  strokePath(brush, shape, path);
}

/** Paints boxes without edges, outlines, and groups of them that are moved: what the marks of a timeline are made of. */
export function paintNodes(brush: Brush, nodes: readonly SceneNode[], palette: Palette): void {
  for (const one of nodes) {
    if (one.tag !== 'g') {
      paintShape(brush, one, palette);
      continue;
    }
    const by = moved(one.attrs);
    brush.save();
    if (by !== null) brush.translate(...by);
    paintNodes(brush, one.children ?? [], palette);
    brush.restore();
  }
}
