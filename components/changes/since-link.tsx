'use client';

import { useAsked } from '@/components/dashboard/state/use-asked';
import { useServedSearch, useView } from '@/components/dashboard/state/use-view';
import { type ChangeSummary, summaryInWords } from '@/lib/export/changes/summary';
import type { DatasetId } from '@/lib/series/model';
import { dayInWords } from '@/lib/time/format';
import { servedTwinHref } from '@/lib/view/addresses/addresses';
import { changeView } from '@/lib/view/change';
import { serializeView, viewHref, withKey } from '@/lib/view/serialize';
import type { Standard, View } from '@/lib/view/view';
import styles from './changes.module.css';

interface Known {
  readonly query: string;
  readonly words: string | null;
}

/** The summary for a view, asked of the server; null where it could not be had. */
async function ask(view: View, signal: AbortSignal): Promise<string | null> {
  const response = await fetch(withKey(servedTwinHref(view, 'changes.json'), 'limit', '0'), { signal });
  if (!response.ok) return null;
  const { summary } = (await response.json()) as { summary: ChangeSummary };
  return summaryInWords(summary);
}

/** What is known of the view that is shown now: from the page at first, then asked for as the filters change. */
function useWords(view: View, first: Known): string | null {
  const query = serializeView(view);
  const isKnown = query === first.query || view.revision === null;
  const { asked } = useAsked(
    isKnown ? [] : [{ key: query, run: (signal: AbortSignal) => ask(view, signal) }],
  );
  if (isKnown) return query === first.query ? first.words : null;
  return asked[0]?.kind === 'answer' ? asked[0].result : null;
}

/** Above a frozen view of an older revision: what has changed in it since, and the way to the current one. */
export function SinceLink(props: {
  readonly dataset: DatasetId;
  readonly standard: Standard;
  readonly current: { readonly revision: string; readonly published: string };
  readonly first: Known;
}) {
  const { dataset, standard, current, first } = props;
  const { view } = useView(dataset, standard, useServedSearch());
  const words = useWords(view, first);
  if (view.revision === null) return null;
  const changed =
    words === null
      ? 'there is a newer revision'
      : words === 'nothing has changed'
        ? 'nothing has changed in this view'
        : `${words} in this view`;
  return (
    <aside className={styles.band} aria-label="Since this link">
      <p>
        Since this link: <b>{changed}</b>. The figures below are those of the revision that the link names.
      </p>
      <p className={styles.ways}>
        <a href={viewHref(view, '/changes')}>See the differences</a>
        <a href={viewHref(changeView(view, { revision: null }))}>
          Open the current revision of {dayInWords(current.published)}
        </a>
      </p>
    </aside>
  );
}
