import { getBoundaries } from '@/lib/server/api/boundaries-api';

/** A file of the outlines that maps are drawn over. */
export async function GET(request: Request, { params }: RouteContext<'/api/v1/boundaries/[...path]'>) {
  const { path } = await params;
  return getBoundaries(request, path.join('/'));
}
