import { viewDocument } from '../../export/documents/view-document';
import { partProblems } from '../../importers/report/left-out';
import { planDays } from '../../query/exposure/rate';
import { answerPlan } from '../../query/plan/answers';
import { planDocument } from '../../query/plan/plan';
import type { TwinAnswer, TwinRequest } from './twin';

/** view.json: what a dashboard shows of a view, as data. */
export async function viewJson({ revision, view }: TwinRequest): Promise<TwinAnswer<string>> {
  const { info, engine, problems } = revision;
  const body = async () => {
    const [answers, days] = await Promise.all([
      answerPlan(engine, planDocument(view, info)),
      engine.run(planDays(view, info)),
    ]);
    return JSON.stringify(viewDocument({ info, view, answers, days, ...partProblems(problems) }));
  };
  return { kind: 'answer', body };
}
