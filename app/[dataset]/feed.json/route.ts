import { feed } from '@/lib/server/twins/feeds';

/** What became of the incidents of the view in the address. */
export async function GET(request: Request, { params }: RouteContext<'/[dataset]/feed.json'>) {
  return feed(request, (await params).dataset, 'json');
}
