'use client';

import { useState } from 'react';
import { ViewLink } from '@/components/ui/view-link';
import type { ActivityData } from '@/lib/render/activity/data';
import { markSelection } from '@/lib/render/activity/selection';
import { twinHref } from '@/lib/view/addresses/addresses';
import { changeView } from '@/lib/view/change';
import type { View } from '@/lib/view/view';
import { activityTitle, BIN_LABELS, binLabel, binNotes, valueText } from '@/lib/words/chart';
import styles from './activity-table.module.css';

interface Props {
  readonly data: ActivityData;
  readonly view: View;
}

function Head({ data }: { readonly data: ActivityData }) {
  return (
    <thead>
      <tr>
        <th scope="col">
          {data.mode === 'cumulative' ? `Up to the end of the ${data.bin}` : BIN_LABELS[data.bin]}
        </th>
        {data.split !== 'none' &&
          data.groups.map(({ label }) => (
            <th key={label} scope="col">
              {label}
            </th>
          ))}
        <th scope="col">Total, each incident once</th>
        <th scope="col">Notes</th>
      </tr>
    </thead>
  );
}

function Rows({ data, view }: Props) {
  return (
    <tbody>
      {data.bins.map((bin, index) => (
        <tr key={bin.start}>
          <th scope="row">
            <ViewLink
              view={changeView(view, { select: markSelection(view, data, bin, null) })}
              jump="incidents"
            >
              {binLabel(data, index)}
            </ViewLink>
          </th>
          {data.split !== 'none' &&
            data.groups.map(({ label, values }) => <td key={label}>{valueText(values[index] ?? null)}</td>)}
          <td>{valueText(data.totals[index] ?? null)}</td>
          <td className={styles.notes}>{binNotes(data, index).join(' ')}</td>
        </tr>
      ))}
    </tbody>
  );
}

/** The figures of the chart as a table, best (low–high), for everybody; made when it is opened. Without scripts the same is JSON. */
export function ActivityTable({ data, view }: Props) {
  const [open, setOpen] = useState(false);
  const title = activityTitle(data);
  const json = twinHref(view, 'view.json');
  return (
    <details className={styles.details} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>Show as table</summary>
      {open ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by keyboard
        <section className={styles.scroll} aria-label={`${title}, table`} tabIndex={0}>
          <table>
            <caption>{title}: best (low–high)</caption>
            <Head data={data} />
            <Rows data={data} view={view} />
          </table>
        </section>
      ) : (
        <p>
          The table has {data.bins.length} rows. {json !== null && <a href={json}>The same as JSON</a>}
        </p>
      )}
    </details>
  );
}
