'use client';

import { useSettled } from '@/components/dashboard/state/dashboard-context';
import { ViewLink } from '@/components/ui/view-link';
import { searchedIn } from '@/lib/query/coverage/searched';
import { formatSpan } from '@/lib/time/format';
import { activeFilters, clearFilters } from '@/lib/view/change';
import { matchesNothing } from '@/lib/view/resolve';
import type { View } from '@/lib/view/view';
import { emptyReasons, uncounted, wholeCoverage } from './empty-reasons';
import styles from './notices.module.css';

interface WayOut {
  readonly label: string;
  readonly view: View;
}

/** Why nothing matches, in a sentence, and the ways out. */
function useExplanation(): { readonly why: string; readonly ways: readonly WayOut[] } {
  const { info, view, window, answers } = useSettled();
  const { coverage, noun } = info.guide.meta;
  if (info.incidents === 0) return { why: `This revision of the series holds no ${noun.many}.`, ways: [] };
  if (matchesNothing(view)) {
    return { why: 'A filter in the address cannot be read, so nothing is counted.', ways: [] };
  }
  const whole = { label: 'Show the whole coverage', view: wholeCoverage(view) };
  if (window.from > window.to && view.from && view.to) {
    return { why: 'The window ends before it begins, so nothing lies in it.', ways: [whole] };
  }
  if (window.from > coverage.to || window.to < coverage.from) {
    const why = `The window lies outside the coverage of the series, ${formatSpan(coverage.from, coverage.to)}. Nothing was looked for there.`;
    return { why, ways: [whole] };
  }
  if (searchedIn(window, view, info.guide).reach === 'none') {
    const why = 'Nobody looked on these days, so that finding nothing says nothing.';
    return { why, ways: [whole] };
  }
  const reasons = emptyReasons(view, info.guide, window, answers);
  const ways = reasons.map(({ clause, count, view: without }) => ({
    label: `Without “${clause}”: ${count}`,
    view: without,
  }));
  ways.push(...uncounted(view));
  if (ways.length > 0) return { why: `No ${noun.one} matches all of the filters.`, ways };
  const why = `No ${noun.one} matches, and no single filter is the reason.`;
  return { why, ways };
}

/** Stands in for an empty result: says why it is empty and offers the way out. */
export function EmptyState() {
  const { view } = useSettled();
  const { why, ways } = useExplanation();
  return (
    <section className={styles.empty} aria-label="Nothing matches">
      <p className={styles.why}>{why}</p>
      <ul>
        {ways.map(({ label, view: target }) => (
          <li key={label}>
            <ViewLink view={target}>{label}</ViewLink>
          </li>
        ))}
        {activeFilters(view).length > 0 && (
          <li>
            <ViewLink view={clearFilters}>Clear all filters</ViewLink>
          </li>
        )}
      </ul>
    </section>
  );
}
