import { codeOfIssues, importDetails } from '../../export/documents/problem-document';
import type { Problem } from '../../problems/problem';
import type { OpenRevision } from '../catalogue/catalogue';
import { problemsOf } from '../catalogue/series-store';
import { catalogue } from '../catalogue/server-catalogue';
import { problemResponse } from '../http/respond';
import { type OpenOptions, type OpenView, openView } from '../requests/open-view';

type Ok = Extract<OpenView, { kind: 'ok' }>;

/** A damaged dataset as a response. */
export function damagedResponse(request: Request, dataset: string, problems: readonly Problem[]): Response {
  const [first] = problems;
  const detail = `The data of “${dataset}” cannot be read: ${first?.file}: ${first?.reason}. Problems: ${problems.length}.`;
  return problemResponse(request, 'damaged-revision', detail, importDetails(problems.slice(0, 100)));
}

/** A dataset that does not exist as a response. */
export function noDatasetResponse(request: Request): Response {
  return problemResponse(request, 'unknown-dataset', 'No dataset has the id in this address.');
}

function refusalOf(request: Request, opened: OpenView): Response | null {
  if (opened.kind === 'no-dataset') {
    return opened.removed === null
      ? noDatasetResponse(request)
      : problemResponse(request, 'revision-removed', opened.removed);
  }
  if (opened.kind === 'damaged') return damagedResponse(request, opened.dataset, opened.problems);
  if (opened.issues.length === 0) return null;
  const detail = opened.issues.map(({ message }) => message).join(' ');
  return problemResponse(request, codeOfIssues(opened.issues), detail, opened.issues);
}

/** Why rows may not be passed on: by the licence of the revision that is shown, or of the current one. */
async function closedText({ opened, view }: Ok): Promise<string | null> {
  const { closed } = opened.info.guide.meta.licence;
  if (closed !== undefined) return closed;
  const status = await catalogue().find(view.dataset);
  if (status?.kind !== 'ok' || status.revision === opened.info.revision) return null;
  const current = await catalogue().open(status.id, status);
  return current.info.guide.meta.licence.closed ?? null;
}

/**
 * A twin that passes rows on: refused where the licence of the series does not allow it, or does not any more. Figures
 * and pictures are no rows.
 */
export function rowsTwin(
  request: Request,
  dataset: string,
  options: OpenOptions,
  answer: (opened: Ok) => Promise<Response>,
): Promise<Response> {
  return twin(request, dataset, options, async (ok) => {
    const closed = await closedText(ok);
    return closed === null ? answer(ok) : problemResponse(request, 'rows-closed', closed);
  });
}

/** What identifies an answer to caches: it never changes where the address names the revision. */
export function identityOf({ opened, view }: Ok) {
  const { info } = opened as OpenRevision;
  return { revision: info.revision, pinned: view.revision !== null };
}

/**
 * Answers a twin of a dashboard: a problem document for anything wrong in the address, else what `answer` makes of the
 * view. Data that turn out to be damaged on the way are a 503.
 */
export async function twin(
  request: Request,
  dataset: string,
  options: OpenOptions,
  answer: (opened: Ok) => Promise<Response>,
): Promise<Response> {
  const opened = await openView(catalogue(), dataset, new URL(request.url).searchParams, options);
  const refusal = refusalOf(request, opened);
  if (refusal || opened.kind !== 'ok') return refusal ?? noDatasetResponse(request);
  try {
    return await answer(opened);
  } catch (error) {
    return damagedResponse(request, dataset, problemsOf(error, dataset));
  }
}
