import type { ProblemCode } from '../../export/documents/problem-codes';
import { codeOfIssues, importDetails } from '../../export/documents/problem-document';
import type { Problem } from '../../problems/problem';
import { problemResponse } from '../http/respond';
import type { RequestOutcome } from './open-request';

/** A damaged dataset as a response. */
export function damagedResponse(request: Request, dataset: string, problems: readonly Problem[]): Response {
  const [first] = problems;
  const detail = `The data of “${dataset}” cannot be read: ${first?.file}: ${first?.reason}. Problems: ${problems.length}.`;
  return problemResponse(request, 'damaged-revision', detail, importDetails(problems.slice(0, 100)));
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
