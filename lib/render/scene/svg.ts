import { showable } from '../../text/fold';
import type { SceneNode } from './scene';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Escapes text that is to be shown, for XML; characters that XML 1.0 forbids become U+FFFD. */
export function escapeXml(text: string): string {
  return showable(text)
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
    .replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

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
