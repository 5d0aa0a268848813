import type { DatasetId } from '../../series/model';
import { cacheFolder } from '../../store/log/layout';
import { catalogue, storeFolder } from '../catalogue/server-catalogue';
import { fileResponse } from '../http/file-response';
import { dataResponse, heldResponse, type Identity, problemResponse } from '../http/respond';
import { type OpenRequest, openRequest } from '../requests/open-request';
import { frozenReader, readerOf } from '../requests/reader';
import { brokenOff, refusalOf } from '../requests/refusal';
import { type RequestWork, requestWork } from '../work/admission';
import { TWINS } from './table';
import type { Twin, TwinAnswer, TwinRequest } from './twin';

function isFrozen({ frozenBy }: Twin, params: URLSearchParams): boolean {
  const has = (key: string) => (params.get(key) ?? '') !== '';
  return frozenBy.some((keys) => keys.every(has));
}

function identityOf(
  twin: Twin,
  { revision, params, closed }: TwinRequest,
  { madeOf }: Pick<Extract<TwinAnswer<unknown>, { kind: 'answer' }>, 'madeOf'> = {},
): Identity {
  const made = madeOf ?? { revision: revision.info.revision };
  // What was open and is closed now is another answer.
  const named = closed === null ? made.revision : `${made.revision} closed`;
  return { ...made, revision: named, pinned: isFrozen(twin, params) };
}

function policyOf({ policy }: Twin): Readonly<Record<string, string>> {
  return policy === undefined ? {} : { 'content-security-policy': policy };
}

async function send(request: Request, twin: Twin, asked: TwinRequest): Promise<Response> {
  if (twin.ranges) {
    const answer = await twin.answer(asked);
    if (answer.kind === 'problem') return problemResponse(request, answer.code, answer.detail, answer.errors);
    const { body: stream, headers = {} } = answer;
    const folder = cacheFolder(storeFolder(), asked.dataset, asked.revision.info.revision);
    const file = { type: twin.type, stream, headers, folder };
    return fileResponse(request, identityOf(twin, asked, answer), file);
  }
  const answer = await twin.answer(asked);
  if (answer.kind === 'problem') return problemResponse(request, answer.code, answer.detail, answer.errors);
  const headers = { ...policyOf(twin), ...answer.headers };
  return dataResponse(request, identityOf(twin, asked, answer), twin.type, answer.body, headers);
}

async function answerOpen(
  request: Request,
  twin: Twin,
  opened: OpenRequest,
  params: URLSearchParams,
  work: RequestWork,
): Promise<Response> {
  const { closed } = opened;
  if (closed !== null && twin.closed === 'refused') return problemResponse(request, 'rows-closed', closed);
  const asked = { ...opened, params };
  const held =
    twin.revisions === 'one'
      ? heldResponse(request, identityOf(twin, asked), twin.type, policyOf(twin))
      : null;
  if (held) return held;
  const response = await work.place(() => send(request, twin, asked));
  return twin.work === 'export' && response.ok ? work.paced(response) : response;
}

/**
 * `GET /<dataset>/<name>`: a problem document for anything wrong in the address, else what the twin of this name makes of
 * the view. Data that turn out to be damaged on the way are a 503, and so is what gets no place among other work.
 */
export async function answerTwin(request: Request, dataset: string, name: string): Promise<Response> {
  const twin = TWINS.get(name);
  if (!twin) return problemResponse(request, 'not-found', 'A view has no form of this name.');
  const { searchParams: params } = new URL(request.url);
  const { keys: others, pinned } = twin;
  const work = requestWork(twin.work, request.signal);
  const reader = isFrozen(twin, params) ? frozenReader() : readerOf(request.headers);
  const asked = { reader, dataset, params, signal: work.signal };
  try {
    const opened = await openRequest(catalogue(), asked, {
      others,
      pinned: pinned?.(dataset as DatasetId, params) ?? null,
    });
    return opened.kind === 'ok' && opened.issues.length === 0
      ? await answerOpen(request, twin, opened, params, work)
      : refusalOf(request, opened);
  } catch (error) {
    return brokenOff(request, dataset, error);
  }
}
