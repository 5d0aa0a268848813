'use client';

import { useId, useMemo } from 'react';
import { useSettled } from '@/components/dashboard/state/dashboard-context';
import { Notes } from '@/components/notes/notes';
import { useTallest } from '@/components/ui/room/use-tallest';
import { useLinkView } from '@/components/ui/use-link-view';
import { ViewLink } from '@/components/ui/view-link';
import { useLateReports } from '@/components/watch/use-noticed';
import { activityCaption, isMostlySeveral } from '@/lib/render/activity/caption';
import { type ActivityData, activityData } from '@/lib/render/activity/data';
import { changeView } from '@/lib/view/change';
import { activityTitle } from '@/lib/words/chart';
import styles from './activity.module.css';
import { ActivityControls } from './activity-controls';
import { ActivityLegend } from './activity-legend';
import { ActivityPlot } from './activity-plot';
import { ActivityTable } from './activity-table';

/** The way from a stack that is one block to what each group has of it. */
function OwnShares({ data: { words, mode } }: { readonly data: ActivityData }) {
  const { many } = words.split;
  return (
    <p className={styles.caption}>
      Nearly all {words.incident.many} here have several {many}.{' '}
      <ViewLink
        view={(now) =>
          changeView(now, { mode: 'panels', ...(mode === 'share' ? { measure: 'share' as const } : {}) })
        }
      >
        {mode === 'share' ? `The share of each, a panel each` : 'A panel for each'}
      </ViewLink>
      : there {words.incident.many} of several count under each
      {mode === 'share' && ', so that shares add up to more than 100 %'}.
    </p>
  );
}

/** Activity for each bin, by actor or by what the view splits by. */
export function Activity() {
  const settled = useSettled();
  const { info, window, answers } = settled;
  const view = useLinkView(settled.view);
  const { activity, activityRest, activityTotal, days } = answers;
  const late = useLateReports();
  // Not of all that is settled: what is selected or opened changes nothing of what is drawn.
  const data = useMemo(
    () =>
      activityData({ info, view, window, answers: { activity, activityRest, activityTotal, days }, late }),
    [info, view, window, activity, activityRest, activityTotal, days, late],
  );
  const title = useId();
  const caption = useTallest<HTMLParagraphElement>();
  return (
    <section className={styles.activity} aria-labelledby={title}>
      <div className={styles.head}>
        <h2 id={title}>{activityTitle(data)}</h2>
        <ActivityControls />
      </div>
      {isMostlySeveral(data) && <OwnShares data={data} />}
      <ActivityPlot data={data} view={settled.view} />
      <ActivityLegend data={data} />
      <div className={styles.foot}>
        <p ref={caption} className={styles.caption}>
          {activityCaption(data).join(' ')}
        </p>
        <ActivityTable data={data} view={settled.view} />
        <Notes />
      </div>
    </section>
  );
}
