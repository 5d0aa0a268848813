'use client';

import type { Table } from '@tanstack/react-table';
import type { Column } from '@/lib/view/view';
import styles from './incident-toolbar.module.css';
import { Menu } from './menu';
import { COLUMN_LABELS } from './sort-order';
import type { features, TableItem } from './table-columns';

/** Which columns are shown. The title always is, since it opens the incident. */
export function ColumnsMenu({ table }: { readonly table: Table<typeof features, TableItem> }) {
  return (
    <Menu label="Columns">
      <fieldset className={styles.columns}>
        <legend>Columns shown</legend>
        {table.getAllLeafColumns().map((column) => (
          <label key={column.id}>
            <input
              type="checkbox"
              checked={column.getIsVisible()}
              disabled={!column.getCanHide()}
              onChange={(event) => column.toggleVisibility(event.target.checked)}
            />
            {COLUMN_LABELS[column.id as Column]}
          </label>
        ))}
      </fieldset>
    </Menu>
  );
}
