import { packedColumns } from '../../engine/stored/packed-columns';
import { ownFingerprint } from '../../engine/stored/stored-engine';
import { cacheFolder } from '../../store/log/layout';
import { sitePath } from '../../text/site-path';
import { catalogue, storeFolder } from '../catalogue/server-catalogue';
import { bytesOf } from '../http/byte-range';
import { bytesOfKept, keptFile } from '../http/kept-files';
import { cacheHeaders, heldResponse, problemResponse } from '../http/respond';
import { type OpenRequest, openRequest } from '../requests/open-request';
import { frozenReader } from '../requests/reader';
import { brokenOff, refusalOf } from '../requests/refusal';
import { requestWork } from '../work/admission';

/** Larger series have no columns. */
const MOST = 2_000_000;
const TYPE = 'application/gzip';

/** Where a browser can have the columns of a revision. */
export interface ColumnsOffer {
  /** Names the revision and the code that made the columns, so that it never means other bytes. */
  readonly at: string;
  readonly incidents: number;
}

/** The offer of the columns of what a request opened; null where its rows stay in, or it has too many. */
export async function columnsOffer({ dataset, revision, closed }: OpenRequest): Promise<ColumnsOffer | null> {
  const { incidents, revision: name } = revision.info;
  if (closed !== null || incidents > MOST) return null;
  const path = `/api/v1/datasets/${encodeURIComponent(dataset)}/columns/${name.slice(0, 12)}`;
  return { at: `${sitePath(path)}?made=${(await ownFingerprint()).slice(0, 12)}`, incidents };
}

async function* chunksOf(columns: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield* columns;
}

/** The bytes from a disk where they can be kept there, with their number; else as they are made. */
async function send(request: Request, opened: OpenRequest, made: string): Promise<Response> {
  const { dataset, revision, signal } = opened;
  const { revision: name } = revision.info;
  const stream = async () => bytesOf(chunksOf(await packedColumns(storeFolder(), dataset, name)));
  const headers = cacheHeaders(request, { revision: name, pinned: true }, TYPE);
  const kept = await keptFile(cacheFolder(storeFolder(), dataset, name), `columns ${made}`, stream, signal);
  if (kept === null) return new Response(await stream(), { headers: { ...headers, 'content-type': TYPE } });
  const body = bytesOf(bytesOfKept(kept, 0, kept.size - 1));
  return new Response(body, {
    // Next sends streams without their length.
    headers: { ...headers, 'content-type': TYPE, 'x-annals-bytes': String(kept.size) },
  });
}

/**
 * GET /api/v1/datasets/<id>/columns/<revision>?made=<code>: the columns of a revision, for the scripts of its page. They hold all of its
 * rows, so they are refused where these stay in.
 */
export async function getColumns(request: Request, dataset: string, revision: string): Promise<Response> {
  const asked = new URL(request.url).searchParams.get('made') ?? '';
  const made = (await ownFingerprint()).slice(0, 12);
  if (asked !== made) {
    return problemResponse(request, 'not-found', 'Columns that this code made are not kept here any more.');
  }
  const work = requestWork('export', request.signal);
  const params = new URLSearchParams({ r: revision });
  try {
    const opened = await openRequest(catalogue(), {
      ...{ reader: frozenReader(), dataset, params, signal: work.signal },
    });
    if (opened.kind !== 'ok') return refusalOf(request, opened);
    if (opened.closed !== null) return problemResponse(request, 'rows-closed', opened.closed);
    const identity = { revision: opened.revision.info.revision, pinned: true };
    const held = heldResponse(request, identity, TYPE);
    return held ?? work.paced(await work.place(() => send(request, opened, made)));
  } catch (error) {
    return brokenOff(request, dataset, error);
  }
}
