import { leftOutOf } from '../../importers/report/left-out';
import type { LeftOut } from '../../importers/report/left-out-words';
import { type SeriesDoubt, seriesDoubts } from '../../importers/report/series-doubts';
import type { Problem } from '../../problems/problem';
import { pageInfo } from '../../query/info/page-info';
import type { SeriesInfo } from '../../query/info/series-info';
import { type Answers, answerPlan } from '../../query/plan/answers';
import { planView } from '../../query/plan/plan';
import type { MapAnswers } from '../../render/map/ask-map';
import { sitePath } from '../../text/site-path';
import { type ColumnsOffer, columnsOffer } from '../api/columns-api';
import {
  brokenPage,
  openPage,
  type PageQuery,
  type PageRefusal,
  toSearchParams,
} from '../requests/open-page';
import type { OpenRequest } from '../requests/open-request';
import { hasPlaces, mapOf } from './map-data';
import { type SinceLink, sinceLink } from './since-link';

/** What a dashboard is drawn from, on the server and in the browser alike. */
export interface DashboardData {
  readonly info: SeriesInfo;
  readonly initial: Answers;
  /** What of its source this revision leaves out, or only warns of. */
  readonly left: LeftOut;
  /** What its import found to doubt in dates. */
  readonly doubts: readonly SeriesDoubt[];
  /** Whether any incident of the series has a place on a map, and the map of the view; null where that has none. */
  readonly hasPlaces: boolean;
  readonly map: MapAnswers | null;
  /** Where a browser can have the columns, to answer by itself; null where they may not leave. */
  readonly columns: ColumnsOffer | null;
}

/** What a dashboard page needs: everything answered, or why not. */
export type DashboardPage =
  | PageRefusal
  | {
      readonly kind: 'ok';
      readonly data: DashboardData;
      /** Where a browser has the same data from. */
      readonly at: string;
      readonly failed: readonly Problem[];
      /** Null where the address is not frozen to an older revision. */
      readonly since: SinceLink | null;
    };

const INFOS = new WeakMap<SeriesInfo, SeriesInfo>();

/** What a dashboard needs to know of a revision; the same for as long as the revision is open. */
function infoOf(info: SeriesInfo): SeriesInfo {
  const known = INFOS.get(info) ?? pageInfo(info);
  INFOS.set(info, known);
  return known;
}

/** Answers all panels of a view. */
export async function dashboardData(opened: OpenRequest): Promise<DashboardData> {
  const { revision, view } = opened;
  const { info, engine, problems } = revision;
  const placed = hasPlaces(info);
  const [initial, map] = await Promise.all([
    answerPlan(engine, planView(view, info)),
    placed ? mapOf(opened) : null,
  ]);
  const found = { left: leftOutOf(problems), doubts: seriesDoubts(problems) };
  const columns = await columnsOffer(opened);
  return { info: infoOf(info), initial, ...found, hasPlaces: placed, map, columns };
}

/** The address of the data of a dashboard: by the revision that it was drawn of, and by its own query as it was written. */
export function dashboardDataHref(dataset: string, revision: string, query: PageQuery): string {
  const path = `/api/v1/datasets/${encodeURIComponent(dataset)}/dashboard/${revision.slice(0, 12)}`;
  const params = toSearchParams(query).toString();
  return sitePath(path) + (params === '' ? '' : `?${params}`);
}

/** Opens the view of an address and answers all its panels. */
export async function loadDashboard(dataset: string, query: PageQuery): Promise<DashboardPage> {
  const opened = await openPage(dataset, query);
  if (opened.kind !== 'ok') return opened;
  try {
    const [data, since] = await opened.place(() => Promise.all([dashboardData(opened), sinceLink(opened)]));
    const at = dashboardDataHref(opened.dataset, data.info.revision, query);
    return { kind: 'ok', data, at, failed: opened.failed, since };
  } catch (error) {
    return brokenPage(dataset, error);
  }
}
