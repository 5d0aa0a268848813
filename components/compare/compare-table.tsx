'use client';

import { useState } from 'react';
import { ViewLink } from '@/components/ui/view-link';
import { binView } from '@/lib/render/activity/links';
import type { Compared, ComparedSide } from '@/lib/render/comparison/compared';
import { formatBin } from '@/lib/time/format';
import { twinHref } from '@/lib/view/addresses/addresses';
import type { View } from '@/lib/view/view';
import { BIN_LABELS, valueText } from '@/lib/words/chart';
import styles from './compare.module.css';

/** A longer table is made only when it is opened. */
const MOST_ROWS_UNASKED = 60;

interface TableRow {
  readonly label: string;
  /** The index of its bin in each side; −1 where a side has no such bin. */
  readonly at: readonly number[];
}

/** A row a bin; periods are told apart by how far their bins are from their start. */
function rowsOf({ sides, bin, aligned }: Compared): readonly TableRow[] {
  if (aligned) {
    const most = Math.max(0, ...sides.map(({ bins }) => bins.length));
    return Array.from({ length: most }, (_, index) => ({
      label: `${BIN_LABELS[bin]} ${index + 1}`,
      at: sides.map(({ bins }) => (index < bins.length ? index : -1)),
    }));
  }
  const starts = [...new Set(sides.flatMap(({ bins }) => bins.map(({ start }) => start)))].sort(
    (a, b) => a - b,
  );
  const places = sides.map(({ bins }) => new Map(bins.map(({ start }, index) => [start, index])));
  return starts.map((start) => ({
    label: formatBin(start, bin),
    at: places.map((own) => own.get(start) ?? -1),
  }));
}

function Cell({
  compared,
  side,
  index,
}: {
  readonly compared: Compared;
  readonly side: ComparedSide;
  readonly index: number;
}) {
  const bin = side.bins[index];
  if (!bin) return <td />;
  const text = valueText(side.values[index] ?? null, compared);
  return <td>{text === '0' ? text : <ViewLink view={binView(side.side.view, bin)}>{text}</ViewLink>}</td>;
}

/** The figures of the chart as a table, best (low–high), and the comparison as data. */
export function CompareTable({
  compared,
  view,
  title,
}: {
  readonly compared: Compared;
  readonly view: View;
  readonly title: string;
}) {
  const [open, setOpen] = useState(false);
  const rows = rowsOf(compared);
  const made = open || rows.length <= MOST_ROWS_UNASKED;
  const [json, csv] = [twinHref(view, 'comparison.json'), twinHref(view, 'comparison.csv')];
  return (
    <details className={styles.details} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>Show as table</summary>
      {json !== null && csv !== null && (
        <p className={styles.notes}>
          The same as data: <a href={json}>comparison.json</a>, <a href={csv}>comparison.csv</a>.
        </p>
      )}
      {made && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by keyboard
        <section className={styles.scroll} aria-label={`${title}, table`} tabIndex={0}>
          <table>
            <caption className="visually-hidden">{title}: best (low–high)</caption>
            <thead>
              <tr>
                <th scope="col">{BIN_LABELS[compared.bin]}</th>
                {compared.sides.map((side) => (
                  <th key={side.side.item ?? ''} scope="col">
                    {side.short}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(({ label, at }) => (
                <tr key={label}>
                  <th scope="row">{label}</th>
                  {compared.sides.map((side, index) => (
                    <Cell
                      compared={compared}
                      key={side.side.item ?? ''}
                      side={side}
                      index={at[index] ?? -1}
                    />
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </details>
  );
}
