import { getMap } from '@/lib/server/api/map-api';

/** The map of a view, for the scripts of its page. */
export async function GET(
  request: Request,
  { params }: RouteContext<'/api/v1/datasets/[dataset]/map/[revision]'>,
) {
  const { dataset, revision } = await params;
  return getMap(request, dataset, revision);
}
