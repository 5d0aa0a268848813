import { headers } from 'next/headers';
import { PROBLEM_KINDS } from '../../export/documents/problem-codes';
import { problemsOf } from '../catalogue/series-store';
import { catalogue } from '../catalogue/server-catalogue';
import { answerWithStatus } from '../http/page-status';
import { type RequestWork, requestWork } from '../work/admission';
import { isRefused, type RefusedError } from '../work/fair-queue';
import { REFUSALS } from '../work/refused';
import { openRows } from './closed-rows';
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

/** Why a page has nothing to show. `busy`: its request got no place among other work, or broke off. */
export type PageRefusal =
  | Exclude<RequestOutcome, { readonly kind: 'ok' }>
  | { readonly kind: 'busy'; readonly title: string; readonly detail: string };

/** A request as pages show it: where rows are not kept in, nothing on them says that they were. */
export function asShown(opened: OpenRequest): OpenRequest {
  const { closed, revision } = opened;
  return { ...opened, revision: closed === null ? openRows(revision) : revision };
}

/** What becomes of the request of a page. What it asks of its revision it asks in its place among other work. */
type PageOutcome = PageRefusal | (OpenRequest & Pick<RequestWork, 'place'>);

/** Opens the request of a page. What cannot be shown has the status that its twins have. */
export async function openPage(
  dataset: string,
  query: PageQuery,
  options: RequestOptions = {},
): Promise<PageOutcome> {
  const reader = readerOf(await headers());
  const { signal, place } = requestWork('page');
  const asked = { reader, dataset, params: toSearchParams(query), signal };
  try {
    const opened = await openRequest(catalogue(), asked, options);
    if (opened.kind === 'ok') {
      catalogue().makeReady(opened.dataset, opened.revision.info);
      return { ...asShown(opened), place };
    }
    answerWithStatus(PROBLEM_KINDS[codeOfRefusal(opened)].status);
    return opened;
  } catch (error) {
    return brokenPage(dataset, error);
  }
}

function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError';
}

function busyPage({ reason, retryAfter }: Pick<RefusedError, 'reason' | 'retryAfter'>): PageRefusal {
  const { code, detail } = REFUSALS[reason];
  const { status, title } = PROBLEM_KINDS[code];
  answerWithStatus(status, { 'retry-after': String(retryAfter) });
  return { kind: 'busy', title, detail };
}

/**
 * What becomes of a page that broke off while it was made: it got no place, its reader has left (whom nobody can tell), or
 * its data turn out to be damaged. It is a page with a status that says so, and never an error to Next, which would make
 * a 500 of it.
 */
export function brokenPage(dataset: string, error: unknown): PageRefusal {
  if (isRefused(error)) return busyPage(error);
  if (isAbort(error)) return busyPage({ reason: 'late', retryAfter: 1 });
  answerWithStatus(PROBLEM_KINDS['damaged-revision'].status);
  return { kind: 'damaged', dataset, problems: problemsOf(error, dataset) };
}
