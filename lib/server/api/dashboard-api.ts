import { sentMap } from '../../render/map/sent-map';
import { pack } from '../../text/packed';
import { catalogue } from '../catalogue/server-catalogue';
import { dataResponse } from '../http/respond';
import { dashboardData } from '../pages/dashboard-page';
import { asShown } from '../requests/open-page';
import { openRequest } from '../requests/open-request';
import { readerOf } from '../requests/reader';
import { brokenOff, refusalOf } from '../requests/refusal';
import { requestWork } from '../work/admission';

/**
 * GET /api/v1/datasets/<id>/dashboard/<revision>?<view>: what the page of a view was drawn from, packed, for the scripts of that page.
 * As on the page, what cannot be read of the view refuses nothing. Kept, and asked for each time: the next build may pack otherwise.
 */
export async function getDashboard(request: Request, dataset: string, revision: string): Promise<Response> {
  const { searchParams: params } = new URL(request.url);
  const work = requestWork('page', request.signal);
  const asked = { reader: readerOf(request.headers), dataset, params, signal: work.signal };
  try {
    // Not as `r`: an address that names its revision may mean another view.
    const opened = await openRequest(catalogue(), asked, { pinned: revision });
    if (opened.kind !== 'ok') return refusalOf(request, opened);
    const { info } = opened.revision;
    const named = opened.closed === null ? info.revision : `${info.revision} closed`;
    const body = () =>
      work.place(async () => {
        const data = await dashboardData(asShown(opened));
        return pack({ ...data, map: sentMap(data.map) });
      });
    return await dataResponse(request, { revision: named, pinned: false }, 'application/json', body);
  } catch (error) {
    return brokenOff(request, dataset, error);
  }
}
