import type { Metadata } from 'next';
import '@/components/dashboard/panel-styles';
import { SinceLink } from '@/components/changes/since-link';
import { handOver } from '@/components/dashboard/handed-over';
import { ServedDashboard } from '@/components/dashboard/served-dashboard';
import { FailedImport } from '@/components/notices/failed-import';
import { RefusedPage } from '@/components/notices/refused-page';
import { loadDashboard } from '@/lib/server/pages/dashboard-page';
import { figuresIn, pageMetadata } from '@/lib/server/pages/page-metadata';
import { openPage } from '@/lib/server/requests/open-page';
import { resolveWindow } from '@/lib/view/resolve';
import { viewInWords } from '@/lib/words/view';
import { EngineRoot } from './engine-root';

type Props = PageProps<'/[dataset]'>;

/** The view in words, so that tabs and previews of links say what is in them. */
export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const opened = await openPage((await params).dataset, await searchParams);
  if (opened.kind !== 'ok') return { title: 'Annals', robots: { index: false } };
  const { guide } = opened.revision.info;
  const words = viewInWords(opened.view, guide, resolveWindow(opened.view, guide.meta.coverage));
  return pageMetadata({
    ...{ title: words, series: guide.meta, says: await figuresIn(opened) },
    ...{ view: opened.view, origin: opened.reader.origin },
  });
}

/** The dashboard of a dataset, drawn for the view in the address. */
export default async function DashboardPage({ params, searchParams }: Props) {
  const page = await loadDashboard((await params).dataset, await searchParams);
  if (page.kind !== 'ok') return <RefusedPage refused={page} />;
  const { data, at, failed, since } = page;
  const { info } = data;
  return (
    <EngineRoot dataset={info.guide.meta.id} revision={info.revision}>
      {/* Fetched beside the scripts that need them. */}
      <link rel="preload" as="fetch" href={at} crossOrigin="anonymous" />
      <FailedImport problems={failed} />
      {since && (
        <SinceLink
          dataset={info.guide.meta.id}
          standard={info.standard}
          current={since.current}
          first={since}
        />
      )}
      <ServedDashboard at={at} handed={handOver(data)} />
    </EngineRoot>
  );
}
