import type { Metadata } from 'next';
import { ChangeList } from '@/components/changes/change-list';
import styles from '@/components/changes/changes.module.css';
import { RevisionPicker } from '@/components/changes/revision-picker';
import { NoticePage } from '@/components/notices/notice-page';
import { RefusedPage } from '@/components/notices/refused-page';
import { SiteHeader } from '@/components/page/site-header';
import { summaryInWords } from '@/lib/export/changes/summary';
import { CHANGES_SHOWN, loadChanges } from '@/lib/server/pages/changes-page';
import { sitePath } from '@/lib/text/site-path';
import { viewHref } from '@/lib/view/serialize';
import { wholeNoun } from '@/lib/words/headline/headline';
import { joinWords } from '@/lib/words/labels';

type Props = PageProps<'/[dataset]/changes'>;

export const metadata: Metadata = { title: 'What changed · Annals', robots: { index: false } };

/** What changed between two revisions, under the filters of the address, incident by incident. */
export default async function ChangesPage({ params, searchParams }: Props) {
  const page = await loadChanges((await params).dataset, await searchParams);
  if (page.kind === 'bad') {
    const ways = [{ label: 'The current revision', href: sitePath(`/${page.dataset}`) }];
    return (
      <NoticePage title="These revisions cannot be compared" ways={ways}>
        <p>{page.message}</p>
      </NoticePage>
    );
  }
  if (page.kind !== 'ok') return <RefusedPage refused={page} path="/changes" />;
  const { view, words, before, after, summary, guideChanges, changes, history, twin } = page;
  const { meta } = after.guide;
  const { many } = wholeNoun(after);
  return (
    <>
      <SiteHeader
        trail={[
          { label: meta.title, href: viewHref(view) },
          { label: 'Changes', href: null },
        ]}
      />
      <main id="main" className={styles.page}>
        <h1>What changed: {words}</h1>
        {history.length < 2 ? (
          <p>This series has one revision so far; there is nothing to compare it with.</p>
        ) : (
          <>
            <RevisionPicker
              view={view}
              before={before.revision}
              after={after.revision}
              history={history}
              many={many}
            />
            <p>
              <b>
                {summary.total === 0
                  ? 'Nothing has changed in this view'
                  : `In this view: ${summaryInWords(summary)}`}
              </b>
              . <a href={twin}>As data</a>
            </p>
            {guideChanges.length > 0 && (
              <p>
                Beside the {many} these parts of the series changed: {joinWords(guideChanges, 'and')}.
              </p>
            )}
            <ChangeList changes={changes} before={before} after={after} view={view} />
            {summary.total > changes.length && (
              <p>
                {(summary.total - changes.length).toLocaleString('en-GB')} more are in the{' '}
                <a href={twin}>data</a>; the page shows the first {CHANGES_SHOWN.toLocaleString('en-GB')}.
              </p>
            )}
          </>
        )}
      </main>
    </>
  );
}
