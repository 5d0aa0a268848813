import { viewDocument } from '../../export/documents/view-document';
import { partProblems } from '../../importers/report/left-out';
import { answerPlan } from '../../query/answers';
import { planView } from '../../query/plan';
import { dataResponse } from '../http/respond';
import { identityOf, twin } from './twin';

/** view.json: what a dashboard shows of a view, as data. */
export function viewJson(request: Request, dataset: string): Promise<Response> {
  return twin(request, dataset, {}, async (ok) => {
    const { info, engine, problems } = ok.opened;
    const body = async () => {
      const answers = await answerPlan(engine, planView(ok.view, info));
      return JSON.stringify(viewDocument({ info, view: ok.view, answers, ...partProblems(problems) }));
    };
    return dataResponse(request, identityOf(ok), 'application/json', body);
  });
}
