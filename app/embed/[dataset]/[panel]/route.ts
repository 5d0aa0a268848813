import { embed } from '@/lib/server/embeds/embeds';

/** A panel of a view as a page for a frame. */
export async function GET(request: Request, { params }: RouteContext<'/embed/[dataset]/[panel]'>) {
  const { dataset, panel } = await params;
  return embed(request, dataset, panel);
}
