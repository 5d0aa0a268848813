'use client';

import { type ReactNode, useEffect, useMemo } from 'react';
import { Chips } from '@/components/filters/chips';
import { FILTERS, FilterButton, PageFilters } from '@/components/filters/filter-sheet';
import { NamedViews } from '@/components/filters/named-views';
import { TimePresets } from '@/components/filters/time-presets';
import { Headline } from '@/components/headline/headline';
import { HeadlineNotes } from '@/components/headline/headline-notes';
import {
  type MapSource,
  MapSourceProvider,
  StandingMap,
  servedMap,
  useMapSource,
} from '@/components/map/map-source';
import { Busy } from '@/components/notices/busy';
import { EmptyState } from '@/components/notices/empty-state';
import { SeriesDoubts } from '@/components/notices/series-doubts';
import { ViewIssues } from '@/components/notices/view-issues';
import { SiteHeader } from '@/components/page/site-header';
import { LeftOutRows } from '@/components/quote/left-out-rows';
import { SelectionCard } from '@/components/selection/selection-card';
import { ShareButton } from '@/components/share/share-button';
import { PrintedRows } from '@/components/table/rows/printed-rows';
import { WindowFields } from '@/components/timeline/overview/window-fields';
import { StandsOut } from '@/components/watch/stands-out';
import { type LeftOut, leftOutSentences } from '@/lib/importers/report/left-out-words';
import type { SeriesDoubt } from '@/lib/importers/report/series-doubts';
import type { SeriesInfo } from '@/lib/query/info/series-info';
import type { Answers } from '@/lib/query/plan/answers';
import type { MapAnswers } from '@/lib/render/map/ask-map';
import { sitePath } from '@/lib/text/site-path';
import { dayInWords } from '@/lib/time/format';
import { aboutHref } from '@/lib/view/addresses/addresses';
import type { View } from '@/lib/view/view';
import { nounOf } from '@/lib/words/headline/headline';
import { capitalised } from '@/lib/words/labels';
import { countedInWords } from '@/lib/words/view';
import type { ColumnsOffer } from './columns-status';
import styles from './dashboard.module.css';
import { DashboardFooter } from './dashboard-footer';
import { DRAWN_BY_NOTES, DRAWN_BY_TABLE, DRAWN_BY_TIMELINE, drawnByChart, drawnByPage } from './drawn-parts';
import { ACTIVITY, COMPARE, FACETS, MAP, OVERVIEW, PANEL, panelsReady, TABLE, TIMELINE } from './panels';
import { DashboardProvider, useDashboard, useSettled } from './state/dashboard-context';
import { DrawnPanel, useSeen } from './state/drawn-in-sight';
import { useLate } from './state/use-late';
import { useStuck } from './state/use-stuck';

/** What stands in the dashboard of a local series where a served one has addresses of its own. */
export interface LocalParts {
  /** Beside the title: which file it is, and where it stays. */
  readonly origin: ReactNode;
  /** In the header: what can be done with it. */
  readonly tools: ReactNode;
  /** Beneath the dashboard: what there is to know about it. */
  readonly about: ReactNode;
  /** Its map of a view. */
  readonly map: (info: SeriesInfo, ...asked: Parameters<MapSource['ask']>) => ReturnType<MapSource['ask']>;
}

export interface DashboardProps {
  readonly info: SeriesInfo;
  /** The answers for the view in the address, so that it is readable at once. */
  readonly initial: Answers;
  /** What of the source the revision leaves out, or only warns of. */
  readonly left: LeftOut;
  /** What speaks against dates of the revision, said before anything is counted. */
  readonly doubts?: readonly SeriesDoubt[];
  /** Whether any incident of the series has a place on a map, and the map of the view; left out where there is no map. */
  readonly hasPlaces?: boolean;
  readonly map?: MapAnswers | null;
  /** Where a browser can have the columns of the series; null where it cannot. */
  readonly columns?: ColumnsOffer | null;
  readonly local?: LocalParts;
}

/** The map of a served series. */
function servedSource(
  info: SeriesInfo,
  hasPlaces: boolean,
  first: MapAnswers | null,
  firstView: View,
): MapSource {
  const ask = servedMap(info.guide.meta.id, info.revision);
  return { hasPlaces, first, firstView, ask, standing: new StandingMap() };
}

/** The map of a series that this page holds. */
function localSource(map: LocalParts['map'], info: SeriesInfo): MapSource {
  const hasPlaces = info.places.points > 0 || info.guide.regions.length > 0;
  const ask: MapSource['ask'] = (...asked) => map(info, ...asked);
  return { hasPlaces, first: undefined, firstView: null, ask, standing: new StandingMap() };
}

/** Gives parts of a dashboard its map. */
function WithMap(
  props: Pick<DashboardProps, 'info' | 'hasPlaces' | 'map' | 'local'> & { readonly children: ReactNode },
) {
  const { info, hasPlaces = false, map = null, local, children } = props;
  const { view } = useSettled();
  const localMap = local?.map ?? null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the map is of the view with which it came
  const source = useMemo(
    () => (localMap === null ? servedSource(info, hasPlaces, map, view) : localSource(localMap, info)),
    [localMap, info, hasPlaces, map],
  );
  return <MapSourceProvider value={source}>{children}</MapSourceProvider>;
}

/** The dashboard of a series. */
export function Dashboard(props: DashboardProps) {
  const { info, initial, left, doubts = [], columns = null, local = null } = props;
  const leftOut = useMemo(() => leftOutSentences(left), [left]);
  return (
    <DashboardProvider info={info} initial={initial}>
      <WithMap {...props}>
        <LeftOutRows value={leftOut}>
          <Panels left={left} doubts={doubts} columns={columns} local={local} />
        </LeftOutRows>
      </WithMap>
    </DashboardProvider>
  );
}

function Revision() {
  const { info, view } = useDashboard();
  return (
    <>
      revision <code title={info.revision}>{info.revision.slice(0, 12)}</code> of {dayInWords(info.published)}
      {view.revision !== null && ' · this address is fixed to it'}
    </>
  );
}

/** The heading: which series, and the view in words. */
function Heading({
  origin,
  doubts,
}: {
  readonly origin: ReactNode;
  readonly doubts: readonly SeriesDoubt[];
}) {
  const { info, view, window } = useSettled();
  return (
    <div className={styles.heading}>
      <p className={styles.kicker}>{info.guide.meta.title}</p>
      <h1>{countedInWords(view, info.guide, window)}</h1>
      <p className={styles.revision}>{origin}</p>
      <NamedViews />
      <div className={styles.filters}>
        <FilterButton />
        <Chips />
      </div>
      <ViewIssues />
      <SeriesDoubts doubts={doubts} />
    </div>
  );
}

/** Tells scripts that watch the page, such as browser tests, that whatever a reader comes to answers in place from now on. */
function useReadyMark(hasMap: boolean): void {
  useEffect(() => {
    let gone = false;
    void panelsReady(hasMap).then(() => {
      requestAnimationFrame(() => {
        if (!gone) document.documentElement.dataset.ready = '';
      });
    });
    return () => {
      gone = true;
      delete document.documentElement.dataset.ready;
    };
  }, [hasMap]);
}

function AboutLink() {
  const { info } = useDashboard();
  return (
    <a className="control quiet" href={aboutHref(info.guide.meta.id)}>
      About this series
    </a>
  );
}

function Panels(props: {
  readonly left: LeftOut;
  readonly doubts: readonly SeriesDoubt[];
  readonly columns: ColumnsOffer | null;
  readonly local: LocalParts | null;
}) {
  const { left, doubts, columns, local } = props;
  const hasMap = useMapSource()?.hasPlaces ?? false;
  useReadyMark(hasMap);
  const { info, view, settled, busy } = useDashboard();
  useSeen(drawnByPage(settled.view), true);
  const late = useLate(busy, view);
  const stuck = useStuck<HTMLElement>();
  const { meta } = info.guide;
  const here = local !== null || view.revision === null;
  return (
    <>
      <SiteHeader
        trail={[{ label: meta.title, href: here ? null : sitePath(`/${meta.id}`) }]}
        {...(local === null ? { first: <ShareButton /> } : { opens: false })}
      >
        {local?.tools ?? <AboutLink />}
      </SiteHeader>
      <main id="main" className={styles.page}>
        <Heading origin={local?.origin ?? <Revision />} doubts={doubts} />
        <div className={styles.columns}>
          <aside id={FILTERS} className={styles.facets} aria-label="Filters">
            <a className={styles.skip} href="#results">
              Skip the filters
            </a>
            <PageFilters>
              <FACETS.Component />
            </PageFilters>
          </aside>
          <div id="results" className={styles.results} tabIndex={-1}>
            <section ref={stuck} className={styles.when} aria-label="When" aria-busy={late}>
              <div className={styles.windows}>
                <TimePresets />
                <WindowFields />
              </div>
              <DrawnPanel>
                <OVERVIEW.Component />
              </DrawnPanel>
            </section>
            <Busy />
            <Headline />
            {settled.answers.total.matched === 0 && <EmptyState />}
            <section className={styles.time} aria-label="Over time" aria-busy={late}>
              <DrawnPanel draws={drawnByChart(settled.view)}>
                <ACTIVITY.Component />
              </DrawnPanel>
              <DrawnPanel draws={DRAWN_BY_NOTES}>
                <HeadlineNotes />
              </DrawnPanel>
              <StandsOut />
              <DrawnPanel>
                <COMPARE.Component />
              </DrawnPanel>
              <DrawnPanel draws={DRAWN_BY_TIMELINE}>
                <TIMELINE.Component />
              </DrawnPanel>
              {hasMap && (
                <DrawnPanel asksItself>
                  <MAP.Component />
                </DrawnPanel>
              )}
            </section>
            <section
              id="incidents"
              className={styles.incidents}
              aria-label={capitalised(nounOf(view, meta).many)}
              aria-busy={late}
            >
              <DrawnPanel draws={DRAWN_BY_TABLE}>
                <TABLE.Component />
                <PrintedRows wake={TABLE.wake} />
              </DrawnPanel>
            </section>
            <SelectionCard />
          </div>
        </div>
        <PANEL.Component />
      </main>
      {local?.about}
      <DashboardFooter left={left} columns={columns} />
    </>
  );
}
