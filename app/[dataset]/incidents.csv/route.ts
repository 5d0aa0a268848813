import { incidentsCsv } from '@/lib/server/listing-twins';

/** The incidents of the view of the address, all of them. */
export async function GET(request: Request, { params }: RouteContext<'/[dataset]/incidents.csv'>) {
  return incidentsCsv(request, (await params).dataset);
}
