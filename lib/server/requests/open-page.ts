import { headers } from 'next/headers';
import { PROBLEM_KINDS } from '../../export/documents/problem-codes';
import { problemsOf } from '../catalogue/series-store';
import { catalogue } from '../catalogue/server-catalogue';
import { answerWithStatus } from '../http/page-status';
import { type RequestWork, requestWork } from '../work/admission';
import { isRefused } from '../work/fair-queue';
import { REFUSALS } from '../work/refused';
import { type OpenRequest, openRequest, type RequestOptions, type RequestOutcome } from './open-request';
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

/** What becomes of the request of a page. What it asks of its revision it asks in its place among other work. */
type PageOutcome =
  | Exclude<RequestOutcome, { readonly kind: 'ok' }>
  | (OpenRequest & Pick<RequestWork, 'place'>);

/** Opens the request of a page. What cannot be shown has the status that its twins have. */
export async function openPage(
  dataset: string,
  query: PageQuery,
  options: RequestOptions = {},
): Promise<PageOutcome> {
  const reader = readerOf(await headers());
  const { signal, place } = requestWork('page');
  const asked = { reader, dataset, params: toSearchParams(query), signal };
  const opened = await openRequest(catalogue(), asked, options);
  if (opened.kind === 'ok') return { ...opened, place };
  answerWithStatus(PROBLEM_KINDS[codeOfRefusal(opened)].status);
  return opened;
}

/**
 * What becomes of a page whose data turn out to be damaged while it is made. Throws what is no damage: that it got no place,
 * with a status that says so, or that its reader has left.
 */
export function damagedPage(
  dataset: string,
  error: unknown,
): Extract<RequestOutcome, { readonly kind: 'damaged' }> {
  if (isRefused(error)) {
    answerWithStatus(PROBLEM_KINDS[REFUSALS[error.reason].code].status, {
      'retry-after': String(error.retryAfter),
    });
    throw error;
  }
  if (error instanceof Error && error.name === 'AbortError') throw error;
  answerWithStatus(PROBLEM_KINDS['damaged-revision'].status);
  return { kind: 'damaged', dataset, problems: problemsOf(error, dataset) };
}
