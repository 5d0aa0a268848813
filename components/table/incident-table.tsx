'use client';

import { useTable } from '@tanstack/react-table';
import { type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import { useSettled } from '@/components/dashboard/state/dashboard-context';
import { useHydrated } from '@/components/ui/use-browser-state';
import { useWidth } from '@/components/ui/use-width';
import { shownColumns, tieShown } from '@/lib/query/info/shown-columns';
import type { Column } from '@/lib/series/field-table';
import { isLocal } from '@/lib/view/addresses/local';
import { formatNumber } from '@/lib/words/figures';
import { nounOf } from '@/lib/words/headline/headline';
import { capitalised, columnLabel } from '@/lib/words/labels';
import { cssWidths, fittingColumns, leastTogether, useColumnWidths } from './cells/column-widths';
import { columnsOf, features, type TableItem } from './cells/table-columns';
import styles from './incident-table.module.css';
import { ColumnsMenu } from './menus/columns-menu';
import toolbar from './menus/incident-toolbar.module.css';
import { SearchBox } from './menus/search-box';
import { SortMenu } from './menus/sort-menu';
import { sortInForce } from './menus/sort-order';
import { useOpenRow } from './rows/use-open-row';
import { type RowPages, useRowPages } from './rows/use-row-pages';
import { isFramed } from './rows/use-row-virtualizer';
import { canFold, FOLDED_ROWS, showBeginning, useVisibleItems } from './rows/use-visible-items';
import { cardLabels, TableBody } from './table-body';
import { TableHead } from './table-head';
import { ClosedTable, Failure, NothingFound, Shown, SkipTable, Summary } from './table-notes';

/** Below this width rows are drawn as cards; the same as in incident-table.module.css. */
const CARDS_BELOW = 640;

/** What stands in any row that is narrow: when, what and who. */
const CORE: readonly Column[] = ['date', 'title', 'actor'];

/**
 * The columns with their widths, and those that have no room in the page. A card has room for all; a reader who has chosen columns gets
 * them, and may have to scroll sideways.
 */
function useColumns(pages: RowPages, items: readonly TableItem[], room: number | null) {
  const { info, view } = useSettled();
  const shown = shownColumns(info, view);
  const rows = items.flatMap(({ row }) => row ?? []);
  const all = useColumnWidths(info, shown, { rows, listing: pages.key });
  const kept = [...CORE, ...view.sort.map(({ column }) => column)];
  const widths = room === null || view.columns.length > 0 ? all : fittingColumns(all, room, kept);
  return { widths, left: shown.filter((column) => !widths.has(column)) };
}

function useIncidentTable(items: readonly TableItem[], shown: readonly Column[]) {
  const { view, info } = useSettled();
  const { guide } = info;
  const [ids, ties] = [shown.join(), tieShown(info, shown)];
  // Other columns are other cells, which would take the focus of a reader with them; `info` changes with the colours of a page.
  const columns = useMemo(() => columnsOf(guide, ids.split(',') as Column[], ties), [guide, ids, ties]);
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

/**
 * Whether of a long table the first rows alone are drawn, so that what stands beneath it is near, until the reader asks for all. Who
 * does stays where they are: the focus goes to the first of the rows that come.
 */
function useFold(total: number, cards: boolean, table: RefObject<HTMLElement | null>) {
  const [unfolded, setUnfolded] = useState(false);
  const next = useRef<number | null>(null);
  // After every drawing, for the row may come with a later one.
  useEffect(() => {
    if (next.current === null) return;
    const row = table.current?.querySelector<HTMLElement>(`tr[data-index="${next.current}"]`);
    if (!row) {
      if (next.current === 0 && table.current !== null) showBeginning(table.current);
      return;
    }
    row.tabIndex = -1;
    row.focus({ preventScroll: next.current > 0 });
    next.current = null;
  });
  const turn = () => {
    next.current = unfolded ? 0 : FOLDED_ROWS;
    setUnfolded(!unfolded);
  };
  const long = canFold(total, cards);
  return { folded: long && !unfolded, fold: long ? { folded: !unfolded, turn } : null };
}

/** Sorted and searched in the address; each row opens its incident. */
function OpenTable() {
  const { info, view } = useSettled();
  const { guide } = info;
  const nouns = nounOf(view, guide.meta).many;
  const hydrated = useHydrated();
  const frame = useRef<HTMLElement>(null);
  const { ref, width, measured } = useWidth<HTMLDivElement>();
  const pages = useRowPages();
  const cards = measured && width < CARDS_BELOW;
  const { folded, fold } = useFold(pages.total, cards, frame);
  const visible = useVisibleItems(pages, frame, { cards, folded });
  const room = measured && !cards && !visible.printing ? width : null;
  const { widths, left } = useColumns(pages, visible.items, room);
  const shown = [...widths.keys()];
  const table = useIncidentTable(visible.items, shown);
  useOpenRow(pages, frame);
  const least = leastTogether(widths);
  const framed = isFramed(pages.total, folded);
  const fits = measured && (cards || least <= width);
  return (
    <div className={styles.incidents} ref={ref}>
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
        <>
          <SkipTable />
          <section
            ref={frame}
            className={styles.frame}
            data-framed={framed}
            data-fits={fits}
            aria-label={`Table of ${nouns}`}
            // A part that scrolls must be reachable by keyboard.
            tabIndex={framed || !fits ? 0 : undefined}
          >
            <table
              {...{ role: 'table' }}
              aria-label={capitalised(nouns)}
              aria-rowcount={pages.total + 1}
              className={styles.table}
              style={{ minWidth: least, ...cardLabels(guide, shown) }}
            >
              <colgroup>
                {cssWidths(widths).map((css, at) => (
                  <col key={shown[at]} style={{ width: css ?? 'auto' }} />
                ))}
              </colgroup>
              <TableHead headers={table.getHeaderGroups()[0]?.headers ?? []} />
              <TableBody table={table} visible={visible} lost={pages.failure !== null} />
            </table>
          </section>
        </>
      )}
      <Failure pages={pages} />
      {visible.awaited && (
        <p role="status" className={styles.shown}>
          Fetching all {formatNumber(pages.total)} incidents for the print…
        </p>
      )}
      <Shown
        drawn={visible.reach}
        total={pages.total}
        everything={hydrated && !visible.printing && !folded}
        fold={hydrated ? fold : null}
        left={left.map((column) => columnLabel(guide, column))}
      />
    </div>
  );
}
