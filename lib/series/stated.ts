/** What stands where a table says nothing of itself, as the importer writes it into a revision. */
export const NOT_STATED = 'Not stated';

/** A text that a series says of itself; null where it only says that it says nothing. */
export function statedText(text: string): string | null {
  return text === '' || text === NOT_STATED || text === `${NOT_STATED}.` ? null : text;
}
