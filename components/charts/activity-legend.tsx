'use client';

import { useDashboard } from '@/components/view/dashboard-context';
import { ViewLink } from '@/components/view/view-link';
import { NONE } from '@/lib/query/query';
import type { FacetResult } from '@/lib/query/result';
import type { SeriesInfo } from '@/lib/query/series-info';
import type { ActivityData } from '@/lib/render/activity-data';
import { toggleView } from '@/lib/render/activity-links';
import { formatNumber, NOT_REPORTED_TEXT } from '@/lib/render/figures';
import { colourName, paletteOrder } from '@/lib/render/palette';
import { seriesLabel } from '@/lib/render/series-label';
import { selectedOf } from '@/lib/render/series-links';
import styles from './activity-legend.module.css';

interface Entry {
  /** The value that a click toggles; null where none can be named. */
  readonly id: string | null;
  readonly label: string;
  readonly colour: string;
  /** Its figure; null where it is not drawn. */
  readonly total: string | null;
  readonly place: number;
}

const LAST = Number.MAX_SAFE_INTEGER;

function drawnEntries(data: ActivityData, order: readonly string[]): readonly Entry[] {
  return data.series.map(({ kind, members, label, colour, total }) => {
    const [id = null] = members;
    const own = kind === 'one' || kind === 'none';
    const index = order.indexOf(id ?? '');
    return {
      id: own ? id : null,
      label,
      colour,
      total: total === null ? NOT_REPORTED_TEXT : formatNumber(total),
      place: kind === 'one' && index >= 0 ? index : kind === 'none' ? LAST : order.length,
    };
  });
}

/** The values of the palette that are not drawn now, but would be if they were selected. */
function waitingEntries(
  data: ActivityData,
  info: SeriesInfo,
  order: readonly string[],
  facet: FacetResult | null,
): readonly Entry[] {
  const drawn = new Set(data.series.flatMap(({ kind, members }) => (kind === 'other' ? [] : members)));
  const known = new Set(facet?.values.filter(({ high }) => high > 0).map(({ id }) => id));
  return [...order, NONE]
    .filter((id) => known.has(id) && !drawn.has(id))
    .map((id) => ({
      id,
      label: seriesLabel(info.guide, data.split, id).short,
      colour: colourName(order, id),
      total: null,
      place: id === NONE ? LAST : order.indexOf(id),
    }));
}

function EntryBody({ entry }: { readonly entry: Entry }) {
  return (
    <>
      <span
        className={styles.swatch}
        style={{
          borderColor: `var(${entry.colour})`,
          background: entry.total === null ? 'transparent' : `var(${entry.colour})`,
        }}
      />
      <span className={styles.name}>{entry.label}</span>{' '}
      {entry.total !== null && <span className={styles.total}>{entry.total}</span>}
    </>
  );
}

/** What the colours mean. An entry is the filter of its value: a click adds it to the filter or takes it out. */
export function ActivityLegend({ data }: { readonly data: ActivityData }) {
  const { info, view, answers } = useDashboard();
  if (data.split === 'none') return null;
  const order = paletteOrder(info, data.split);
  const selected = selectedOf(view, data.split);
  const facet = answers.facets[data.split];
  const entries = [...drawnEntries(data, order), ...waitingEntries(data, info, order, facet)].sort(
    (a, b) => a.place - b.place,
  );
  return (
    <ul className={styles.legend} aria-label={`Series by ${data.split}; each toggles the filter`}>
      {entries.map((entry) => (
        <li key={entry.id ?? entry.label}>
          {entry.id === null ? (
            <span className={styles.entry}>
              <EntryBody entry={entry} />
            </span>
          ) : (
            <ViewLink
              className={styles.entry}
              view={toggleView(view, info.guide, data.split, entry.id)}
              aria-current={selected.includes(entry.id) ? 'true' : undefined}
              data-waiting={entry.total === null ? '' : undefined}
            >
              <EntryBody entry={entry} />
            </ViewLink>
          )}
        </li>
      ))}
    </ul>
  );
}
