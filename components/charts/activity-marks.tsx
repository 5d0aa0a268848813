'use client';

import {
  type ComponentType,
  memo,
  type RefObject,
  startTransition,
  useEffect,
  useMemo,
  useState,
} from 'react';
import { flushSync } from 'react-dom';
import { useFollow } from '@/components/dashboard/state/dashboard-context';
import { SceneSvg } from '@/components/ui/scene-svg';
import { activityScene } from '@/lib/render/activity/activity';
import { countMarks } from '@/lib/render/activity/layout';
import styles from './activity-plot.module.css';
import type { ActivityRechartsProps } from './activity-recharts';
import type { Href } from './paper-plot';
import { useRecharts } from './use-recharts';

type Painter = ComponentType<ActivityRechartsProps>;

/** The picture of a chart, as the server draws it too. */
const Picture = memo(function Picture({ data, layout, href }: ActivityRechartsProps) {
  return (
    <SceneSvg
      scene={activityScene(data, { width: layout.width, tall: layout.tall, href, tabStops: false })}
    />
  );
});

/** Of what stands for a moment nobody follows a link, and a chart has hundreds, whose addresses take long to make. */
export const IN_MOTION: Href = () => '#incidents';

/** So long, in milliseconds, a chart stands before Recharts draws it: as long as all that can wait. */
const REST = 200;

/** The chart that has stood for a while, and whether what is to be shown is another. While a hand moves the window nothing comes to rest. */
function useRested({ data, layout, href }: ActivityRechartsProps) {
  const { isFollowing } = useFollow();
  const [rested, setRested] = useState({ data, layout, href });
  const isBehind = rested.data !== data || rested.layout !== layout || rested.href !== href;
  useEffect(() => {
    if (!isBehind || isFollowing) return;
    const timer = setTimeout(() => startTransition(() => setRested({ data, layout, href })), REST);
    return () => clearTimeout(timer);
  }, [isBehind, isFollowing, data, layout, href]);
  return { rested, isBehind };
}

/** Whether a hand has come to the picture of a chart that stands for a moment: then its marks lead where they say. */
function useTouched(
  chart: RefObject<HTMLElement | null>,
  data: ActivityRechartsProps['data'],
  isBehind: boolean,
) {
  const [touched, setTouched] = useState<unknown>(null);
  useEffect(() => {
    const room = chart.current;
    if (!isBehind || room === null) return;
    // What comes next, a new tab or a menu, goes by the addresses in the page.
    const touch = () => flushSync(() => setTouched(data));
    room.addEventListener('pointerdown', touch, true);
    return () => room.removeEventListener('pointerdown', touch, true);
  }, [chart, data, isBehind]);
  return touched === data;
}

/** Recharts once it has come and no hand moves the window: its first drawing takes longest, and is made in slices. */
function useOnceAtRest(come: Painter | null): Painter | null {
  const { isFollowing } = useFollow();
  const [here, setHere] = useState<Painter | null>(null);
  useEffect(() => {
    if (come !== null && !isFollowing) startTransition(() => setHere(() => come));
  }, [come, isFollowing]);
  return here;
}

/** More marks than this stay a picture, which draws each by itself as well: Recharts would draw them in one task that holds a hand up. */
const MOST_BY_RECHARTS = 150;

/** Whether Recharts draws a chart: one of bins, unless there are too many for it. */
function isBinned({ data, layout }: ActivityRechartsProps): boolean {
  return layout.calendar === null && !layout.dense && !data.empty && countMarks(data) <= MOST_BY_RECHARTS;
}

/**
 * The marks of a chart of known width: by Recharts once it is there. Of a chart that has just changed, and while a hand moves the window, its picture stands in
 * for it, for Recharts draws all at once, in a frame of its own, and longer than a frame takes. It stays in the page as it was, and React is given the very same
 * element, so that nothing of it is drawn meanwhile.
 */
export const Marks = memo(function Marks(
  props: ActivityRechartsProps & { readonly chart: RefObject<HTMLElement | null> },
) {
  const { chart, ...now } = props;
  const binned = isBinned(now);
  const Recharts = useOnceAtRest(useRecharts(chart, binned));
  const { rested, isBehind } = useRested(now);
  const isTouched = useTouched(chart, now.data, isBehind);
  const drawn = useMemo(
    () => (Recharts && isBinned(rested) ? <Recharts {...rested} /> : null),
    [Recharts, rested],
  );
  const stands = binned && drawn !== null;
  return (
    <>
      {stands && <div className={isBehind ? styles.resting : undefined}>{drawn}</div>}
      {(isBehind || !stands) && (
        <Picture {...now} href={(isBehind && !isTouched) || now.layout.dense ? IN_MOTION : now.href} />
      )}
    </>
  );
});
