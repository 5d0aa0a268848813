'use client';

import { useState } from 'react';
import { useDashboard } from '@/components/dashboard/state/dashboard-context';
import { Menu } from '@/components/ui/menu';
import { shownColumns, usualColumns } from '@/lib/query/info/shown-columns';
import type { Column } from '@/lib/series/field-table';
import { changeView } from '@/lib/view/change';
import type { View } from '@/lib/view/view';
import { columnLabel } from '@/lib/words/labels';
import styles from './incident-toolbar.module.css';

/** The columns with one more or one less, in the order of all; none where they are those shown without asking. */
function withColumn(
  shown: readonly Column[],
  all: readonly Column[],
  usual: readonly Column[],
  column: Column,
) {
  const next = all.filter((one) => (one === column ? !shown.includes(one) : shown.includes(one)));
  return next.join() === usual.join() ? [] : next;
}

/** What boxes were set to of a view, until the page is drawn for the next. */
interface Pressed {
  readonly of: View;
  readonly on: ReadonlyMap<Column, boolean>;
}

/** Which columns are shown, in the address. The title always is, since it opens the incident. */
export function ColumnsMenu() {
  const { info, view, go } = useDashboard();
  const [pressed, setPressed] = useState<Pressed | null>(null);
  const { columns: all } = info.offers;
  const shown = shownColumns(info, view);
  // A box stays as it was set while what it leads to is on its way.
  const held = pressed?.of === view ? pressed.on : new Map<Column, boolean>();
  const isOn = (column: Column) => held.get(column) ?? shown.includes(column);
  const toggle = (column: Column) => {
    setPressed({ of: view, on: new Map(held).set(column, !isOn(column)) });
    go((now) =>
      changeView(now, {
        columns: withColumn(shownColumns(info, now), all, usualColumns(info), column),
      }),
    );
  };
  return (
    <Menu label="Columns">
      <fieldset className={styles.columns}>
        <legend>Columns shown</legend>
        {all.map((column) => (
          <label key={column}>
            <input
              type="checkbox"
              checked={isOn(column)}
              disabled={column === 'title'}
              onChange={() => toggle(column)}
            />
            {columnLabel(info.guide, column)}
          </label>
        ))}
      </fieldset>
    </Menu>
  );
}
