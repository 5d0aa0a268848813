'use client';

import { useEffect, useId, useMemo, useRef } from 'react';
import { joinedDots } from '@/components/charts/joined-dots';
import { useDashboard, useSettled } from '@/components/dashboard/state/dashboard-context';
import { ViewQuote } from '@/components/quote/view-quote';
import { SceneSvg } from '@/components/ui/scene-svg';
import { useWidth } from '@/components/ui/use-width';
import { ViewLink } from '@/components/ui/view-link';
import { RepeatLink } from '@/components/watch/repeat-link';
import { sideRates } from '@/lib/query/exposure/side-rates';
import { binView } from '@/lib/render/activity/links';
import { plotFrame } from '@/lib/render/axis/time-axis';
import { type Compared, comparedInfo, comparedMeasure, comparedOf } from '@/lib/render/comparison/compared';
import { comparedScene } from '@/lib/render/comparison/compared-chart';
import { cssPaint } from '@/lib/render/scene/paint';
import type { Noun } from '@/lib/series/measures';
import { changeView } from '@/lib/view/change';
import { sameFilters } from '@/lib/view/same';
import { viewHref } from '@/lib/view/serialize';
import { asksToBeSeen, comparisonsInWords, DOUBT_AND_CHANCE } from '@/lib/words/chance/comparisons';
import { chartNotes } from '@/lib/words/comparison';
import { formatCount } from '@/lib/words/figures';
import { nounOf } from '@/lib/words/headline/headline';
import { figureSentence, quotedView } from '@/lib/words/headline/quote';
import styles from './compare.module.css';
import { CompareFigures } from './compare-figures';
import { CompareOffers, OFFERS } from './compare-offers';
import { CompareTable } from './compare-table';
import { moveOverPoints } from './move-over-points';

/** More points than this are no links in the page that comes, where each takes a third of a kilobyte; scripts make them so. */
const SERVED_POINTS = 60;

const KEYS =
  'Arrow keys move over the points of a side and to the other sides, Enter opens what a point counts.';

function Chart({ compared, label }: { readonly compared: Compared; readonly label: string }) {
  const { ref, width, measured } = useWidth<HTMLDivElement>();
  const points = compared.sides.reduce((sum, { bins }) => sum + bins.length, 0);
  const hasLinks = measured || points <= SERVED_POINTS;
  const scene = useMemo(
    () =>
      comparedScene(compared, plotFrame(width), label, {
        paint: cssPaint,
        ...(hasLinks && { href: ({ side }, bin) => viewHref(binView(side.view, bin)) }),
      }),
    [compared, width, label, hasLinks],
  );
  return (
    // biome-ignore lint/a11y/useSemanticElements: one stop for all points; arrow keys go on from here
    <div
      ref={ref}
      className={styles.chart}
      role="group"
      aria-label={hasLinks ? `${label}. ${KEYS}` : label}
      tabIndex={hasLinks ? 0 : undefined}
      onKeyDown={moveOverPoints}
    >
      <SceneSvg scene={hasLinks ? scene : joinedDots(scene)} />
    </div>
  );
}

/** What of the comparison must be known to read it. */
function Notes({ compared, noun }: { readonly compared: Compared; readonly noun: Noun }) {
  const { again, union, shared } = compared;
  const notes = chartNotes(compared);
  return (
    <p className={styles.notes}>
      {again !== null && `${again} `}
      {again !== null && shared !== null && (
        <>
          <ViewLink view={shared} jump="incidents">
            Which they are
          </ViewLink>
          .{' '}
        </>
      )}
      {union !== null && (
        <>
          <ViewLink view={union.view}>All sides together</ViewLink>, each {noun.one} once.{' '}
        </>
      )}
      {notes.join(' ')}
    </p>
  );
}

/** Whether the count of any side has low and high apart. */
function isRanged({ sides }: Compared): boolean {
  return sides.some(({ incidents }) => incidents !== null && incidents.low !== incidents.high);
}

/** The sides with their counts: `attacks side by side, IS: 30 (22–32); Ukraine: 12`. */
function comparedSays({ sides }: Compared, { many }: Noun): string {
  const figures = sides.map(({ full, incidents, why }) => {
    const figure = why !== null || incidents === null ? 'not searched' : formatCount(incidents);
    return `${full}: ${figure}`;
  });
  return `${many} side by side, ${figures.join('; ')}`;
}

/** What stands side by side: figures, one chart on one scale, and what is to be known of both. */
function Comparison(props: { readonly compared: Compared; readonly onClose: () => void }) {
  const { compared, onClose } = props;
  const { info, view, answers } = useSettled();
  const title = useId();
  const rates = useMemo(
    () => sideRates(view, info.guide, answers.comparison),
    [view, info.guide, answers.comparison],
  );
  const name = (id: string) => compared.sides[Number(id)]?.short ?? id;
  const { coverage } = info.guide.meta;
  // A view that was just kept stands beside itself until something is filtered.
  const same =
    compared.by === 'view' && compared.sides.every((one) => sameFilters(one.side.view, view, coverage));
  const told = same ? [] : comparisonsInWords(rates, name);
  const noun = nounOf(view, info.guide.meta);
  const label = comparedMeasure(compared, info.guide, noun);
  const said = figureSentence({
    what: quotedView(changeView(view, { compare: null }), info),
    says: comparedSays(compared, noun),
    notes: [
      ...told,
      ...compared.sides.flatMap(({ short, caveat }) => (caveat === null ? [] : [`${short}: ${caveat}`])),
      ...(compared.again === null ? [] : [compared.again]),
      ...(isRanged(compared) ? ['In brackets: the range of the sources'] : []),
    ],
  });
  return (
    <section className={styles.compare} aria-labelledby={title}>
      <div className={styles.head}>
        <h2 id={title}>{compared.title}</h2>
        <ViewQuote said={said} view={view} of={compared.title} />
        <ViewLink
          className="control quiet"
          view={(now) => changeView(now, { compare: null })}
          onGone={onClose}
        >
          Close the comparison
        </ViewLink>
      </div>
      <div className={styles.figures}>
        <CompareFigures compared={compared} noun={noun} />
      </div>
      {same && (
        <p className={styles.rates}>
          This view is kept. Change a filter, and what is shown then stands beside it.
        </p>
      )}
      {told.length > 0 && (
        <ul className={styles.rates} aria-label="How often, compared">
          {told.map((one) => (
            <li key={one}>{one}.</li>
          ))}
        </ul>
      )}
      {told.length > 0 && (
        <p className={styles.notes}>
          {DOUBT_AND_CHANCE} <RepeatLink view={view} info={info} />
        </p>
      )}
      {asksToBeSeen(rates) && (
        <p>
          <ViewLink view={(now) => changeView(now, { across: 'yes' })}>
            Compare how often all the same
          </ViewLink>
        </p>
      )}
      <p className={styles.chartTitle}>
        {label}
        {compared.aligned && ', each from its own start'}
      </p>
      <Chart compared={compared} label={`${compared.title}. ${label}`} />
      <Notes compared={compared} noun={noun} />
      <CompareTable compared={compared} view={view} title={`${compared.title}. ${label}`} />
    </section>
  );
}

/** The comparison of the view; where it has none, what it can be compared with. */
export function Compare() {
  const { info, view, answers } = useSettled();
  const { comparison } = answers;
  const { info: whole } = useDashboard();
  const compared = useMemo(
    () => comparedOf({ info: comparedInfo(info, whole.guide, view), view, comparison }),
    [info, whole, view, comparison],
  );
  const isClosed = useRef(false);
  useEffect(() => {
    if (compared !== null || !isClosed.current) return;
    isClosed.current = false;
    // The link that closed it is gone, and the focus with it: on to what stands in its place.
    const offers = document.getElementById(OFFERS)?.parentElement;
    offers?.querySelector<HTMLElement>('a, input')?.focus({ preventScroll: true });
  }, [compared]);
  const close = () => {
    isClosed.current = true;
  };
  // What can be compared stays in its place, and so does the focus in it.
  return (
    <div className={styles.panel}>
      {compared !== null && <Comparison compared={compared} onClose={close} />}
      <CompareOffers />
    </div>
  );
}
