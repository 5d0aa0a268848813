import { viewJson } from '@/lib/server/twins/view-json';

/** The view of the address as data. */
export async function GET(request: Request, { params }: RouteContext<'/[dataset]/view.json'>) {
  return viewJson(request, (await params).dataset);
}
