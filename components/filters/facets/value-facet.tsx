'use client';

import { useState } from 'react';
import { CompareLink } from '@/components/compare/compare-link';
import { useDashboard } from '@/components/dashboard/state/dashboard-context';
import type { Count, FacetValue } from '@/lib/query/result';
import { roleOf } from '@/lib/series/field-table';
import { isOwnKey, type OwnKey } from '@/lib/series/fields';
import type { Noun } from '@/lib/series/measures';
import { byCodePoint } from '@/lib/text/order';
import { changeView } from '@/lib/view/change';
import { toggleOwn } from '@/lib/view/grammar/own-clause';
import { knownIds, type TickKey } from '@/lib/view/keys';
import { tickedIn, toggleValue, withTicked } from '@/lib/view/toggle';
import type { View } from '@/lib/view/view';
import { standingLabel } from '@/lib/words/labels';
import { FacetSection, ShowAll } from './facet-section';
import styles from './facets.module.css';
import { longName, NO_COUNT, Tick, tellingEnd, ValueName } from './tick';
import { firstWith, ranked, useListed } from './use-listed';

/** Values that are shown before the rest is folded away. */
const TOP = 8;

interface Counted {
  readonly id: string;
  readonly label: string;
  readonly count: Count;
}

/** Where an id stands in the order of a vocabulary; all in one place where there is none. */
type Place = (id: string) => number;

function placeIn(order: readonly string[]): Place {
  return (id) => (order.includes(id) ? order.indexOf(id) : order.length);
}

/** The ids with an incident, most incidents first. */
function countedIds(values: readonly FacetValue[], label: (id: string) => string): readonly string[] {
  return values
    .filter(({ high }) => high > 0)
    .map((value) => ({ ...value, label: label(value.id) }))
    .sort((a, b) => b.best - a.best || byCodePoint(a.label, b.label))
    .map(({ id }) => id);
}

/** Those listed and those selected, with what each counts now. */
function facetValues(
  values: readonly FacetValue[],
  listed: readonly string[],
  selected: readonly string[],
  label: (id: string) => string,
  place: Place,
): readonly Counted[] {
  const counts = new Map<string, Count>(values.map((value) => [value.id, value]));
  return [...new Set([...listed, ...selected])]
    .sort((a, b) => place(a) - place(b))
    .map((id) => ({
      ...{ id, label: label(id), count: counts.get(id) ?? NO_COUNT },
    }));
}

function selectedIn(view: View, facet: TickKey | OwnKey): readonly string[] {
  return isOwnKey(facet) ? (view.own.find(({ key }) => key === facet)?.values ?? []) : tickedIn(view, facet);
}

function toggledIn(view: View, facet: TickKey | OwnKey, id: string): View {
  return isOwnKey(facet)
    ? changeView(view, { own: toggleOwn(view.own, facet, id) })
    : toggleValue(view, facet, id);
}

/** The view with one value of a facet and no other: what the count beside the value is of. */
function aloneIn(view: View, facet: TickKey | OwnKey, id: string): View {
  if (!isOwnKey(facet)) return withTicked(view, facet, [id]);
  const others = view.own.filter(({ key }) => key !== facet);
  return changeView(view, { own: toggleOwn(others, facet, id) });
}

function splitWords(facet: TickKey | OwnKey): Noun {
  return roleOf(facet)?.noun ?? { one: 'value', many: 'values' };
}

/** A facet without a hierarchy: each value with its count, a link to tick it. */
export function ValueFacet(props: {
  readonly facet: Exclude<TickKey, 'actor'> | OwnKey;
  readonly title: string;
  readonly order: 'vocabulary' | 'by-count';
  readonly note?: string;
}) {
  const { facet, title, order, note } = props;
  const { info, view, settled } = useDashboard();
  const [open, setOpen] = useState(false);
  const { guide } = info;
  const selected = selectedIn(view, facet);
  const label = (id: string) => standingLabel(guide, facet, id);
  const values = settled.answers.facets[facet]?.values ?? [];
  const place = placeIn(order === 'vocabulary' && !isOwnKey(facet) ? knownIds(guide, facet) : []);
  const listed = useListed(countedIds(values, label));
  const all = facetValues(values, listed, selected, label, place);
  const isLong = all.length > TOP;
  const list = isLong ? ranked(all) : all;
  const folded = firstWith(list, TOP, ({ id }) => selected.includes(id));
  const hidden = list.length - folded.length;
  const shown = open ? list : folded;
  // Where all are listed none is cut.
  const isFolded = isLong && !open;
  const names = isFolded ? shown.map((value) => value.label) : [];
  return (
    <FacetSection title={title} clears={facet} isSet={selected.length > 0} note={note}>
      {list.length === 0 && <p className={styles.note}>None under the other filters.</p>}
      <ul className={isFolded ? `${styles.values} ${styles.folded}` : styles.values}>
        {shown.map((value, rank) => (
          <li key={isLong ? rank : value.id} className={styles.row}>
            <Tick
              view={(now) => toggledIn(now, facet, value.id)}
              on={selected.includes(value.id)}
              count={value.count}
              counts={(of) => aloneIn(of, facet, value.id)}
              title={longName(value.label)}
            >
              <ValueName name={value.label} end={isFolded ? tellingEnd(value.label, names) : null} />
            </Tick>
            <CompareLink by={facet} item={value.id} name={value.label} />
          </li>
        ))}
      </ul>
      <ShowAll {...{ hidden, open }} what={splitWords(facet)} onOpen={setOpen} />
    </FacetSection>
  );
}
