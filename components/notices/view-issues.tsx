'use client';

import { useDashboard } from '@/components/dashboard/state/dashboard-context';
import { ViewLink } from '@/components/ui/view-link';
import { hasUndrawn } from '@/lib/query/plan/drawn-groups';
import type { OwnKey } from '@/lib/series/fields';
import { activeFilters, clearFilters } from '@/lib/view/change';
import type { ViewIssue } from '@/lib/view/view';
import { checkView } from '@/lib/words/address/view-issues';
import styles from './notices.module.css';
import { repairsOf } from './repairs';

/** Issues that are listed; an address can be long. */
const MOST_LISTED = 8;

function Issue({ issue }: { readonly issue: ViewIssue }) {
  const { info, view } = useDashboard();
  return (
    <li>
      {issue.message}{' '}
      {repairsOf(issue, view, info.guide).map((repair) => (
        <ViewLink key={repair.label} view={repair.view} className={styles.wayOut}>
          {repair.label}
        </ViewLink>
      ))}
    </li>
  );
}

/** What is wrong with the address, each with a way out. Nothing where nothing is. */
export function ViewIssues() {
  const { info, view, issues } = useDashboard();
  const listed = issues.map(({ key, code }) => `${key} ${code}`);
  // Of fields of many values a page has the most frequent alone.
  const valuesOf = (key: OwnKey) => (hasUndrawn(info, key) ? null : (info.ranking[key] ?? null));
  const checked = checkView(view, info.guide, valuesOf).filter(
    ({ key, code }) => !listed.includes(`${key} ${code}`),
  );
  const all = [...issues, ...checked];
  if (all.length === 0) return null;
  const more = all.length - MOST_LISTED;
  return (
    <aside className={styles.issues} aria-label="Notes on this address">
      <ul>
        {all.slice(0, MOST_LISTED).map((issue) => (
          <Issue key={`${issue.key} ${issue.code}`} issue={issue} />
        ))}
        {more > 0 && <li>… and {more} more.</li>}
      </ul>
      {activeFilters(view).length > 0 && (
        <ViewLink view={clearFilters} className={styles.wayOut}>
          Clear all filters
        </ViewLink>
      )}
    </aside>
  );
}
