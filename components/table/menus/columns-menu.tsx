'use client';

import { useDashboard } from '@/components/dashboard/state/dashboard-context';
import { Menu } from '@/components/ui/menu';
import { shownColumns, usualColumns } from '@/lib/query/info/shown-columns';
import type { Column } from '@/lib/series/field-table';
import { changeView } from '@/lib/view/change';
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

/** Which columns are shown, in the address. The title always is, since it opens the incident. */
export function ColumnsMenu() {
  const { info, view, go } = useDashboard();
  const { columns: all } = info.offers;
  const shown = shownColumns(info, view);
  const toggle = (column: Column) =>
    go(changeView(view, { columns: withColumn(shown, all, usualColumns(info), column) }));
  return (
    <Menu label="Columns">
      <fieldset className={styles.columns}>
        <legend>Columns shown</legend>
        {all.map((column) => (
          <label key={column}>
            <input
              type="checkbox"
              checked={shown.includes(column)}
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
