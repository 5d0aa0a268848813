import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { notFound } from 'next/navigation';
import { About } from '@/components/about/about';
import { DamagedDataset } from '@/components/notices/damaged-dataset';
import { UnknownRevision } from '@/components/notices/unknown-revision';
import { SiteHeader } from '@/components/page/site-header';
import { citationOf } from '@/lib/export/cite/citation';
import { askFieldFacts } from '@/lib/query/field-facts';
import { catalogue } from '@/lib/server/catalogue/server-catalogue';
import { importFindings } from '@/lib/server/pages/import-findings';
import { rowCounts } from '@/lib/server/pages/row-counts';
import { openView } from '@/lib/server/requests/open-view';
import { originOf } from '@/lib/server/requests/origin';
import { toSearchParams } from '@/lib/server/requests/search-params';
import { defaultView } from '@/lib/view/keys';
import { viewHref } from '@/lib/view/serialize';

type Props = PageProps<'/[dataset]/about'>;

export const metadata: Metadata = { title: 'About this series · Annals' };

/** What the series is, where it comes from and how to cite it. */
export default async function AboutPage({ params, searchParams }: Props) {
  const opened = await openView(catalogue(), (await params).dataset, toSearchParams(await searchParams));
  if (opened.kind === 'no-dataset') return notFound();
  if (opened.kind === 'damaged') return <DamagedDataset {...opened} />;
  if (opened.kind === 'unknown-revision') return <UnknownRevision {...opened} path="/about" />;
  const { info, engine, sources, problems, columns } = opened.opened;
  const { meta } = info.guide;
  const view = { ...defaultView(meta.id, info.standard), revision: info.revision.slice(0, 12) };
  const url = originOf(await headers()) + viewHref(view);
  const today = new Date().toISOString().slice(0, 10);
  return (
    <>
      <SiteHeader
        trail={[
          { label: meta.title, href: `/${meta.id}` },
          { label: 'About', href: null },
        ]}
      />
      <About
        info={info}
        sources={sources}
        facts={await askFieldFacts(engine, info.guide.fields, info.incidents)}
        {...importFindings(problems)}
        columns={columns}
        counts={await rowCounts(meta.id, info.revision)}
        citation={{ ...citationOf(view, info, url, today), view: null }}
        history={await catalogue().history(meta.id)}
      />
    </>
  );
}
