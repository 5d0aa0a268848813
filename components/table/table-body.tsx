'use client';

import type { Row, Table } from '@tanstack/react-table';
import { FlexRender } from '@tanstack/react-table';
import { type FocusEvent, Fragment, type MouseEvent, memo } from 'react';
import { useNavigation, useSettled } from '@/components/dashboard/state/dashboard-context';
import { type Column, isNumeric } from '@/lib/series/field-table';
import type { SeriesGuide } from '@/lib/series/model';
import { pageText } from '@/lib/text/fold';
import { changeView } from '@/lib/view/change';
import { cellWords, isPartOfTitle } from '@/lib/words/cells';
import { formatNumber } from '@/lib/words/figures';
import { columnLabel } from '@/lib/words/labels';
import { cssString } from './cells/css-string';
import type { features, TableItem } from './cells/table-columns';
import styles from './incident-table.module.css';
import type { VisibleItems } from './rows/use-visible-items';

type TableRow = Row<typeof features, TableItem>;

/** The room that rows left out of the page take. */
function Gap({ height, columns }: { readonly height: number; readonly columns: number }) {
  if (height <= 0) return null;
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a row is no control, and this one holds nothing
    <tr aria-hidden="true" className={styles.gap}>
      <td colSpan={columns} style={{ height }} />
    </tr>
  );
}

interface CellsProps {
  readonly row: TableRow;
  /** What the cells are made by. */
  readonly columns: unknown;
  readonly lost: boolean;
}

/** Whether two rows draw the same: the table makes new ones whenever it is drawn, of the incidents it had. */
function sameCells(old: CellsProps, fresh: CellsProps): boolean {
  const [before, now] = [old.row, fresh.row];
  return (
    old.lost === fresh.lost &&
    old.columns === fresh.columns &&
    before.original.row === now.original.row &&
    before.original.index === now.original.index
  );
}

/** What the cells of a column are called in cards; date and title say themselves what they are. */
function labelIn(guide: SeriesGuide, column: Column): string | undefined {
  return column === 'date' || column === 'title' ? undefined : columnLabel(guide, column);
}

/** So many columns have their label in a property of the table, which its styles read: in each cell it would be there once a row. */
const LABELLED = 12;

/** The labels of the first columns, for styles of the table. */
export function cardLabels(guide: SeriesGuide, columns: readonly Column[]): Readonly<Record<string, string>> {
  const labels = columns.slice(0, LABELLED).map((column, at) => {
    const label = labelIn(guide, column);
    return label === undefined ? [] : [[`--label-${at + 1}`, cssString(pageText(label))] as const];
  });
  return Object.fromEntries(labels.flat());
}

const Cells = memo(function Cells({ row, lost }: CellsProps) {
  const { guide } = useSettled().info;
  const cells = row.getAllCells();
  if (row.original.row === null) {
    return (
      <td {...{ role: 'cell' }} colSpan={cells.length} className={styles.placeholder}>
        Row {formatNumber(row.original.index + 1)} {lost ? 'could not be loaded' : 'is being loaded…'}
      </td>
    );
  }
  const { incident } = row.original.row;
  // In a card a type or a region that the title says would stand there twice.
  const isSaid = (id: string) =>
    (id === 'type' || id === 'region') && isPartOfTitle(incident, cellWords(guide, incident, id, 'apart'));
  return cells.map((cell, at) => (
    <td
      {...{ role: 'cell' }}
      key={cell.id}
      data-column={cell.column.id}
      data-said={isSaid(cell.column.id) || undefined}
      data-label={at < LABELLED ? undefined : labelIn(guide, cell.column.id as Column)}
      data-numeric={isNumeric(guide, cell.column.id as Column) || undefined}
    >
      <FlexRender cell={cell} />
    </td>
  ));
}, sameCells);

/** Whether a click in a row was meant for the row: not for a link in it, and not to select text. */
function meansRow(event: MouseEvent): boolean {
  const target = event.target as Element;
  return target.closest('a, button') === null && String(window.getSelection() ?? '') === '';
}

/** The index of the row that an event came from. */
function indexOf(event: MouseEvent | FocusEvent): number | null {
  const row = (event.target as Element).closest<HTMLElement>('[data-index]');
  return row ? Number(row.dataset.index) : null;
}

/** The rows: plain ones without scripts, else those near the scrolled part with room for the others. */
export function TableBody(props: {
  readonly table: Table<typeof features, TableItem>;
  readonly visible: VisibleItems;
  /** Rows asked for did not come. */
  readonly lost: boolean;
}) {
  const { view } = useSettled();
  const { go } = useNavigation();
  const { items, gapBefore, gapAfter, measure, holdFocus } = props.visible;
  const { columns } = props.table.options;
  const open = (event: MouseEvent) => {
    const index = indexOf(event);
    const incident = items.find((item) => item.index === index)?.row?.incident;
    if (incident && meansRow(event)) go((now) => changeView(now, { incident: incident.id }));
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the title in each row is a link and does the same for keys
    <tbody
      {...{ role: 'rowgroup' }}
      onClick={open}
      onFocus={(event) => holdFocus(indexOf(event))}
      onBlur={() => holdFocus(null)}
    >
      {props.table.getRowModel().rows.map((row, at) => (
        <Fragment key={row.original.index}>
          <Gap height={gapBefore(at)} columns={columns.length} />
          <tr
            {...{ role: 'row' }}
            ref={measure}
            aria-rowindex={row.original.index + 2}
            data-index={row.original.index}
            aria-current={
              view.incident !== null && view.incident === row.original.row?.incident.id ? 'true' : undefined
            }
          >
            <Cells row={row} columns={columns} lost={props.lost} />
          </tr>
        </Fragment>
      ))}
      <Gap height={gapAfter} columns={columns.length} />
    </tbody>
  );
}
