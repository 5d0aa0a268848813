'use client';

import type { ReactNode } from 'react';
import { useLocalFiles } from '@/components/dashboard/state/local-files';
import { twinHref } from '@/lib/view/addresses/addresses';
import type { View } from '@/lib/view/view';
import styles from './incidents-csv.module.css';

/** The rows of a view as CSV: a link to the server's, or a button where the page itself holds the series. */
export function IncidentsCsv({ view, children }: { readonly view: View; readonly children: ReactNode }) {
  const files = useLocalFiles();
  const href = twinHref(view, 'incidents.csv');
  if (href !== null) return <a href={href}>{children}</a>;
  return (
    <button type="button" className={styles.link} onClick={() => files?.saveIncidents(view)}>
      {children}
    </button>
  );
}
