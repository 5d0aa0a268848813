'use client';

import { useTable } from '@tanstack/react-table';
import { useMemo, useRef } from 'react';
import { useSettled } from '@/components/dashboard/state/dashboard-context';
import { useHydrated } from '@/components/ui/use-browser-state';
import { shownColumns } from '@/lib/query/info/shown-columns';
import type { Column } from '@/lib/series/field-table';
import { isLocal } from '@/lib/view/addresses/local';
import { formatNumber } from '@/lib/words/figures';
import { columnWidth, leastWidths } from './cells/column-widths';
import { columnsOf, features, type TableItem } from './cells/table-columns';
import styles from './incident-table.module.css';
import { ColumnsMenu } from './menus/columns-menu';
import toolbar from './menus/incident-toolbar.module.css';
import { SearchBox } from './menus/search-box';
import { SortMenu } from './menus/sort-menu';
import { sortInForce } from './menus/sort-order';
import { useOpenRow } from './rows/use-open-row';
import { useRowPages } from './rows/use-row-pages';
import { useVisibleItems } from './rows/use-visible-items';
import { TableBody } from './table-body';
import { TableHead } from './table-head';
import { ClosedTable, Failure, NothingFound, Shown, Summary } from './table-notes';

function useIncidentTable(items: readonly TableItem[]) {
  const { view, info } = useSettled();
  const shown = shownColumns(info, view).join();
  const { guide } = info;
  // Other columns are other cells, which would take the focus of a reader with them.
  const columns = useMemo(() => columnsOf(guide, shown.split(',') as Column[]), [guide, shown]);
  const sorting = sortInForce(view.sort).map(({ column, descending }) => ({ id: column, desc: descending }));
  return useTable({
    features,
    columns,
    data: items as TableItem[],
    getRowId: (item) => String(item.index),
    manualSorting: true,
    state: { sorting },
  });
}

/** The incidents of the view, or why they are not shown. On the reader's own machine nobody passes anything on. */
export function IncidentTable() {
  const { meta } = useSettled().info.guide;
  const { closed } = meta.licence;
  return closed === undefined || isLocal(meta.id) ? <OpenTable /> : <ClosedTable closed={closed} />;
}

/** Sorted and searched in the address; each row opens its incident. */
function OpenTable() {
  const { info, answers } = useSettled();
  const hydrated = useHydrated();
  const scroller = useRef<HTMLElement>(null);
  const pages = useRowPages();
  const visible = useVisibleItems(pages, scroller);
  const table = useIncidentTable(visible.items);
  useOpenRow(pages, scroller);
  const shown = table.getAllLeafColumns().map(({ id }) => id as Column);
  const rows = visible.items.flatMap(({ row }) => row ?? []);
  const widths = leastWidths(info.guide, answers.total, rows);
  const width = shown.reduce((sum, id) => sum + widths(id), 0);
  return (
    <div className={styles.incidents}>
      <Summary />
      <div className={toolbar.toolbar}>
        <SearchBox />
        <span className={toolbar.space} />
        <SortMenu />
        {hydrated && <ColumnsMenu />}
      </div>
      {pages.total === 0 ? (
        <NothingFound />
      ) : (
        <section
          ref={scroller}
          className={styles.scroller}
          aria-label="Table of incidents"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable by keyboard
          tabIndex={0}
        >
          <table
            {...{ role: 'table' }}
            aria-label="Incidents"
            aria-rowcount={pages.total + 1}
            className={styles.table}
            style={{ minWidth: width }}
          >
            <colgroup>
              {shown.map((id) => (
                <col key={id} style={{ width: columnWidth(id, widths(id)) ?? 'auto' }} />
              ))}
            </colgroup>
            <TableHead headers={table.getHeaderGroups()[0]?.headers ?? []} />
            <TableBody table={table} visible={visible} lost={pages.failure !== null} />
          </table>
        </section>
      )}
      <Failure pages={pages} />
      {visible.awaited && (
        <p role="status" className={styles.shown}>
          Fetching all {formatNumber(pages.total)} incidents for the print…
        </p>
      )}
      <Shown drawn={visible.items.length} total={pages.total} everything={hydrated && !visible.printing} />
    </div>
  );
}
