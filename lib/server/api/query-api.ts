import { setMaxListeners } from 'node:events';
import { type BinColumns, binColumns } from '../../engine/http/bin-columns';
import { codeOfIssues } from '../../export/documents/problem-document';
import type { Query } from '../../query/query';
import type { BinsResult, ResultOf } from '../../query/result';
import { catalogue } from '../catalogue/server-catalogue';
import { problemResponse } from '../http/respond';
import { openRequest } from '../requests/open-request';
import { readerOf } from '../requests/reader';
import { brokenOff, damagedResponse, LEFT, refusalOf } from '../requests/refusal';
import { requestWork } from '../work/admission';
import { MOST_BYTES, type QueryBody, readQueryBody } from './query-body';

/** The text of a body, or null where it is larger than allowed; reading stops there. */
async function readBody(request: Request): Promise<string | null> {
  const reader = request.body?.getReader();
  if (!reader) return '';
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return new TextDecoder().decode(Buffer.concat(chunks));
    size += value.byteLength;
    if (size > MOST_BYTES) {
      await reader.cancel();
      return null;
    }
    chunks.push(value);
  }
}

/** Bins as columns where that is less. */
function asColumns(query: Query, result: ResultOf<Query>): ResultOf<Query> | BinColumns {
  return (query.kind === 'bins' ? binColumns(result as BinsResult) : null) ?? result;
}

const NOT_KEPT = 'The revision that was asked is not kept here. Load the page again for the current one.';

/** The queries of a body, to the revision that it names. */
async function answer(
  request: Request,
  dataset: string,
  { revision, queries, bins }: QueryBody,
): Promise<Response> {
  const params = new URLSearchParams({ r: revision });
  const reader = readerOf(request.headers);
  const work = requestWork('page', request.signal);
  const opened = await openRequest(catalogue(), { reader, dataset, params, signal: work.signal });
  if (opened.kind === 'unknown-revision' && codeOfIssues(opened.issues) === 'unknown-revision') {
    return problemResponse(request, 'unknown-revision', NOT_KEPT);
  }
  if (opened.kind !== 'ok') return refusalOf(request, opened);
  const { engine } = opened.revision;
  // Nobody waits for the rest once the reader has left, or once one of them has failed.
  const failed = new AbortController();
  const signal = AbortSignal.any([work.signal, failed.signal]);
  // Each query listens; Node takes more than ten listeners for a leak.
  setMaxListeners(queries.length + 10, signal);
  const ask = () => Promise.all(queries.map((query) => engine.run(query, signal)));
  const results = await work.place(ask).finally(() => failed.abort());
  const sent = bins === 'columns' ? results.map((result, at) => asColumns(queries[at]!, result)) : results;
  return Response.json({ results: sent }, { headers: { 'cache-control': 'no-store' } });
}

/** POST /api/v1/datasets/<id>/query: `{revision, queries}` is answered with `{results}` in the same order. */
export async function postQuery(request: Request, dataset: string): Promise<Response> {
  const status = await catalogue().find(dataset);
  if (!status) return refusalOf(request, { kind: 'no-dataset', dataset, removed: null });
  if (status.kind === 'damaged') return damagedResponse(request, dataset, status.problems);
  const type = request.headers.get('content-type') ?? '';
  if (!/^application\/json\s*(;|$)/i.test(type)) {
    return problemResponse(request, 'bad-media-type', 'The body must be sent as application/json.');
  }
  // A body that breaks off is that of a reader who has left.
  const content = await readBody(request).catch(() => undefined);
  if (content === undefined) return new Response(null, { status: LEFT });
  if (content === null) {
    return problemResponse(request, 'body-too-large', `The body has more than ${MOST_BYTES} bytes.`);
  }
  const reading = readQueryBody(content);
  if (reading.kind === 'bad') {
    return problemResponse(request, 'bad-body', 'The body is not a list of queries.', reading.errors);
  }
  try {
    return await answer(request, dataset, reading.body);
  } catch (error) {
    return brokenOff(request, dataset, error);
  }
}
