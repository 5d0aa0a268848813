import { incidentsJson } from '@/lib/server/twins/incidents-json';

/** The incidents of the view of the address, by pages. */
export async function GET(request: Request, { params }: RouteContext<'/[dataset]/incidents.json'>) {
  return incidentsJson(request, (await params).dataset);
}
