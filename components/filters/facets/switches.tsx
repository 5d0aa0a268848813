'use client';

import { useDashboard } from '@/components/dashboard/state/dashboard-context';
import type { FacetValue } from '@/lib/query/result';
import { changeView } from '@/lib/view/change';
import { FacetSection } from './facet-section';
import styles from './facets.module.css';
import { NO_COUNT, Tick } from './tick';

function countOf(values: readonly FacetValue[], id: string) {
  return values.find((value) => value.id === id) ?? NO_COUNT;
}

/** Whether disputed links count: either, none of them, or nothing else. */
export function DisputedSwitch() {
  const { view, settled } = useDashboard();
  const { values } = settled.answers.facets.disputed;
  const choices = [
    { value: null, label: 'Either', count: null },
    { value: 'no', label: 'Undisputed only', count: countOf(values, 'no') },
    { value: 'only', label: 'Disputed only', count: countOf(values, 'only') },
  ] as const;
  return (
    <FacetSection title="Disputed" clears="disputed" isSet={view.disputed !== null}>
      <ul className={styles.values}>
        {choices.map(({ value, label, count }) => (
          <li key={label} className={styles.row}>
            <Tick
              view={(now) => changeView(now, { disputed: value })}
              on={view.disputed === value}
              shape="dot"
              count={count}
              counts={(of) => changeView(of, { disputed: value })}
            >
              {label}
            </Tick>
          </li>
        ))}
      </ul>
    </FacetSection>
  );
}

/** Inside the scope of the series, or what was looked at and set aside; the two never add up. */
export function ScopeSwitch() {
  const { view, settled } = useDashboard();
  const { values } = settled.answers.facets.scope;
  const choices = [
    { value: 'in', label: 'In the series’ scope' },
    { value: 'out', label: 'Outside it' },
  ] as const;
  return (
    <FacetSection title="Scope" clears="scope" isSet={view.scope !== 'in'}>
      <ul className={styles.values}>
        {choices.map(({ value, label }) => (
          <li key={value} className={styles.row}>
            <Tick
              view={(now) => changeView(now, { scope: value })}
              on={view.scope === value}
              shape="dot"
              count={countOf(values, value)}
              counts={(of) => changeView(of, { scope: value })}
            >
              {label}
            </Tick>
          </li>
        ))}
      </ul>
    </FacetSection>
  );
}
