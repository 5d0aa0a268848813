'use client';

import { useDashboard } from '@/components/dashboard/state/dashboard-context';
import { ViewLink } from '@/components/ui/view-link';
import { type Offer, offersOf } from '@/lib/render/comparison/offers';
import { changeView } from '@/lib/view/change';
import styles from './compare.module.css';
import { PeriodForm } from './period-form';

/** The id of what stands before the offers. */
export const OFFERS = 'compare-offers';

/** What the view can be compared with, or what else its comparison can take: links, so that they work without scripts. */
export function CompareOffers() {
  const { view, settled } = useDashboard();
  const offers = offersOf({ info: settled.info, view, lanes: settled.answers.lanes });
  const periods = view.compare === null || view.compare.by === 'period';
  if (offers.length === 0 && !periods) return null;
  const link = ({ label, compare }: Offer) => (
    <li key={label}>
      <ViewLink view={(now) => changeView(now, { compare })}>{label}</ViewLink>
    </li>
  );
  return (
    <div className={styles.offers}>
      <span id={OFFERS}>{view.compare === null ? 'Compare:' : 'Add:'}</span>
      {offers.length > 0 && <ul aria-labelledby={OFFERS}>{offers.map(link)}</ul>}
      {periods && <PeriodForm />}
    </div>
  );
}
