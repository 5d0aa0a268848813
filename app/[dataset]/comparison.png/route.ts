import { pictureTwin } from '@/lib/server/twins/pictures/pictures';

/** The view of the address as a picture. */
export async function GET(request: Request, { params }: RouteContext<'/[dataset]/comparison.png'>) {
  return pictureTwin(request, (await params).dataset, 'comparison', 'png');
}
