import { headers } from 'next/headers';
import { PROBLEM_KINDS } from '../../export/documents/problem-codes';
import { problemsOf } from '../catalogue/series-store';
import { catalogue } from '../catalogue/server-catalogue';
import { answerWithStatus } from '../http/page-status';
import { openRequest, type RequestOptions, type RequestOutcome } from './open-request';
import { readerOf } from './reader';
import { codeOfRefusal } from './refusal';

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

/** Opens the request of a page. What cannot be shown has the status that its twins have. */
export async function openPage(
  dataset: string,
  query: PageQuery,
  options: RequestOptions = {},
): Promise<RequestOutcome> {
  const reader = readerOf(await headers());
  const opened = await openRequest(catalogue(), { reader, dataset, params: toSearchParams(query) }, options);
  if (opened.kind !== 'ok') answerWithStatus(PROBLEM_KINDS[codeOfRefusal(opened)].status);
  return opened;
}

/** What becomes of a page whose data turn out to be damaged while it is made. */
export function damagedPage(
  dataset: string,
  error: unknown,
): Extract<RequestOutcome, { readonly kind: 'damaged' }> {
  answerWithStatus(PROBLEM_KINDS['damaged-revision'].status);
  return { kind: 'damaged', dataset, problems: problemsOf(error, dataset) };
}
