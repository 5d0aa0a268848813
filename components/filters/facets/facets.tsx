'use client';

import { type ComponentType, memo, type ReactNode, type RefObject, useRef, useState } from 'react';
import { useDashboard } from '@/components/dashboard/state/dashboard-context';
import { DrawnInSight } from '@/components/dashboard/state/drawn-in-sight';
import { ViewLink } from '@/components/ui/view-link';
import type { SeriesInfo } from '@/lib/query/info/series-info';
import { type Column, type Facet, type Field, fieldsOf, roleOf } from '@/lib/series/field-table';
import { type OwnKey, ownField, ownKey } from '@/lib/series/fields';
import { hasRegionTree } from '@/lib/series/places/region-tree';
import { sitePath } from '@/lib/text/site-path';
import { activeFilters, clearFilters } from '@/lib/view/change';
import type { TickKey } from '@/lib/view/keys';
import type { View } from '@/lib/view/view';
import { isRangeKind } from '@/lib/words/address/own-ranges';
import { columnLabel } from '@/lib/words/labels';
import { ActorFacet } from './actor-facet';
import { AllAsData } from './facet-section';
import styles from './facets.module.css';
import { RangeFacet } from './range-facet';
import { RegionFacet } from './region-facet';
import { DisputedSwitch, ScopeSwitch } from './switches';
import { ValueFacet } from './value-facet';

/** Facets that are more than a list of values. */
const SPECIAL: Readonly<Partial<Record<Facet, ComponentType>>> = {
  actor: ActorFacet,
  disputed: DisputedSwitch,
  scope: ScopeSwitch,
};

/** One facet: values that the series brings itself by their counts, those of the model in its order. */
const OneFacet = memo(function OneFacet({ facet }: { readonly facet: Facet }) {
  const { guide } = useDashboard().info;
  const Special = facet === 'region' && hasRegionTree(guide.regions) ? RegionFacet : SPECIAL[facet];
  if (Special !== undefined) return <Special />;
  const { vocabulary = null, apart = null } = roleOf(facet) ?? {};
  const note = apart && `${apart.why}: choosing them sets the others aside, and the other way round.`;
  return (
    <ValueFacet
      facet={facet as Exclude<TickKey, 'actor'> | OwnKey}
      title={columnLabel(guide, facet as Column)}
      order={vocabulary === null || 'list' in vocabulary ? 'by-count' : 'vocabulary'}
      {...(note === null ? {} : { note })}
    />
  );
});

/** So many facets stand open; of a series with more, those that follow fold into one disclosure. */
const MOST_OPEN = 10;

/** One facet of the table of fields; null where the series has nothing to choose from and nothing is chosen. */
function facetOf(info: SeriesInfo, set: readonly string[], { key, uses }: Field): ReactNode {
  // A filter that is set stays in sight, whatever the series offers.
  const own = ownField(info.guide, key);
  if (own !== undefined && isRangeKind(own.kind)) {
    const offered = info.offers.columns.includes(ownKey(own)) || set.includes(key);
    return offered ? <RangeFacet field={own} kind={own.kind} /> : null;
  }
  const offered = info.offers.facets.includes(key as Facet) || set.includes(key);
  return uses.includes('facet') && offered ? <OneFacet facet={key as Facet} /> : null;
}

/** The facets that fold, open once one of them is set; in the page once they are open. */
function MoreFacets(props: {
  readonly many: number;
  readonly holdsSet: boolean;
  readonly children: ReactNode;
}) {
  const { many, holdsSet, children } = props;
  const [open, setOpen] = useState(holdsSet);
  const [known, setKnown] = useState(holdsSet);
  if (known !== holdsSet) {
    setKnown(holdsSet);
    if (holdsSet) setOpen(true);
  }
  return (
    <details className={styles.rest} open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {many} more {many === 1 ? 'filter' : 'filters'}
      </summary>
      {open ? children : <AllAsData what="filters" />}
    </details>
  );
}

/** How many filters are on. The two ends of the window are one, as they are one chip. */
export function filtersOn(view: View): number {
  const set: readonly string[] = activeFilters(view);
  return set.filter((key) => key !== 'to' || !set.includes('from')).length;
}

/** The way out of all filters; nothing where none is on. The focus then goes to the heading beside it. */
export function ClearAll({ heading }: { readonly heading: RefObject<HTMLElement | null> }) {
  const { view } = useDashboard();
  if (filtersOn(view) === 0) return null;
  const keepFocus = () => heading.current?.focus({ preventScroll: true });
  return (
    <ViewLink view={clearFilters} className={styles.clear} onGone={keepFocus}>
      Clear all
    </ViewLink>
  );
}

/** The filters with their counts, each counted under all filters but its own. */
export function FacetList() {
  const { info, view } = useDashboard();
  const set: readonly string[] = activeFilters(view);
  const facets = fieldsOf(info.guide).flatMap((entry) => {
    const facet = facetOf(info, set, entry);
    const { key } = entry;
    return facet === null
      ? []
      : [
          {
            key: key as string,
            facet: (
              <DrawnInSight key={key} draws={[key as Facet]}>
                {facet}
              </DrawnInSight>
            ),
          },
        ];
  });
  const folded = facets.slice(MOST_OPEN);
  return (
    <div className={styles.body}>
      {facets.slice(0, MOST_OPEN).map(({ facet }) => facet)}
      {folded.length > 0 && (
        <MoreFacets many={folded.length} holdsSet={folded.some(({ key }) => set.includes(key))}>
          {folded.map(({ facet }) => facet)}
        </MoreFacets>
      )}
      <p className={styles.note}>
        Beside each value: how many there would be with it alone, under all other filters.{' '}
        <a href={sitePath('/methods#facets')}>What the counts mean</a>
      </p>
    </div>
  );
}

/** The filters as they stand beside the page. */
export function Facets() {
  const heading = useRef<HTMLHeadingElement>(null);
  return (
    <div className={styles.facets}>
      <div className={styles.top}>
        <h2 ref={heading} tabIndex={-1}>
          Filters
        </h2>
        <ClearAll heading={heading} />
      </div>
      <FacetList />
    </div>
  );
}
