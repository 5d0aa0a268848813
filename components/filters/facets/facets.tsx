'use client';

import type { ComponentType } from 'react';
import { useDashboard } from '@/components/dashboard/state/dashboard-context';
import { ViewLink } from '@/components/ui/view-link';
import { type Column, type Facet, fieldsOf, roleOf } from '@/lib/series/field-table';
import { type OwnKey, ownField, ownKey } from '@/lib/series/fields';
import { sitePath } from '@/lib/text/site-path';
import { activeFilters, clearFilters } from '@/lib/view/change';
import type { TickKey } from '@/lib/view/keys';
import { columnLabel } from '@/lib/words/labels';
import { ActorFacet } from './actor-facet';
import styles from './facets.module.css';
import { NumberFacet } from './number-facet';
import { DisputedSwitch, ScopeSwitch } from './switches';
import { ValueFacet } from './value-facet';

/** Facets that are more than a list of values. */
const SPECIAL: Readonly<Partial<Record<Facet, ComponentType>>> = {
  actor: ActorFacet,
  disputed: DisputedSwitch,
  scope: ScopeSwitch,
};

/** One facet: values that the series brings itself by their counts, those of the model in its order. */
function OneFacet({ facet }: { readonly facet: Facet }) {
  const { guide } = useDashboard().info;
  const Special = SPECIAL[facet];
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
}

/**
 * The filters with their counts, each counted under all filters but its own. On narrow screens they fold into one
 * disclosure, which needs no script: it stands before the filters and hides them while it is closed.
 */
export function Facets() {
  const { info, view } = useDashboard();
  const filters = activeFilters(view);
  const active = filters.length;
  // A filter that is set stays in sight, whatever the series offers.
  const shown = (facet: Facet) =>
    info.offers.facets.includes(facet) || filters.some((one) => one === (facet as string));
  const hasNumbers = (key: OwnKey) => info.offers.columns.includes(key) || filters.includes(key);
  return (
    <div className={styles.facets}>
      <details className={styles.fold}>
        <summary>Filters{active > 0 && ` (${active})`}</summary>
      </details>
      <div className={styles.body}>
        <div className={styles.top}>
          <h2>Filters</h2>
          {active > 0 && (
            <ViewLink view={clearFilters(view)} className={styles.clear}>
              Clear all
            </ViewLink>
          )}
        </div>
        {fieldsOf(info.guide).map(({ key, kind, uses }) => {
          const own = ownField(info.guide, key);
          if (own !== undefined && kind === 'number') {
            return hasNumbers(ownKey(own)) && <NumberFacet key={key} field={own} />;
          }
          return uses.includes('facet') && shown(key as Facet) && <OneFacet key={key} facet={key as Facet} />;
        })}
        <p className={styles.note}>
          Beside each value: how many there would be with it alone, under all other filters.{' '}
          <a href={sitePath('/methods#facets')}>What the counts mean</a>
        </p>
      </div>
    </div>
  );
}
