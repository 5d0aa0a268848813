import { showable } from './fold';

/** Longer texts are cut before they are wrapped; no picture has room for more. */
const MOST_CHARACTERS = 4000;

/**
 * Text without what can reorder or hide it: control characters and the marks that override the direction of writing.
 * Letters of right-to-left scripts keep the direction they have by themselves, and marks that have only one of their own
 * stay: they reach no further than the signs beside them.
 */
export function oneLine(text: string): string {
  return showable(text.slice(0, MOST_CHARACTERS))
    .replaceAll('\ufeff', '')
    .replace(/[\p{Cc}\u2028\u2029\s]+/gu, ' ')
    .trim();
}

/** A name that stands before a figure: written from right to left, it must not take the figure to its other side. */
export function besideFigure(name: string): string {
  const text = oneLine(name);
  return /\p{Script=Arabic}|\p{Script=Hebrew}|\p{Script=Syriac}|\p{Script=Thaana}/u.test(text)
    ? `${text}\u200e`
    : text;
}
