import type { Metadata } from 'next';
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
import { openPage } from '@/lib/server/requests/open-page';
import { defaultView } from '@/lib/view/keys';
import { viewHref } from '@/lib/view/serialize';

type Props = PageProps<'/[dataset]/about'>;

export const metadata: Metadata = { title: 'About this series · Annals' };

/** What the series is, where it comes from and how to cite it. */
export default async function AboutPage({ params, searchParams }: Props) {
  const opened = await openPage((await params).dataset, await searchParams);
  if (opened.kind === 'no-dataset') return notFound();
  if (opened.kind === 'damaged') return <DamagedDataset {...opened} />;
  if (opened.kind === 'unknown-revision') return <UnknownRevision {...opened} path="/about" />;
  const { info, engine, sources, problems, columns } = opened.revision;
  const { meta } = info.guide;
  const view = { ...defaultView(meta.id, info.standard), revision: info.revision.slice(0, 12) };
  const url = opened.reader.origin + viewHref(view);
  const today = new Date().toISOString().slice(0, 10);
  const [facts, counts, history] = await Promise.all([
    askFieldFacts(engine, info.guide.fields, info.incidents),
    rowCounts(meta.id, info.revision),
    catalogue().history(meta.id),
  ]);
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
        facts={facts}
        {...importFindings(problems)}
        columns={columns}
        counts={counts}
        citation={{ ...citationOf(view, info, url, today), view: null }}
        history={history}
      />
    </>
  );
}
