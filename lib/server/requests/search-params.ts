/** The query of a page as Next hands it over. */
export type PageQuery = Readonly<Record<string, string | readonly string[] | undefined>>;

/** The same as URLSearchParams, repeated keys kept. */
export function toSearchParams(query: PageQuery): URLSearchParams {
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    for (const one of typeof value === 'string' ? [value] : (value ?? [])) params.append(key, one);
  }
  return params;
}
