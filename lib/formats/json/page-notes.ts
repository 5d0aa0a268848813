const NEXT =
  /^\/(?:(?:meta|links|_links|paging|pagination)\/)?(?:@odata\.)?(?:next|has)[_-]?(?:page|more|link|url)?[_-]?(?:url|link|token)?$/i;
const NOTHING = new Set(['null', 'false', '""', '0', '']);

/**
 * Says where a document is one page of several, as programs give them out: its plain values name a next page. Nobody would
 * see it in the rows. `values` are JSON texts by their paths.
 */
export function pageNotes(values: ReadonlyMap<string, string>): string[] {
  const next = [...values].find(([path, text]) => NEXT.test(path) && !NOTHING.has(text));
  if (!next) return [];
  const name = next[0].slice(1);
  return [
    `The document is one page of several (its ${name} is ${next[1]}); the rows of other pages are not in it.`,
  ];
}
