import {
  LISTING_KEYS,
  listingDocument,
  MOST_ROWS,
  planListing,
  readLimit,
  readStart,
} from '../../export/documents/listing';
import type { DatasetId } from '../../series/model';
import { parseView } from '../../view/parse';
import { dataResponse, problemResponse } from '../http/respond';
import { identityOf, rowsTwin } from './twin';

/** incidents.json: a page of the rows of a view. A cursor keeps to the revision that it began with. */
export function incidentsJson(request: Request, dataset: string): Promise<Response> {
  const params = new URL(request.url).searchParams;
  const start = readStart(params, parseView(dataset as DatasetId, params, { others: LISTING_KEYS }).view);
  const pinned = start.kind === 'at' ? start.revision : null;
  return rowsTwin(request, dataset, { others: LISTING_KEYS, pinned }, async (ok) => {
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
