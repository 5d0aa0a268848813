/**
 * An address of the web, as written: absolute, `http` or `https`, without blanks. Null for every other text, so that nothing else
 * is ever made a link.
 */
export function webAddress(text: string | null): string | null {
  return text !== null && /^https?:\/\/[^\s"<>]+$/i.test(text) && URL.canParse(text) ? text : null;
}
