import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { IncidentDetail } from '@/components/incident/incident-detail';
import { NoticePage } from '@/components/notices/notice-page';
import { RefusedPage } from '@/components/notices/refused-page';
import { SiteHeader } from '@/components/page/site-header';
import { loadIncident } from '@/lib/server/pages/incident-page';
import { pageMetadata } from '@/lib/server/pages/page-metadata';
import { sitePath } from '@/lib/text/site-path';
import { changeView } from '@/lib/view/change';
import { viewHref } from '@/lib/view/serialize';
import { nounOf } from '@/lib/words/headline/headline';
import { capitalised, inNoun } from '@/lib/words/labels';
import styles from './incident.module.css';

type Props = PageProps<'/[dataset]/incidents/[id]'>;

async function load({ params, searchParams }: Props) {
  const { dataset, id } = await params;
  return loadIncident(dataset, id, await searchParams);
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const page = await load(props);
  if (page.kind !== 'ok') return { title: 'Annals', robots: { index: false } };
  const { reader, incident, info, view } = page;
  return pageMetadata({
    ...{ title: capitalised(incident.title), series: info.guide.meta },
    ...{ view: changeView(view, { incident: incident.id }), origin: reader.origin },
    path: `/incidents/${encodeURIComponent(incident.id)}`,
  });
}

/** One incident on a page of its own, with its neighbours in the view of the address. */
export default async function IncidentPage(props: Props) {
  const page = await load(props);
  if (page.kind === 'no-incident') return notFound();
  if (page.kind === 'closed') {
    const ways = [{ label: 'The figures of the series', href: sitePath(`/${page.dataset}`) }];
    return (
      <NoticePage title="Incidents of this series are not shown" ways={ways}>
        <p>{page.reason}</p>
      </NoticePage>
    );
  }
  if (page.kind !== 'ok') {
    return <RefusedPage refused={page} path={`/incidents/${(await props.params).id}`} />;
  }
  const { info, incident, sources, position } = page;
  const view = changeView(page.view, { incident: null });
  const { meta } = info.guide;
  const noun = nounOf(view, meta);
  const other = (id: string) => viewHref(view, `/incidents/${encodeURIComponent(id)}`);
  return (
    <>
      <SiteHeader
        trail={[
          { label: meta.title, href: viewHref(view) },
          { label: capitalised(incident.title), href: null },
        ]}
      />
      <main id="main" className={styles.page}>
        <nav aria-label={inNoun('Incidents of this view', noun)} className={styles.ways}>
          {position.previous !== null && (
            <a className="control" rel="prev" href={other(position.previous)}>
              Previous
            </a>
          )}
          {position.next !== null && (
            <a className="control" rel="next" href={other(position.next)}>
              Next
            </a>
          )}
          {position.index !== null && (
            <span className="muted">
              {(position.index + 1).toLocaleString('en')} of {position.total.toLocaleString('en')} in this
              view
            </span>
          )}
          <a className="control" href={viewHref(view)}>
            All {noun.many} of this view
          </a>
        </nav>
        <IncidentDetail
          info={info}
          incident={incident}
          sources={sources}
          revision={view.revision}
          within="page"
        />
      </main>
    </>
  );
}
