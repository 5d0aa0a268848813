import { boundaryFile } from '../../store/outlines/boundary-sets';
import { dataResponse, problemResponse } from '../http/respond';

/** How long a browser may keep outlines without asking: they change with a version of Annals, or when an operator changes them. */
const KEPT = 'public, max-age=86400';

/** GET /api/v1/boundaries/<set>/<file>: a file of outlines as it lies there, the same for everybody. */
export async function getBoundaries(request: Request, path: string): Promise<Response> {
  const text = await boundaryFile(path);
  if (text === null) return problemResponse(request, 'not-found', 'There are no outlines at this address.');
  const identity = { revision: `outlines ${path}`, pinned: false };
  return dataResponse(request, identity, 'application/json', async () => text, { 'cache-control': KEPT });
}
