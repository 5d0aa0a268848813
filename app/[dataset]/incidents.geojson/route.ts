import { incidentsExport } from '@/lib/server/twins/incidents-files';

/** All rows of the view in the address. */
export async function GET(request: Request, { params }: RouteContext<'/[dataset]/incidents.geojson'>) {
  return incidentsExport(request, (await params).dataset, 'geojson');
}
