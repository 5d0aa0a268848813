import type { Metadata } from 'next';
import { RefusedPage } from '@/components/notices/refused-page';
import prose from '@/components/page/prose.module.css';
import { SiteHeader } from '@/components/page/site-header';
import { SharePanel } from '@/components/share/share-panel';
import { openPage } from '@/lib/server/requests/open-page';
import { resolveWindow } from '@/lib/view/resolve';
import { viewHref } from '@/lib/view/serialize';
import { viewInWords } from '@/lib/words/view';

type Props = PageProps<'/[dataset]/share'>;

export const metadata: Metadata = { title: 'Share a view · Annals', robots: { index: false } };

/** The ways by which a view leaves, as a page: what the dialog of the dashboard offers, without scripts. */
export default async function SharePage({ params, searchParams }: Props) {
  const opened = await openPage((await params).dataset, await searchParams);
  if (opened.kind !== 'ok') return <RefusedPage refused={opened} path="/share" />;
  const { view } = opened;
  const { info } = opened.revision;
  const { meta } = info.guide;
  return (
    <>
      <SiteHeader
        trail={[
          { label: meta.title, href: viewHref(view) },
          { label: 'Share', href: null },
        ]}
      />
      <main id="main" className={prose.page}>
        <h1>Share: {viewInWords(view, info.guide, resolveWindow(view, meta.coverage))}</h1>
        <SharePanel
          info={info}
          view={view}
          origin={opened.reader.origin}
          today={new Date().toISOString().slice(0, 10)}
          heading="h2"
        />
      </main>
    </>
  );
}
