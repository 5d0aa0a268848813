import { changesJson } from '@/lib/server/twins/changes-json';

/** What changed between two revisions, under the filters of the address. */
export async function GET(request: Request, { params }: RouteContext<'/[dataset]/changes.json'>) {
  return changesJson(request, (await params).dataset);
}
