import {
  LISTING_KEYS,
  listingDocument,
  planListing,
  readLimit,
  readStart,
} from '../../export/documents/listing';
import type { DatasetId } from '../../series/model';
import { parseView } from '../../view/parse';
import { badLimit } from './bad-limit';
import type { TwinAnswer, TwinRequest } from './twin';

const startOf = (dataset: DatasetId, params: URLSearchParams) =>
  readStart(params, parseView(dataset, params, { others: LISTING_KEYS }).view);

/** The revision that a cursor in an address was made for; null where there is none. */
export function revisionOfCursor(dataset: DatasetId, params: URLSearchParams): string | null {
  const start = startOf(dataset, params);
  return start.kind === 'at' ? start.revision : null;
}

/** incidents.json: a page of the rows of a view. */
export async function incidentsJson({
  dataset,
  revision,
  view,
  params,
}: TwinRequest): Promise<TwinAnswer<string>> {
  const limit = readLimit(params);
  if (limit === null) return badLimit(params);
  const start = startOf(dataset, params);
  if (start.kind !== 'at') {
    const error = { key: 'cursor', value: '', code: 'bad-cursor', message: start.reason };
    return { kind: 'problem', code: 'bad-cursor', detail: start.reason, errors: [error] };
  }
  const { engine, info } = revision;
  const body = async () => {
    const result = await engine.run(planListing(view, info, start.offset, limit));
    return JSON.stringify(listingDocument(view, info, start.offset, result));
  };
  return { kind: 'answer', body };
}
