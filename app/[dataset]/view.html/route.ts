import { savedView } from '@/lib/server/twins/view-html';

/** The view of the address as one file that opens without a network. */
export async function GET(request: Request, { params }: RouteContext<'/[dataset]/view.html'>) {
  return savedView(request, (await params).dataset);
}
