'use client';

import type { Header, RowData, TableFeatures } from '@tanstack/react-table';
import type { MouseEvent } from 'react';
import { useDashboard } from '@/components/dashboard/state/dashboard-context';
import { useLateAddress } from '@/components/ui/later/late-address';
import { type Column, isNumeric } from '@/lib/series/field-table';
import { changeView } from '@/lib/view/change';
import { viewHref } from '@/lib/view/serialize';
import type { View } from '@/lib/view/view';
import { columnLabel } from '@/lib/words/labels';
import styles from './incident-table.module.css';
import { directionWords, sortInForce, toggleSort } from './menus/sort-order';

/** The arrow of a sorted column, with its place among several keys. */
function Arrow(props: { readonly descending: boolean; readonly place: number | null }) {
  return (
    <span aria-hidden="true" className={styles.arrow}>
      {props.descending ? '↓' : '↑'}
      {props.place}
    </span>
  );
}

/** The head of one column: a link that sorts by it. A second click turns the order round, Shift adds a key. */
function HeadCell({ column }: { readonly column: Column }) {
  const { view, go, viewNow, info } = useDashboard();
  const { guide } = info;
  const keys = sortInForce(view.sort);
  const at = keys.findIndex((key) => key.column === column);
  const key = keys[at] ?? null;
  const order = key?.descending ? 'descending' : 'ascending';
  const sorted = (now: View, added: boolean) =>
    changeView(now, { sort: toggleSort(guide, now.sort, column, added) });
  const { ref, href } = useLateAddress(() => viewHref(sorted(viewNow(), false)));
  const sortBy = (event: MouseEvent) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.altKey) return;
    event.preventDefault();
    go((now) => sorted(now, event.shiftKey));
  };
  return (
    <th
      {...{ role: 'columnheader' }}
      scope="col"
      data-beneath-strip=""
      aria-sort={at === 0 ? order : undefined}
      data-column={column}
      data-numeric={isNumeric(info.guide, column) || undefined}
      data-sorted={key !== null || undefined}
    >
      <a
        ref={ref}
        href={href}
        onClick={sortBy}
        title="Sort by this column; with Shift, after those sorted by before"
      >
        {columnLabel(info.guide, column)}
        {key && <Arrow descending={key.descending} place={keys.length > 1 ? at + 1 : null} />}
        {key && at > 0 && (
          <span className="visually-hidden">
            {' '}
            (key {at + 1}, {directionWords(guide, key)})
          </span>
        )}
      </a>
    </th>
  );
}

/** The head of the table, which stays in sight while rows scroll. */
export function TableHead<F extends TableFeatures, R extends RowData>(props: {
  readonly headers: readonly Header<F, R>[];
}) {
  return (
    <thead data-beneath-strip="" {...{ role: 'rowgroup' }}>
      <tr {...{ role: 'row' }} aria-rowindex={1}>
        {props.headers.map(({ id }) => (
          <HeadCell key={id} column={id as Column} />
        ))}
      </tr>
    </thead>
  );
}
