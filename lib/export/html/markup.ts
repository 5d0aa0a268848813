import { escapeXml } from '../../text/escape-xml';

/** A piece of HTML that is safe as it is. Made by {@link html} alone. */
export interface Markup {
  readonly markup: string;
}

type Part = Markup | readonly Markup[] | string | number | null;

function write(part: Part): string {
  if (part === null) return '';
  if (typeof part === 'string' || typeof part === 'number') return escapeXml(String(part));
  return 'markup' in part ? part.markup : part.map(({ markup }) => markup).join('');
}

/** HTML from a template: what is put in is text and is escaped, unless it is markup already; null is nothing. */
export function html(texts: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return { markup: texts.map((text, index) => text + write(parts[index] ?? null)).join('') };
}

/** Text that is HTML by itself: drawings and styles of our own, never a reader's text. */
export function trusted(markup: string): Markup {
  return { markup };
}
