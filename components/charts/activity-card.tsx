import type { CSSProperties, MouseEvent, PointerEvent } from 'react';
import type { DrawnBin } from '@/lib/query/coverage/bin-parts';
import type { ActivityData } from '@/lib/render/activity/data';
import { barSpan } from '@/lib/render/activity/geometry';
import type { ActivityLayout, Plot } from '@/lib/render/activity/layout';
import { isSayable } from '@/lib/render/activity/links';
import { meanAt } from '@/lib/render/activity/modes/rolling-mean';
import { isLocal } from '@/lib/view/addresses/local';
import type { View } from '@/lib/view/view';
import { asWorkedOut, binLabel, binNotes, chartValue, meanWords, quantityText } from '@/lib/words/chart';
import styles from './activity-plot.module.css';
import type { BarQuote } from './use-bar-quote';
import { type ChartCursor, canChoose, groupsIn } from './use-chart-cursor';

/** The groups of the bin, topmost first as in a stack, with their figures. */
function GroupList({ data, cursor }: { readonly data: ActivityData; readonly cursor: ChartCursor }) {
  const shown = groupsIn(data, cursor.index).toReversed();
  if (data.split === 'none' || shown.length === 0) return null;
  return (
    <ul>
      {shown.map((at) => {
        const group = data.groups[at];
        if (!group) return null;
        return (
          <li key={group.label} data-on={at === cursor.group}>
            <span className={styles.swatch} style={{ background: `var(${group.colour})` }} />
            <span>{group.label}</span>
            <span>{chartValue(data, group.values[cursor.index] ?? null, cursor.index)}</span>
          </li>
        );
      })}
    </ul>
  );
}

function hintOf(data: ActivityData, view: View, cursor: ChartCursor): string | null {
  const { index, group } = cursor;
  if (!canChoose(data, cursor)) return null;
  const one = group === null ? null : data.groups[group];
  const who = one && one.kind !== 'all' && isSayable(view, data, one) ? `${one.label} in ` : '';
  const until = data.mode === 'cumulative' ? 'all up to ' : '';
  return `${cursor.by === 'touch' ? 'Tap again' : 'Click or Enter'}: show ${who}${until}${binLabel(data, index)} in the table`;
}

/** Beside the bin; beneath the plot where there is little room. */
function placeOf(layout: ActivityLayout, bin: DrawnBin, index: number, panel: Plot | null): CSSProperties {
  if (layout.narrow) {
    return { left: 0, right: 0, top: panel ? panel.top + panel.height + 4 : layout.height - 20 };
  }
  const cell = layout.calendar?.cells[index];
  if (layout.calendar && cell) {
    const { width, height } = layout.calendar.cell;
    const side =
      cell.x > layout.width / 2 ? { right: layout.width - cell.x + 8 } : { left: cell.x + width + 8 };
    return { ...side, top: cell.y + height };
  }
  const { left, right, middle } = barSpan(layout.scale, bin);
  const side = middle > layout.width / 2 ? { right: layout.width - left + 8 } : { left: right + 8 };
  return { ...side, top: panel ? panel.top : 16 };
}

/** How copying is written where the browser runs. */
const COPY_KEYS = typeof navigator !== 'undefined' && /Mac|iP/.test(navigator.userAgent) ? '⌘C' : 'Ctrl+C';

/** What a press in the card does not do: move the cursor of the chart, or take the focus from it. */
const KEEPS_CURSOR = {
  onPointerDown: (event: PointerEvent) => event.stopPropagation(),
  onPointerMove: (event: PointerEvent) => event.stopPropagation(),
  onMouseDown: (event: MouseEvent) => event.preventDefault(),
} as const;

/** How the bar is copied as a sentence: by the keys of the browser, or by a button where there are none. */
function CopyHint({ by, barQuote }: { readonly by: ChartCursor['by']; readonly barQuote: BarQuote }) {
  const { copied, copyNow } = barQuote;
  if (by !== 'touch') {
    return (
      <p className={styles.hint}>{copied ? 'Copied as a sentence' : `${COPY_KEYS}: copy as a sentence`}</p>
    );
  }
  const onClick = (event: MouseEvent) => {
    event.stopPropagation();
    copyNow();
  };
  return (
    <button type="button" className={`control ${styles.copy}`} {...KEEPS_CURSOR} onClick={onClick}>
      {copied ? 'Copied' : 'Copy as a sentence'}
    </button>
  );
}

/** What is known of the bin under the cursor. */
export function ActivityCard(props: {
  readonly data: ActivityData;
  readonly layout: ActivityLayout;
  readonly cursor: ChartCursor;
  readonly view: View;
  readonly barQuote: BarQuote;
}) {
  const { view, layout, cursor, barQuote } = props;
  const data = asWorkedOut(props.data);
  const bin = data.bins[cursor.index];
  if (!bin) return null;
  const panel = data.mode === 'panels' ? (layout.plots[cursor.group ?? 0] ?? null) : null;
  const hint = hintOf(data, view, cursor);
  const of = data.mode === 'stack' || cursor.group === null ? null : (data.groups[cursor.group] ?? null);
  const mean = meanWords(data, meanAt(data, cursor.index, of));
  return (
    <div
      className={styles.card}
      style={placeOf(layout, bin, cursor.index, panel)}
      // Only a finger's has something to press.
      aria-hidden={cursor.by === 'touch' ? undefined : 'true'}
      data-card=""
    >
      <p className={styles.cardTitle}>
        <span>
          {data.mode === 'cumulative' && 'Up to '}
          {binLabel(data, cursor.index)}
        </span>
        <span>{quantityText(data.words.measure, data.totals[cursor.index] ?? null)}</span>
      </p>
      <GroupList data={data} cursor={cursor} />
      {mean !== null && <p className={styles.note}>{mean}.</p>}
      {binNotes(data, cursor.index, cursor.group).map((note) => (
        <p key={note} className={styles.note}>
          {note}
        </p>
      ))}
      {hint && <p className={styles.hint}>{hint}</p>}
      {!isLocal(view.dataset) && <CopyHint by={cursor.by} barQuote={barQuote} />}
    </div>
  );
}
