'use client';

import { useId, useMemo } from 'react';
import { useSettled } from '@/components/dashboard/state/dashboard-context';
import { Notes } from '@/components/notes/notes';
import { useLinkView } from '@/components/ui/use-link-view';
import { useTallest } from '@/components/ui/use-tallest';
import { useLateReports } from '@/components/watch/use-noticed';
import { activityCaption } from '@/lib/render/activity/caption';
import { activityData } from '@/lib/render/activity/data';
import { activityTitle } from '@/lib/words/chart';
import styles from './activity.module.css';
import { ActivityControls } from './activity-controls';
import { ActivityLegend } from './activity-legend';
import { ActivityPlot } from './activity-plot';
import { ActivityTable } from './activity-table';

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
