'use client';

import { useDashboard } from '@/components/view/dashboard-context';
import { formatDayText } from '@/lib/time/format';
import { viewHref } from '@/lib/view/serialize';
import styles from './dashboard.module.css';

/** The foot of the dashboard: what was watched, under which licence, and the same view as data. */
export function Colophon({ unusable }: { readonly unusable: number }) {
  const { info, view } = useDashboard();
  const { meta } = info.guide;
  const { coverage, licence } = meta;
  return (
    <footer className={styles.colophon}>
      <p>
        Coverage: {coverage.places}, {formatDayText(coverage.from)} to {formatDayText(coverage.to)}.
        {coverage.note !== null && ` ${coverage.note}`}{' '}
        <a href={`/${meta.id}/about#coverage`}>What that leaves out</a>.
      </p>
      <p>
        {meta.publisher}. Licence:{' '}
        {licence.url === null ? licence.name : <a href={licence.url}>{licence.name}</a>}.{' '}
        <a href={`/${meta.id}/about#cite`}>How to cite</a>.
      </p>
      {unusable > 0 && (
        <p>
          {unusable === 1 ? 'One problem was' : `${unusable} problems were`} found in the source; what could
          not be used is left out of every count. <a href={`/${meta.id}/about#problems`}>See which</a>.
        </p>
      )}
      <p>
        This view as data: <a href={viewHref(view, '/view.json')}>view.json</a>,{' '}
        <a href={viewHref(view, '/incidents.json')}>incidents.json</a>,{' '}
        <a href={viewHref(view, '/incidents.csv')}>incidents.csv</a>.{' '}
        <a href="/methods">What the figures mean</a>.
      </p>
    </footer>
  );
}
