import type { DatasetStatus } from '../catalogue/catalogue';
import { catalogue } from '../catalogue/server-catalogue';
import { problemResponse } from '../http/respond';

/** A dataset as the list has it. `ok` only where its current revision was opened since its files last changed, or opens now. */
async function entry(status: DatasetStatus) {
  const damaged = { id: status.id, status: 'damaged', revision: null, published: null };
  if (status.kind === 'damaged') return damaged;
  const { id, revision, published } = status;
  return catalogue()
    .card(id, status)
    .then(
      () => ({ id, status: 'ok', revision, published }),
      () => damaged,
    );
}

/** GET /api/v1/datasets: every dataset with its current revision and how it stands. */
export async function listDatasets(): Promise<Response> {
  const datasets = await Promise.all((await catalogue().list()).map(entry));
  return Response.json({ datasets }, { headers: { 'cache-control': 'no-cache' } });
}

/** Anything else under /api. */
export function noService(request: Request): Response {
  return problemResponse(request, 'not-found', 'There is no service at this address.');
}
