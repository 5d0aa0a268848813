import { headers } from 'next/headers';
import { catalogue } from '../catalogue/server-catalogue';
import { openRequest, type RequestOptions, type RequestOutcome } from './open-request';
import { readerOf } from './reader';

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

/** Opens the request of a page. */
export async function openPage(
  dataset: string,
  query: PageQuery,
  options: RequestOptions = {},
): Promise<RequestOutcome> {
  const reader = readerOf(await headers());
  return openRequest(catalogue(), { reader, dataset, params: toSearchParams(query) }, options);
}
