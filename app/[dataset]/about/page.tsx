import type { Metadata } from 'next';
import { About } from '@/components/about/about';
import { RefusedPage } from '@/components/notices/refused-page';
import { SiteHeader } from '@/components/page/site-header';
import { citationOf } from '@/lib/export/cite/citation';
import { loadAbout } from '@/lib/server/pages/about-page';
import { pageMetadata } from '@/lib/server/pages/page-metadata';
import { openPage } from '@/lib/server/requests/open-page';
import { sitePath } from '@/lib/text/site-path';
import { defaultView } from '@/lib/view/keys';
import { viewHref } from '@/lib/view/serialize';

type Props = PageProps<'/[dataset]/about'>;

/** What the page is about, for previews of links to it. */
export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const opened = await openPage((await params).dataset, await searchParams);
  if (opened.kind !== 'ok') return { title: 'Annals', robots: { index: false } };
  const { meta } = opened.revision.info.guide;
  return pageMetadata({
    ...{ title: `About: ${meta.title}`, series: meta, path: '/about' },
    ...{ view: opened.view, origin: opened.reader.origin },
  });
}

/** What the series is, where it comes from and how to cite it. */
export default async function AboutPage({ params, searchParams }: Props) {
  const page = await loadAbout((await params).dataset, await searchParams);
  if (page.kind !== 'ok') return <RefusedPage refused={page} path="/about" />;
  const { info, sources, columns } = page.revision;
  const { meta } = info.guide;
  const view = { ...defaultView(meta.id, info.standard), revision: info.revision.slice(0, 12) };
  const url = page.reader.origin + viewHref(view);
  const today = new Date().toISOString().slice(0, 10);
  return (
    <>
      <SiteHeader
        trail={[
          { label: meta.title, href: sitePath(`/${meta.id}`) },
          { label: 'About', href: null },
        ]}
      />
      <About
        info={info}
        sources={sources}
        facts={page.facts}
        {...page.findings}
        columns={columns}
        counts={page.counts}
        citation={{ ...citationOf(view, info, url, today), view: null }}
        history={page.history}
      />
    </>
  );
}
