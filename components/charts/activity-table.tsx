'use client';

import { useState } from 'react';
import { ViewLink } from '@/components/ui/view-link';
import type { CellValue } from '@/lib/query/result';
import type { ActivityData } from '@/lib/render/activity/data';
import type { ActivityGroup } from '@/lib/render/activity/groups';
import { meanAt } from '@/lib/render/activity/modes/rolling-mean';
import { markSelection } from '@/lib/render/activity/selection';
import { twinHref } from '@/lib/view/addresses/addresses';
import { changeView } from '@/lib/view/change';
import type { View } from '@/lib/view/view';
import { activityTitle, BIN_LABELS, binLabel, binNotes, chartValue } from '@/lib/words/chart';
import { NO_FIGURE } from '@/lib/words/coverage';
import { exactSum, formatNumber } from '@/lib/words/figures';
import styles from './activity-table.module.css';

interface Props {
  readonly data: ActivityData;
  readonly view: View;
}

/** What the rolling means that are drawn are of: each group, or all together. */
function meansIn(
  data: ActivityData,
): readonly { readonly label: string; readonly group: ActivityGroup | null }[] {
  if (data.rollMean === null) return [];
  if (data.mode === 'stack' || data.split === 'none') return [{ label: '', group: null }];
  return data.groups.map((group) => ({ label: group.label, group }));
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
        <th scope="col">Total, each {data.words.incident.one} once</th>
        {meansIn(data).map(({ label }) => (
          <th key={label} scope="col">
            Mean of {data.rollMean} {data.bin}s{label !== '' && `, ${label}`}
          </th>
        ))}
        <th scope="col">Notes</th>
      </tr>
    </thead>
  );
}

/** A figure; as it was worked out, in its title. */
function Cell(props: {
  readonly data: ActivityData;
  readonly value: CellValue | null;
  readonly index: number;
}) {
  const { data, value, index } = props;
  const text = chartValue(data, value, index);
  const exact = value === null ? text : exactSum(value);
  return <td {...(exact === text ? {} : { title: exact })}>{text}</td>;
}

function Rows({ data }: Pick<Props, 'data'>) {
  return (
    <tbody>
      {data.bins.map((bin, index) => (
        <tr key={bin.start}>
          <th scope="row">
            <ViewLink
              view={(now) => changeView(now, { select: markSelection(now, data, bin, null) })}
              jump="incidents"
            >
              {binLabel(data, index)}
            </ViewLink>
          </th>
          {data.split !== 'none' &&
            data.groups.map(({ label, values }) => (
              <Cell key={label} data={data} value={values[index] ?? null} index={index} />
            ))}
          <Cell data={data} value={data.totals[index] ?? null} index={index} />
          {meansIn(data).map(({ label, group }) => {
            const mean = meanAt(data, index, group);
            return <td key={label}>{mean === null ? NO_FIGURE : formatNumber(mean)}</td>;
          })}
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
            <Rows data={data} />
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
