import { problemResponse } from './respond';
import { catalogue } from './root';

/** GET /api/v1/datasets: every dataset with its current revision and how it stands. */
export async function listDatasets(): Promise<Response> {
  const all = await catalogue().list();
  const datasets = all.map((status) =>
    status.kind === 'ok'
      ? { id: status.id, status: 'ok', revision: status.revision, published: status.published }
      : { id: status.id, status: 'damaged', revision: null, published: null },
  );
  return Response.json({ datasets }, { headers: { 'cache-control': 'no-cache' } });
}

/** Anything else under /api. */
export function noService(request: Request): Response {
  return problemResponse(request, 'not-found', 'There is no service at this address.');
}
