import { problemsCsv } from '@/lib/server/twins/problems-twin';

/** What the import of the revision of the address could not use. */
export async function GET(request: Request, { params }: RouteContext<'/[dataset]/problems.csv'>) {
  return problemsCsv(request, (await params).dataset);
}
