import { escapeXml } from '../../text/escape-xml';
import type { SceneNode } from './scene';

/** Rounds to hundredths of a pixel, so that the same scene always gives the same bytes. */
function write(value: string | number): string {
  return typeof value === 'number' ? String(Math.round(value * 100) / 100) : escapeXml(value);
}

/** Writes a scene as SVG text: same scene, same bytes. */
export function toSvg({ tag, attrs, children = [], text }: SceneNode): string {
  const written = Object.entries(attrs).map(([name, value]) => ` ${name}="${write(value)}"`);
  const inner = text === undefined ? children.map(toSvg).join('') : escapeXml(text);
  return inner === '' ? `<${tag}${written.join('')}/>` : `<${tag}${written.join('')}>${inner}</${tag}>`;
}
