import { getDashboard } from '@/lib/server/api/dashboard-api';

/** What the page of a view was drawn from, for its scripts. */
export async function GET(
  request: Request,
  { params }: RouteContext<'/api/v1/datasets/[dataset]/dashboard/[revision]'>,
) {
  const { dataset, revision } = await params;
  return getDashboard(request, dataset, revision);
}
