import { cardPng } from '@/lib/server/twins/pictures/card';

/** The picture that stands for an address of this series where it is shared. */
export async function GET(request: Request, { params }: RouteContext<'/[dataset]/card.png'>) {
  return cardPng(request, (await params).dataset);
}
