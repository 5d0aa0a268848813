/** A drawing as data: elements of SVG with attributes that are numbers or texts. Never markup. */
export interface SceneNode {
  readonly tag:
    | 'svg'
    | 'g'
    | 'a'
    | 'rect'
    | 'circle'
    | 'line'
    | 'path'
    | 'text'
    | 'tspan'
    | 'title'
    | 'defs'
    | 'pattern'
    | 'linearGradient'
    | 'stop'
    | 'clipPath';
  /** Attributes by their SVG names (`stroke-width`, `text-anchor`, `href`, `aria-label`, `data-id`, `class`). */
  readonly attrs: Readonly<Record<string, string | number>>;
  readonly children?: readonly SceneNode[];
  readonly text?: string;
}

/** Makes a node. Attributes that are null are left out. */
export function node(
  tag: SceneNode['tag'],
  attrs: Readonly<Record<string, string | number | null>> = {},
  content: readonly SceneNode[] | string = [],
): SceneNode {
  const given = Object.entries(attrs).filter(
    (entry): entry is [string, string | number] => entry[1] !== null,
  );
  const kept = Object.fromEntries(given);
  return typeof content === 'string'
    ? { tag, attrs: kept, text: content }
    : { tag, attrs: kept, children: content };
}
