import { PROBLEM_KINDS } from '../../export/documents/problem-codes';
import type { SeriesInfo } from '../../query/info/series-info';
import { planPosition } from '../../query/plan/plan';
import type { PositionResult } from '../../query/result';
import type { Incident, IncidentId, Source } from '../../series/model';
import type { View } from '../../view/view';
import { answerWithStatus } from '../http/page-status';
import { brokenPage, openPage, type PageQuery, type PageRefusal } from '../requests/open-page';
import type { Reader } from '../requests/reader';

/** What the page of one incident needs. */
export type IncidentPage =
  | PageRefusal
  | { readonly kind: 'no-incident' }
  /** Rows may not be shown, for this reason. */
  | { readonly kind: 'closed'; readonly dataset: string; readonly reason: string }
  | {
      readonly kind: 'ok';
      readonly reader: Reader;
      readonly info: SeriesInfo;
      readonly view: View;
      readonly incident: Incident;
      readonly sources: readonly Source[];
      /** Its place among the incidents of the view in the address. */
      readonly position: PositionResult;
    };

/** Opens one incident, and finds its neighbours in the view that the address carries. */
export async function loadIncident(dataset: string, id: string, query: PageQuery): Promise<IncidentPage> {
  const opened = await openPage(dataset, query);
  if (opened.kind !== 'ok') return opened;
  if (opened.closed !== null) {
    answerWithStatus(PROBLEM_KINDS['rows-closed'].status);
    return { kind: 'closed', dataset, reason: opened.closed };
  }
  const { info, engine } = opened.revision;
  const { reader, view } = opened;
  try {
    const incidentId = id as IncidentId;
    const [{ incident, sources }, position] = await opened.place(() =>
      Promise.all([
        engine.run({ kind: 'incident', incident: incidentId }),
        engine.run(planPosition(view, info, incidentId)),
      ]),
    );
    return incident
      ? { kind: 'ok', reader, info, view, incident, sources, position }
      : { kind: 'no-incident' };
  } catch (error) {
    return brokenPage(dataset, error);
  }
}
