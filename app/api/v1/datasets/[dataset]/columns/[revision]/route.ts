import { getColumns } from '@/lib/server/api/columns-api';

/** The columns of a revision, for the scripts of its page. */
export async function GET(
  request: Request,
  { params }: RouteContext<'/api/v1/datasets/[dataset]/columns/[revision]'>,
) {
  const { dataset, revision } = await params;
  return getColumns(request, dataset, revision);
}
