'use client';

import { CompareLink } from '@/components/compare/compare-link';
import { useDashboard, useSettled } from '@/components/dashboard/state/dashboard-context';
import type { NextView } from '@/components/dashboard/state/use-view';
import { useTallest } from '@/components/ui/room/use-tallest';
import { ViewLink } from '@/components/ui/view-link';
import type { SeriesInfo } from '@/lib/query/info/series-info';
import { drawnGroups, standingGroups } from '@/lib/query/plan/drawn-groups';
import { NONE } from '@/lib/query/query';
import type { FacetResult } from '@/lib/query/result';
import type { ActivityData } from '@/lib/render/activity/data';
import { restIsDoubt, selectedOf } from '@/lib/render/activity/group-links';
import type { ActivityGroup } from '@/lib/render/activity/groups';
import { groupView, toggleView } from '@/lib/render/activity/links';
import { comparedField } from '@/lib/render/comparison/offers';
import { colourName } from '@/lib/render/scene/palette';
import type { Split } from '@/lib/series/field-table';
import { regionParts } from '@/lib/series/places/region-tree';
import { isStacked, type View } from '@/lib/view/view';
import { bestInWords, formatNumber } from '@/lib/words/figures';
import { groupLabel } from '@/lib/words/groups';
import styles from './activity-legend.module.css';
import { BRING_FORWARD } from './bring-forward';

interface Entry {
  /** The view that a click leads to; null where no address can say it. */
  readonly to: NextView | null;
  /** Whether it is chosen now. */
  readonly on: boolean;
  readonly label: string;
  /** The label without how a stack counts the group, which the caption says once for all of them. */
  readonly name: string;
  readonly colour: string;
  /** The index of its group in the chart; null where it is not drawn. */
  readonly group: number | null;
  /** The value that it stands for; null where it stands for several. */
  readonly id: string | null;
  /** Its figure; null where it is not drawn. */
  readonly total: string | null;
  /** What keeps the room of its figure where it is not drawn, so that no other entry moves when it is chosen or left. */
  readonly room: string;
  readonly place: number;
}

/** The dashboard that the legend stands in. */
interface Shown {
  readonly view: View;
  readonly info: SeriesInfo;
}

const LAST = Number.MAX_SAFE_INTEGER;

/** What a click on a value of the split leads to: its filter, with the value added or taken out. */
function toggle({ view, info }: Shown, split: Split, id: string): Pick<Entry, 'to' | 'on'> {
  return { to: (now) => toggleView(now, info.guide, split, id), on: selectedOf(view, split).includes(id) };
}

/** What a click on a drawn group leads to. In a stack the rest is more than the filter `none` selects. */
function chosen(shown: Shown, data: ActivityData, one: ActivityGroup): Pick<Entry, 'to' | 'on'> {
  const [id = null] = one.members;
  const rest = one.kind === 'none' && restIsDoubt(data.split, isStacked(data.mode));
  const own = (one.kind === 'one' || one.kind === 'none') && !rest;
  if (own && id !== null) return toggle(shown, data.split, id);
  const choice = groupView(shown.view, data, one);
  return { to: choice?.view ?? null, on: choice?.on ?? false };
}

function drawnEntries(shown: Shown, data: ActivityData, order: readonly string[]): readonly Entry[] {
  return data.groups.map((one, group) => {
    const { kind, members, label, colour, total } = one;
    const index = order.indexOf(members[0] ?? '');
    return {
      ...chosen(shown, data, one),
      label,
      name: kind === 'one' ? groupLabel(shown.info.guide, data, members[0] ?? null).short : label,
      colour,
      group,
      id: kind === 'one' || kind === 'none' ? (members[0] ?? null) : null,
      room: '',
      total: data.mode === 'share' && total.best !== null ? `${bestInWords(total)} %` : bestInWords(total),
      place: kind === 'one' && index >= 0 ? index : kind === 'none' ? LAST : order.length,
    };
  });
}

/** The values of a split that are parts of others. */
function partsIn({ actorRelations, regions }: SeriesInfo['guide'], split: Split): ReadonlySet<string> {
  if (split === 'region') return new Set(regionParts(regions).map(({ child }) => child));
  const parts = split === 'actor' ? actorRelations.filter(({ kind }) => kind === 'part') : [];
  return new Set(parts.map(({ child }) => child));
}

/** The values of the palette that are not drawn now, but would be if they were selected. */
function waitingEntries(
  shown: Shown,
  data: ActivityData,
  { order, colours }: { readonly order: readonly string[]; readonly colours: readonly string[] },
  facet: FacetResult | null,
): readonly Entry[] {
  const drawn = new Set(data.groups.flatMap(({ kind, members }) => (kind === 'other' ? [] : members)));
  const known = new Map(facet?.values.filter(({ high }) => high > 0).map((value) => [value.id, value]));
  // Rolled up, a part is drawn in its whole, and choosing it would narrow to it.
  const parts = data.roll === 'up' ? partsIn(shown.info.guide, data.split) : new Set();
  return [...order, NONE]
    .filter((id) => known.has(id) && !drawn.has(id) && !parts.has(id))
    .map((id) => ({ id, name: groupLabel(shown.info.guide, data, id).short }))
    .map(({ id, name }) => ({
      ...toggle(shown, data.split, id),
      ...{ label: name, name },
      colour: colourName(colours, id),
      group: null,
      id,
      total: null,
      room: formatNumber(known.get(id)?.best ?? 0),
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
      <span className={styles.name}>{entry.name}</span>
      <span className="visually-hidden">{entry.label.slice(entry.name.length)}</span>{' '}
      {entry.total !== null && <span className={styles.total}>{entry.total}</span>}
      <span className={styles.room} data-figure={entry.room} />
    </>
  );
}

/** What a click on an entry does to the filter, for those to whom its state tells too little. */
function whatItDoes({ on, label, name }: Entry, filtered: boolean): string {
  if (on) return `Take ${name} out of the filter`;
  return filtered ? `Show ${label} too` : `Show nothing but ${name}`;
}

/** What the colours mean. An entry is the filter of its value: a click adds it to the filter or takes it out. */
export function ActivityLegend({ data }: { readonly data: ActivityData }) {
  const { info, answers } = useSettled();
  const { view } = useDashboard();
  const tallest = useTallest<HTMLUListElement>();
  if (data.split === 'none') return null;
  const order = standingGroups(info, data);
  const colours = drawnGroups(info, data.split);
  const by = comparedField(data.split);
  const facet = answers.facets[data.split] ?? null;
  const entries = [
    ...drawnEntries({ info, view }, data, order),
    ...waitingEntries({ info, view }, data, { order, colours }, facet),
  ].sort((a, b) => a.place - b.place);
  return (
    <ul
      ref={tallest}
      className={styles.legend}
      aria-label={`Groups by ${data.split}; each toggles the filter`}
      // Its room stays where nothing is drawn nor could be; a list of nothing is no list.
      aria-hidden={entries.length === 0 || undefined}
      {...BRING_FORWARD}
    >
      {entries.map((entry) => (
        <li key={entry.label} data-forward={entry.group ?? undefined}>
          {entry.to === null ? (
            <span className={styles.entry}>
              <EntryBody entry={entry} />
            </span>
          ) : (
            <ViewLink
              className={styles.entry}
              view={entry.to}
              aria-current={entry.on ? 'true' : undefined}
              title={whatItDoes(entry, selectedOf(view, data.split).length > 0)}
              data-waiting={entry.total === null ? '' : undefined}
            >
              <EntryBody entry={entry} />
            </ViewLink>
          )}
          {by !== null && entry.id !== null && <CompareLink by={by} item={entry.id} name={entry.name} />}
        </li>
      ))}
    </ul>
  );
}
