'use client';

import { useState } from 'react';
import { CompareLink } from '@/components/compare/compare-link';
import { useDashboard } from '@/components/dashboard/state/dashboard-context';
import type { FacetValue } from '@/lib/query/result';
import { roleOf } from '@/lib/series/field-table';
import { isOwnKey, type OwnKey } from '@/lib/series/fields';
import { byCodePoint } from '@/lib/text/order';
import { changeView } from '@/lib/view/change';
import { toggleOwn } from '@/lib/view/grammar/own-clause';
import { knownIds, type TickKey } from '@/lib/view/keys';
import { tickedIn, toggleValue, withTicked } from '@/lib/view/toggle';
import type { View } from '@/lib/view/view';
import { capitalised, labelOf } from '@/lib/words/labels';
import { FacetSection, ShowAll } from './facet-section';
import styles from './facets.module.css';
import { NO_COUNT, Tick } from './tick';

/** Values that are shown before the rest is folded away. */
const TOP = 8;

type Counted = FacetValue & { readonly label: string };

/** The values with an incident and those selected: ranked by count, or in the order of the vocabulary. */
function facetValues(
  values: readonly FacetValue[],
  selected: readonly string[],
  order: readonly string[] | 'by-count',
  label: (id: string) => string,
): readonly Counted[] {
  const missing = selected.filter((id) => !values.some((value) => value.id === id));
  const all = [...values, ...missing.map((id) => ({ id, ...NO_COUNT }))];
  const place = (id: string) => (order === 'by-count' || !order.includes(id) ? 99 : order.indexOf(id));
  return all
    .map((value) => ({ ...value, label: label(value.id) }))
    .sort((a, b) => place(a.id) - place(b.id) || b.best - a.best || byCodePoint(a.label, b.label));
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

function splitWords(facet: TickKey | OwnKey): string {
  return roleOf(facet)?.noun?.many ?? 'values';
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
  const values = facetValues(
    settled.answers.facets[facet]?.values ?? [],
    selected,
    order === 'vocabulary' && !isOwnKey(facet) ? knownIds(guide, facet) : 'by-count',
    (id) => (isOwnKey(facet) ? labelOf(guide, facet, id) : capitalised(labelOf(guide, facet, id))),
  );
  const isExtra = (value: Counted, index: number) => index >= TOP && !selected.includes(value.id);
  const hidden = values.filter(isExtra).length;
  const shown = open ? values : values.filter((value, index) => !isExtra(value, index));
  return (
    <FacetSection title={title} view={view} clears={facet} isSet={selected.length > 0} note={note}>
      {values.length === 0 && <p className={styles.note}>None under the other filters.</p>}
      <ul className={styles.values}>
        {shown.map((value) => (
          <li key={value.id} className={styles.row}>
            <Tick
              view={toggledIn(view, facet, value.id)}
              on={selected.includes(value.id)}
              count={value}
              counts={aloneIn(settled.view, facet, value.id)}
            >
              {value.label}
            </Tick>
            <CompareLink by={facet} item={value.id} name={value.label} />
          </li>
        ))}
      </ul>
      <ShowAll {...{ hidden, open }} what={splitWords(facet)} onOpen={setOpen} />
    </FacetSection>
  );
}
