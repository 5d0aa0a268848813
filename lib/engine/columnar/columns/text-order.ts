import { byCodePoint } from '../../../text/order';

/** Compares texts by code point; where none holds a character beyond U+D7FF the engine's own order is the same. */
export function textOrder(texts: Iterable<string>): (a: string, b: string) => number {
  for (const text of texts) if (/[\ud800-\uffff]/.test(text)) return byCodePoint;
  return (a, b) => (a < b ? -1 : a > b ? 1 : 0);
}

/** Sorts texts by code point, in place. Without a comparison of ours the engine takes half the time. */
export function sortTexts(texts: string[]): string[] {
  return textOrder(texts) === byCodePoint ? texts.sort(byCodePoint) : texts.sort();
}
