/** The most queries, and about the most characters, that one request carries; the server refuses more. */
const MOST_QUERIES = 64;
const MOST_CHARACTERS = 48_000;

/** Divides texts, in their order, into runs that one request can carry; a text that is too long goes alone. */
export function divide<T extends { readonly text: string }>(items: readonly T[]): readonly (readonly T[])[] {
  const batches: T[][] = [];
  let room = 0;
  for (const item of items) {
    const last = batches.at(-1);
    if (!last || last.length === MOST_QUERIES || item.text.length > room) {
      batches.push([item]);
      room = MOST_CHARACTERS - item.text.length;
    } else {
      last.push(item);
      room -= item.text.length + 1;
    }
  }
  return batches;
}
