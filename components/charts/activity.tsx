'use client';

import { useId, useMemo } from 'react';
import { useSettled } from '@/components/dashboard/state/dashboard-context';
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
  const data = useMemo(() => activityData(settled), [settled]);
  const title = useId();
  return (
    <section className={styles.activity} aria-labelledby={title}>
      <div className={styles.head}>
        <h2 id={title}>{activityTitle(data)}</h2>
        <ActivityControls />
      </div>
      <ActivityLegend data={data} />
      <ActivityPlot data={data} view={settled.view} />
      <div className={styles.foot}>
        <p className={styles.caption}>{activityCaption(data).join(' ')}</p>
        <ActivityTable data={data} view={settled.view} />
      </div>
    </section>
  );
}
