import type { ProblemCode } from '../../export/documents/problem-codes';
import { codeOfIssues, importDetails } from '../../export/documents/problem-document';
import type { Problem } from '../../problems/problem';
import { problemsOf } from '../catalogue/series-store';
import { problemResponse } from '../http/respond';
import { isRefused, type RefusedError } from '../work/fair-queue';
import { REFUSALS } from '../work/refused';
import type { RequestOutcome } from './open-request';

/** A damaged dataset as a response. */
export function damagedResponse(request: Request, dataset: string, problems: readonly Problem[]): Response {
  const [first] = problems;
  const detail = `The data of “${dataset}” cannot be read: ${first?.file}: ${first?.reason}. Problems: ${problems.length}.`;
  return problemResponse(request, 'damaged-revision', detail, importDetails(problems.slice(0, 100)));
}

/** Where a reader has gone there is nobody to tell; proxies of old call it so. */
export const LEFT = 499;

/** A request that gets no place, with when to ask again. */
export function refusedResponse(request: Request, { reason, retryAfter }: RefusedError): Response {
  const { code, detail } = REFUSALS[reason];
  const response = problemResponse(request, code, detail);
  response.headers.set('retry-after', String(retryAfter));
  return response;
}

/** What becomes of a request that broke off: its reader has left, it got no place, or its data are damaged. */
export function brokenOff(request: Request, dataset: string, error: unknown): Response {
  if (request.signal.aborted) return new Response(null, { status: LEFT });
  return isRefused(error)
    ? refusedResponse(request, error)
    : damagedResponse(request, dataset, problemsOf(error, dataset));
}

/** Why a request is not answered, as a code. */
export function codeOfRefusal(outcome: Exclude<RequestOutcome, { kind: 'ok' }>): ProblemCode {
  if (outcome.kind === 'no-dataset') return outcome.removed === null ? 'unknown-dataset' : 'revision-removed';
  return outcome.kind === 'damaged' ? 'damaged-revision' : codeOfIssues(outcome.issues);
}

/** Why a request is not answered, as a problem document: its dataset, its revision or anything else in its address. */
export function refusalOf(request: Request, outcome: RequestOutcome): Response {
  if (outcome.kind === 'damaged') return damagedResponse(request, outcome.dataset, outcome.problems);
  if (outcome.kind === 'no-dataset') {
    const detail = outcome.removed ?? 'No dataset has the id in this address.';
    return problemResponse(request, codeOfRefusal(outcome), detail);
  }
  const detail = outcome.issues.map(({ message }) => message).join(' ');
  return problemResponse(request, codeOfIssues(outcome.issues), detail, outcome.issues);
}
