/** What means nothing but itself in a string of CSS, in an attribute and in a style element. */
const OTHER = /[^\p{L}\p{M}\p{N} ]/gu;

/** A text as a string of CSS. All but letters, digits and blanks is escaped by its number, so that nothing in it ends the string or the element around it. */
export function cssString(text: string): string {
  return `"${text.replace(OTHER, (one) => `\\${one.codePointAt(0)!.toString(16)} `)}"`;
}
