import { csvHeader, csvLines } from '../export/csv';
import { incidentRow } from '../export/incident-row';
import {
  LISTING_KEYS,
  listingDocument,
  MOST_ROWS,
  planListing,
  readLimit,
  readStart,
} from '../export/listing';
import type { DatasetId } from '../series/model';
import { parseView } from '../view/parse';
import type { OpenView } from './open-view';
import { dataResponse, problemResponse } from './respond';
import { identityOf, twin } from './twin';

type Ok = Extract<OpenView, { kind: 'ok' }>;

/** incidents.json: a page of the rows of a view. A cursor keeps to the revision that it began with. */
export function incidentsJson(request: Request, dataset: string): Promise<Response> {
  const params = new URL(request.url).searchParams;
  const start = readStart(params, parseView(dataset as DatasetId, params, LISTING_KEYS).view);
  const pinned = start.kind === 'at' ? start.revision : null;
  return twin(request, dataset, { others: LISTING_KEYS, pinned }, async (ok) => {
    const limit = readLimit(params);
    if (limit === null) {
      const error = { key: 'limit', value: params.getAll('limit').join(','), code: 'bad-limit' };
      const message = `“limit” is a whole number from 1 to ${MOST_ROWS}.`;
      return problemResponse(request, 'bad-limit', message, [{ ...error, message }]);
    }
    if (start.kind !== 'at') {
      const error = { key: 'cursor', value: '', code: 'bad-cursor', message: start.reason };
      return problemResponse(request, 'bad-cursor', start.reason, [error]);
    }
    const { engine, info } = ok.opened;
    const body = async () => {
      const result = await engine.run(planListing(ok.view, info, start.offset, limit));
      return JSON.stringify(listingDocument(ok.view, info, start.offset, result));
    };
    const identity = identityOf(ok);
    return dataResponse(
      request,
      { ...identity, pinned: identity.pinned || start.revision !== null },
      'application/json',
      body,
    );
  });
}

/** The lines of a view's rows, a page at a time, so that no listing is held in memory as a whole. */
async function* csvOf({ view, opened }: Ok): AsyncGenerator<string> {
  yield csvHeader();
  for (let offset = 0; ; offset += MOST_ROWS) {
    const { rows } = await opened.plainEngine.run(planListing(view, opened.info, offset, MOST_ROWS));
    yield csvLines(rows.map(incidentRow));
    if (rows.length < MOST_ROWS) return;
  }
}

function streamOf(texts: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await texts.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await texts.return(undefined);
    },
  });
}

/** incidents.csv: all rows of a view. */
export function incidentsCsv(request: Request, dataset: string): Promise<Response> {
  return twin(request, dataset, {}, (ok) => {
    const { revision, guide } = ok.opened.info;
    const name = `${guide.meta.id}-${revision.slice(0, 12)}.csv`;
    const more = { 'content-disposition': `attachment; filename="${name}"` };
    const body = async () => streamOf(csvOf(ok));
    return dataResponse(request, identityOf(ok), 'text/csv; charset=utf-8; header=present', body, more);
  });
}
