import { sentMap } from '../../render/map/sent-map';
import { pack } from '../../text/packed';
import { catalogue } from '../catalogue/server-catalogue';
import { dataResponse } from '../http/respond';
import { mapOf } from '../pages/map-data';
import { asShown } from '../requests/open-page';
import { openRequest } from '../requests/open-request';
import { readerOf } from '../requests/reader';
import { brokenOff, refusalOf } from '../requests/refusal';
import { requestWork } from '../work/admission';

/**
 * GET /api/v1/datasets/<id>/map/<revision>?<view>: the map of a view, packed, for the scripts of its
 * page. Kept, and asked for each time, as what the page was drawn from is.
 */
export async function getMap(request: Request, dataset: string, revision: string): Promise<Response> {
  const { searchParams: params } = new URL(request.url);
  const work = requestWork('page', request.signal);
  const asked = { reader: readerOf(request.headers), dataset, params, signal: work.signal };
  try {
    const opened = await openRequest(catalogue(), asked, { pinned: revision });
    if (opened.kind !== 'ok') return refusalOf(request, opened);
    const { info } = opened.revision;
    const named = opened.closed === null ? info.revision : `${info.revision} closed`;
    const body = () =>
      work.place(async () => pack({ map: sentMap(await mapOf(asShown(opened), work.signal)) }));
    return await dataResponse(request, { revision: named, pinned: false }, 'application/json', body);
  } catch (error) {
    return brokenOff(request, dataset, error);
  }
}
