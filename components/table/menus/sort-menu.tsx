'use client';

import { type FormEvent, useId } from 'react';
import { useDashboard } from '@/components/dashboard/state/dashboard-context';
import { Menu } from '@/components/ui/menu';
import { useHydrated } from '@/components/ui/use-browser-state';
import { ViewFields } from '@/components/ui/view-fields';
import type { SeriesInfo } from '@/lib/query/info/series-info';
import { changeView } from '@/lib/view/change';
import { serializeSort } from '@/lib/view/grammar/forms';
import { defaultView } from '@/lib/view/keys';
import { parseView } from '@/lib/view/parse';
import { viewHref } from '@/lib/view/serialize';
import type { SortKey } from '@/lib/view/view';
import { columnLabel } from '@/lib/words/labels';
import styles from './incident-toolbar.module.css';
import { directionWords, sortInForce } from './sort-order';

const PLACES = ['Sort by', 'then by', 'then by'] as const;

function Key(props: {
  readonly info: SeriesInfo;
  readonly label: string;
  readonly value: string;
  readonly optional: boolean;
}) {
  const id = useId();
  const { guide, offers } = props.info;
  const choices: readonly SortKey[] = offers.columns.flatMap((column) => [
    { column, descending: false },
    { column, descending: true },
  ]);
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{props.label}</label>
      <select id={id} className="control" name="sort" key={props.value} defaultValue={props.value}>
        {props.optional && <option value="">nothing more</option>}
        {choices.map((key) => (
          <option key={serializeSort([key])} value={serializeSort([key])}>
            {columnLabel(guide, key.column)}, {directionWords(guide, key)}
          </option>
        ))}
      </select>
    </div>
  );
}

/** Sorting by any column and by several, without a pointer, without scripts, and where the head is out of sight. */
export function SortMenu() {
  const { info, view, go } = useDashboard();
  const keys = sortInForce(view.sort);
  // Each is a list of all columns: without scripts one more than there are keys is enough, for each step can add another.
  const places = PLACES.slice(0, useHydrated() ? PLACES.length : keys.length + 1);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const asked = new FormData(event.currentTarget).getAll('sort').filter((value) => value !== '');
    const params = new URLSearchParams({ sort: asked.join(',') });
    const { sort } = parseView(view.dataset, params).view;
    go((now) => changeView(now, { sort }));
    const menu = event.currentTarget.closest('details');
    if (menu) menu.open = false;
    menu?.querySelector('summary')?.focus();
  };
  return (
    <Menu label="Sort">
      <form
        className={styles.form}
        action={viewHref(defaultView(view.dataset, view.standard))}
        method="get"
        onSubmit={submit}
      >
        <ViewFields view={view} except={['sort', 'incident']} />
        {places.map((label, place) => (
          <Key
            // biome-ignore lint/suspicious/noArrayIndexKey: three fixed places
            key={place}
            info={info}
            label={label}
            value={keys[place] ? serializeSort([keys[place]]) : ''}
            optional={place > 0}
          />
        ))}
        <button className="control primary" type="submit">
          Sort
        </button>
      </form>
    </Menu>
  );
}
