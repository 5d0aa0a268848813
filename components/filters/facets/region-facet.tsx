'use client';

import { useMemo } from 'react';
import { CompareLink } from '@/components/compare/compare-link';
import { useDashboard } from '@/components/dashboard/state/dashboard-context';
import type { Count } from '@/lib/query/result';
import { regionParts } from '@/lib/series/places/region-tree';
import { changeView } from '@/lib/view/change';
import { toggleInTree } from '@/lib/view/toggle';
import { capitalised, labelOf } from '@/lib/words/labels';
import { FacetSection } from './facet-section';
import { countedValues, type FacetNode, facetTree } from './facet-tree';
import styles from './facets.module.css';
import { longName, Tick } from './tick';
import { TreeList } from './tree-list';
import { useListed } from './use-listed';

function RegionTick({ node: { id, label, count } }: { readonly node: FacetNode }) {
  const { info, view } = useDashboard();
  return (
    <>
      <Tick
        view={(now) => toggleInTree(now, 'regions', regionParts(info.guide.regions), id)}
        on={view.regions.includes(id)}
        count={count}
        counts={(of) => changeView(of, { regions: [id] })}
        title={longName(label)}
      >
        {id === 'none' ? capitalised(label) : label}
      </Tick>
      <CompareLink by="region" item={id} name={label} />
    </>
  );
}

const REGIONS = { one: 'region', many: 'regions' };

/** The regions as a tree, such as countries with their provinces; a region counts those in it. */
export function RegionFacet() {
  const { info, view, settled } = useDashboard();
  const { guide } = info;
  const { values } = settled.answers.facets.region;
  const counts = useMemo(() => new Map<string, Count>(values.map((value) => [value.id, value])), [values]);
  const counted = useMemo(() => countedValues(counts, (id) => labelOf(guide, 'region', id)), [counts, guide]);
  const listed = useListed(counted);
  const roots = useMemo(() => {
    const tree = {
      ids: guide.regions.map(({ id }) => id),
      parts: regionParts(guide.regions),
      label: (id: string) => labelOf(guide, 'region', id),
    };
    return facetTree(tree, counts, view.regions, listed);
  }, [guide, counts, view.regions, listed]);
  return (
    <FacetSection title="Region" clears="region" isSet={view.regions.length > 0}>
      {roots.length === 0 && <p className={styles.note}>None under the other filters.</p>}
      <TreeList roots={roots} what={REGIONS} draw={(node) => <RegionTick node={node} />} />
    </FacetSection>
  );
}
