import type { ReactElement } from 'react';
import type { SceneNode } from '@/lib/render/scene/scene';
import { jsx } from './jsx/jsx-runtime';

/** Names that were spelled before: there are few, and a drawing has some thousands. */
const SPELLED = new Map([
  ['class', 'className'],
  ['tabindex', 'tabIndex'],
]);

/** SVG names that React spells in camel case. */
function reactName(name: string): string {
  const known = SPELLED.get(name);
  if (known !== undefined) return known;
  const isPlain = name.startsWith('aria-') || name.startsWith('data-');
  const spelled = isPlain ? name : name.replace(/[-:]([a-z])/g, (_, letter: string) => letter.toUpperCase());
  SPELLED.set(name, spelled);
  return spelled;
}

/** Rounds to hundredths of a pixel: what is finer is only longer. */
function shown(value: string | number): string | number {
  return typeof value === 'number' ? Math.round(value * 100) / 100 : value;
}

/** The attributes of a node as React takes them. */
export function svgProps(attrs: SceneNode['attrs']): Record<string, unknown> {
  const props: Record<string, unknown> = {};
  for (const name in attrs) props[reactName(name)] = shown(attrs[name]!);
  return props;
}

/** A node with what is in it, as elements and nothing between: a component for each of some hundreds takes React as long as they do. */
function elementOf({ tag, attrs, children, text }: SceneNode, key?: number): ReactElement {
  const props = svgProps(attrs);
  // A scene is drawn anew as a whole and its nodes hold no state.
  props.children = text ?? children?.map(elementOf);
  return jsx(tag, props, key);
}

/** Draws a scene of lib/render as React elements, the same on the server and in the browser. */
export function SceneSvg({ scene }: { readonly scene: SceneNode }): ReactElement {
  return elementOf(scene);
}
