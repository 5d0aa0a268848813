import { leftOutOf } from '../../importers/report/left-out';
import type { LeftOut } from '../../importers/report/left-out-words';
import { type SeriesDoubt, seriesDoubts } from '../../importers/report/series-doubts';
import type { Problem } from '../../problems/problem';
import type { SeriesInfo } from '../../query/info/series-info';
import { type Answers, answerPlan } from '../../query/plan/answers';
import { planView } from '../../query/plan/plan';
import { brokenPage, openPage, type PageQuery, type PageRefusal } from '../requests/open-page';
import { type SinceLink, sinceLink } from './since-link';

/** What a dashboard page needs: everything answered, or why not. */
export type DashboardPage =
  | PageRefusal
  | {
      readonly kind: 'ok';
      readonly info: SeriesInfo;
      readonly answers: Answers;
      readonly failed: readonly Problem[];
      /** What of its source this revision leaves out, or only warns of. */
      readonly left: LeftOut;
      /** What its import found to doubt in dates. */
      readonly doubts: readonly SeriesDoubt[];
      /** Null where the address is not frozen to an older revision. */
      readonly since: SinceLink | null;
    };

/** Opens the view of an address and answers all its panels. */
export async function loadDashboard(dataset: string, query: PageQuery): Promise<DashboardPage> {
  const opened = await openPage(dataset, query);
  if (opened.kind !== 'ok') return opened;
  const { info, engine, problems } = opened.revision;
  try {
    const [answers, since] = await opened.place(() =>
      Promise.all([answerPlan(engine, planView(opened.view, info)), sinceLink(opened)]),
    );
    const doubts = seriesDoubts(problems);
    return { kind: 'ok', info, answers, failed: opened.failed, left: leftOutOf(problems), doubts, since };
  } catch (error) {
    return brokenPage(dataset, error);
  }
}
