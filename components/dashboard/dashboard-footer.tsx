'use client';

import { IncidentsCsv } from '@/components/table/incidents-csv';
import { LicenceName } from '@/components/ui/licence-name';
import { useAtRest } from '@/components/ui/use-at-rest';
import { type LeftOut, leftOutSentences, warningSentence } from '@/lib/importers/report/left-out-words';
import { statedText } from '@/lib/series/stated';
import { sitePath } from '@/lib/text/site-path';
import { aboutHref, twinHref } from '@/lib/view/addresses/addresses';
import { isLocal } from '@/lib/view/addresses/local';
import { viewHref } from '@/lib/view/serialize';
import type { View } from '@/lib/view/view';
import { wholeNoun } from '@/lib/words/headline/headline';
import { coverageWords, importedText } from '@/lib/words/provenance';
import { type ColumnsOffer, ColumnsStatus } from './columns-status';
import styles from './dashboard.module.css';
import { useDashboard } from './state/dashboard-context';

/** A link to the view as data, where a server has it. */
function Twin({ view, name }: { readonly view: View; readonly name: 'view.json' | 'incidents.json' }) {
  const href = twinHref(view, name);
  return (
    href !== null && (
      <>
        <a href={href}>{name}</a>,{' '}
      </>
    )
  );
}

/** The foot of the dashboard: what was watched, under which licence, and the same view as data. */
export function DashboardFooter(props: { readonly left: LeftOut; readonly columns: ColumnsOffer | null }) {
  const { left, columns } = props;
  const dashboard = useDashboard();
  const { info, view } = useAtRest(() => dashboard);
  const { meta } = info.guide;
  const { coverage, licence } = meta;
  const publisher = statedText(meta.publisher);
  const found = [...leftOutSentences(left), warningSentence(left)].filter((words) => words !== null);
  return (
    <footer className={styles.footer}>
      <p>
        Coverage: {coverageWords(coverage)}.
        {coverage.note !== null && ` ${importedText(coverage.note, wholeNoun(info))}`}{' '}
        <a href={aboutHref(meta.id, 'coverage')}>What that leaves out</a>.
      </p>
      <p>
        {publisher !== null && `${publisher}. `}
        {statedText(licence.name) !== null && (
          <>
            Licence: <LicenceName licence={licence} />.{' '}
          </>
        )}
        <a href={aboutHref(meta.id, 'cite')}>How to cite</a>.{' '}
        {!isLocal(meta.id) && (
          <>
            <a href={viewHref(view, '/watch')}>What stands out</a>.{' '}
            <a href={viewHref(view, '/changes')}>What changed between revisions</a>
          </>
        )}
      </p>
      {found.length > 0 && (
        <p>
          {found.join(' ')} <a href={aboutHref(meta.id, 'problems')}>See which</a>.
        </p>
      )}
      <p>
        This view as data: <Twin view={view} name="view.json" />
        <Twin view={view} name="incidents.json" />
        <IncidentsCsv view={view}>incidents.csv</IncidentsCsv>.{' '}
        <a href={sitePath('/methods')}>What the figures mean</a>.
      </p>
      <ColumnsStatus offer={columns} />
    </footer>
  );
}
