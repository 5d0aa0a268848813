/** Whether a text stands in JSON as it is. */
const PLAIN = /^[ !#-[\]-~]*$/;

/** A text in JSON, as `JSON.stringify` writes it. */
export function quoted(text: string | null): string {
  if (text === null) return 'null';
  return PLAIN.test(text) ? `"${text}"` : JSON.stringify(text);
}

/** A list of texts in JSON. */
export function listText(texts: readonly string[]): string {
  if (texts.length === 0) return '[]';
  return texts.length === 1 ? `[${quoted(texts[0]!)}]` : JSON.stringify(texts);
}
