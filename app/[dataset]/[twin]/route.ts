import { answerTwin } from '@/lib/server/twins/answer-twin';

/** The view of the address in another form: `view.json`, `incidents.csv`, `timeline.png` and the like. */
export async function GET(request: Request, { params }: RouteContext<'/[dataset]/[twin]'>) {
  const { dataset, twin } = await params;
  return answerTwin(request, dataset, twin);
}
