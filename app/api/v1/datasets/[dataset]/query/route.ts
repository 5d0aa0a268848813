import { postQuery } from '@/lib/server/api/query-api';

/** Answers queries about one revision. */
export async function POST(request: Request, { params }: RouteContext<'/api/v1/datasets/[dataset]/query'>) {
  return postQuery(request, (await params).dataset);
}
