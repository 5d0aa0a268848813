'use client';

import { useMemo } from 'react';
import { CompareLink } from '@/components/compare/compare-link';
import { useDashboard } from '@/components/dashboard/state/dashboard-context';
import { Menu } from '@/components/ui/menu';
import { ViewLink } from '@/components/ui/view-link';
import { parseView } from '@/lib/view/parse';
import { sameFilters } from '@/lib/view/same';
import type { View } from '@/lib/view/view';
import { formatQuantity } from '@/lib/words/figures';
import styles from './named-views.module.css';

/** The named views of the series, and which of them is shown. */
function useNamedViews() {
  const { info, view } = useDashboard();
  const { namedViews, meta } = info.guide;
  const { standard, revision } = view;
  const listed = useMemo(() => {
    const read = (query: string): View => ({
      ...parseView(meta.id, new URLSearchParams(query), { standard }).view,
      revision,
    });
    return namedViews.map((named) => ({ named, target: read(named.query) }));
  }, [namedViews, meta.id, standard, revision]);
  return { listed, current: listed.find(({ target }) => sameFilters(target, view, meta.coverage)) };
}

/** What the series says of the named view that is shown. It stands beneath the chart, so that nothing moves when it comes. */
export function NamedViewNote() {
  const { current } = useNamedViews();
  return current && <p className={styles.note}>{current.named.description}</p>;
}

/** What a line of the usual width holds, in letters; a name takes some more for what stands between names. */
const LINE = 145;
const BETWEEN = 4;

/** How many names, in their order, stand in one line; all where they fit. */
export function namesInLine(names: readonly string[]): number {
  const ends = names.map((_, at) =>
    names.slice(0, at + 1).reduce((sum, { length }) => sum + length + BETWEEN, 0),
  );
  return ends.filter((end) => end <= LINE).length;
}

type Listed = ReturnType<typeof useNamedViews>['listed'];

function ViewList({
  views,
  current,
}: {
  readonly views: Listed;
  readonly current: Listed[number] | undefined;
}) {
  return (
    <ul className={styles.list}>
      {views.map(({ named, target }) => (
        <li key={named.id}>
          <ViewLink
            view={target}
            className={styles.view}
            title={named.description}
            aria-current={named === current?.named ? 'true' : undefined}
          >
            {named.label}
          </ViewLink>
          {named !== current?.named && (
            <CompareLink by="view" item={named.id} name={`this view with “${named.label}”`} />
          )}
        </li>
      ))}
    </ul>
  );
}

/**
 * The views that the series gives a name to, in one line; those beyond it behind a button, on a narrow screen all of them. The one
 * that is shown is marked.
 */
export function NamedViews() {
  const { listed, current } = useNamedViews();
  if (listed.length === 0) return null;
  const fit = namesInLine(listed.map(({ named }) => named.label));
  const [first, more] = [listed.slice(0, fit), listed.slice(fit)];
  const label = (
    <>
      <span className={styles.wide}>{more.length} more</span>
      <span className={styles.narrow}>
        {formatQuantity(listed.length, { one: 'named view', many: 'named views' })}
      </span>
    </>
  );
  return (
    <nav aria-label="Views of this series" className={styles.views}>
      <ViewList views={first} current={current} />
      <div className={more.length > 0 ? undefined : styles.narrow}>
        <Menu label={current && more.includes(current) ? current.named.label : label}>
          <div className={styles.narrow}>
            <ViewList views={first} current={current} />
          </div>
          <ViewList views={more} current={current} />
        </Menu>
      </div>
    </nav>
  );
}
