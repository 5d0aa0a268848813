import type { Metadata } from 'next';
import { RowsList } from '@/components/listing/rows-list';
import styles from '@/components/listing/rows-list.module.css';
import { NoticePage } from '@/components/notices/notice-page';
import { RefusedPage } from '@/components/notices/refused-page';
import { SiteHeader } from '@/components/page/site-header';
import type { Noun } from '@/lib/series/measures';
import { loadRows, PAGE_KEY, ROWS_A_PAGE } from '@/lib/server/pages/rows-page';
import { openPage } from '@/lib/server/requests/open-page';
import { pageText } from '@/lib/text/fold';
import { sitePath } from '@/lib/text/site-path';
import { changeView } from '@/lib/view/change';
import { resolveWindow } from '@/lib/view/resolve';
import { viewHref, withKey } from '@/lib/view/serialize';
import { formatNumber, formatQuantity } from '@/lib/words/figures';
import { nounOf } from '@/lib/words/headline/headline';
import { capitalised } from '@/lib/words/labels';
import { viewInWords } from '@/lib/words/view';

type Props = PageProps<'/[dataset]/incidents'>;

/** Which series and which view is listed. */
export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const opened = await openPage((await params).dataset, await searchParams);
  const robots = { index: false };
  if (opened.kind !== 'ok') return { title: 'Incidents · Annals', robots };
  const { guide } = opened.revision.info;
  const words = viewInWords(opened.view, guide, resolveWindow(opened.view, guide.meta.coverage));
  return {
    title: pageText(`${capitalised(nounOf(opened.view, guide.meta).many)}: ${words} · ${guide.meta.title}`),
    robots,
  };
}

/** `1–200 of 10,000 incidents`; `78 incidents` where all of them are listed. */
function listedInWords(first: number, listed: number, total: number, noun: Noun): string {
  if (total === 0) return `No ${noun.one} matches this view.`;
  const all = formatQuantity(total, noun);
  return listed === total ? all : `${formatNumber(first + 1)}–${formatNumber(first + listed)} of ${all}`;
}

/** The ways to the page before and the one after; nothing where there is one page. */
function Pager(props: {
  readonly label: string;
  readonly page: number;
  readonly pages: number;
  readonly at: (page: number) => string;
}) {
  const { label, page, pages, at } = props;
  if (pages === 1) return null;
  return (
    <nav aria-label={label} className={styles.ways}>
      {page > 1 && (
        <a className="control" rel="prev" href={at(page - 1)}>
          Previous
        </a>
      )}
      {page < pages && (
        <a className="control" rel="next" href={at(page + 1)}>
          Next
        </a>
      )}
    </nav>
  );
}

/** All incidents of the view of the address, page by page: the table of the dashboard for those without scripts. */
export default async function IncidentsPage({ params, searchParams }: Props) {
  const found = await loadRows((await params).dataset, await searchParams);
  if (found.kind === 'closed') {
    const ways = [{ label: 'The figures of the series', href: sitePath(`/${found.dataset}`) }];
    return (
      <NoticePage title="Incidents of this series are not shown" ways={ways}>
        <p>{found.reason}</p>
      </NoticePage>
    );
  }
  if (found.kind !== 'ok') return <RefusedPage refused={found} path="/incidents" />;
  const { info, page, pages } = found;
  const { rows, total } = found.found;
  const { meta } = info.guide;
  const view = changeView(found.view, { incident: null });
  const noun = nounOf(view, meta);
  const list = viewHref(view, '/incidents');
  const at = (other: number) => (other === 1 ? list : withKey(list, PAGE_KEY, String(other)));
  const first = (page - 1) * ROWS_A_PAGE;
  return (
    <>
      <SiteHeader
        trail={[
          { label: meta.title, href: viewHref(view) },
          { label: capitalised(noun.many), href: null },
        ]}
      />
      <main id="main" className={styles.page}>
        <h1>{viewInWords(view, info.guide, resolveWindow(view, meta.coverage))}</h1>
        <div className={styles.ways}>
          <Pager label="Pages of the list" page={page} pages={pages} at={at} />
          <span className="muted">{listedInWords(first, rows.length, total, noun)}</span>
          <a className="control" href={viewHref(view)}>
            The figures of this view
          </a>
        </div>
        <RowsList info={info} view={view} rows={rows} first={first} />
        <Pager label="Further pages of the list" page={page} pages={pages} at={at} />
      </main>
    </>
  );
}
