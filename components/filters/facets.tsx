'use client';

import { useDashboard } from '@/components/dashboard/state/dashboard-context';
import { ViewLink } from '@/components/ui/view-link';
import type { Facet } from '@/lib/series/field-table';
import { ownKey } from '@/lib/series/fields';
import { activeFilters, clearFilters } from '@/lib/view/change';
import { ActorFacet } from './actor-facet';
import styles from './facets.module.css';
import { NumberFacet } from './number-facet';
import { DisputedSwitch, ScopeSwitch } from './switches';
import { ValueFacet } from './value-facet';

const STATE_ALONE =
  'Operations begun by the state never add up with attacks: choosing them sets the others aside, and the other way round.';

/**
 * The filters with their counts, each counted under all filters but its own. On narrow screens they fold into one
 * disclosure, which needs no script: it stands before the filters and hides them while it is closed.
 */
export function Facets() {
  const { info, view } = useDashboard();
  const filters = activeFilters(view);
  const active = filters.length;
  const { fields } = info.guide;
  // A filter that is set stays in sight, whatever the series offers.
  const shown = (facet: Facet) =>
    info.offers.facets.includes(facet) || filters.some((one) => one === (facet as string));
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
        {shown('actor') && <ActorFacet />}
        {shown('relation') && <ValueFacet facet="relation" title="Relation" order="vocabulary" />}
        {shown('type') && <ValueFacet facet="type" title="Type" order="by-count" />}
        {shown('region') && <ValueFacet facet="region" title="Region" order="by-count" />}
        {fields.map((field) => {
          const key = ownKey(field);
          if (field.kind === 'number') return <NumberFacet key={key} field={field} />;
          return shown(key) && <ValueFacet key={key} facet={key} title={field.label} order="by-count" />;
        })}
        {shown('initiator') && (
          <ValueFacet facet="initiator" title="Begun by" order="vocabulary" note={STATE_ALONE} />
        )}
        {shown('certainty') && (
          <ValueFacet facet="certainty" title="Certainty of the link" order="vocabulary" />
        )}
        {shown('disputed') && <DisputedSwitch />}
        {shown('scope') && <ScopeSwitch />}
        <p className={styles.note}>
          Beside each value: how many there would be with it alone, under all other filters.{' '}
          <a href="/methods#facets">What the counts mean</a>
        </p>
      </div>
    </div>
  );
}
