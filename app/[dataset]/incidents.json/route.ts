import { incidentsJson } from '@/lib/server/listing-twins';

/** The incidents of the view of the address, by pages. */
export async function GET(request: Request, { params }: RouteContext<'/[dataset]/incidents.json'>) {
  return incidentsJson(request, (await params).dataset);
}
