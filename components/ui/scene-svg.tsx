import type { ReactNode } from 'react';
import type { SceneNode } from '@/lib/render/scene/scene';
import { createElement } from './jsx';

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

/** Draws a scene of lib/render as React elements, the same on the server and in the browser. */
export function SceneSvg({ scene }: { readonly scene: SceneNode }): ReactNode {
  const { tag, attrs, children = [], text } = scene;
  const props: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(attrs)) props[reactName(name)] = shown(value);
  // biome-ignore lint/suspicious/noArrayIndexKey: a scene is drawn anew as a whole and its nodes hold no state
  const drawn = children.map((child, index) => <SceneSvg key={index} scene={child} />);
  return createElement(tag, props, text ?? drawn);
}
