import type { Metadata } from 'next';
import { Section } from '@/components/about/section';
import { RefusedPage } from '@/components/notices/refused-page';
import { SiteHeader } from '@/components/page/site-header';
import { LateSection } from '@/components/watch/late-section';
import { RateComparisons } from '@/components/watch/rate-comparisons';
import { RateSection } from '@/components/watch/rate-section';
import styles from '@/components/watch/watch.module.css';
import { WatchView } from '@/components/watch/watch-view';
import { loadWatch } from '@/lib/server/pages/watch-page';
import { viewHref } from '@/lib/view/serialize';

type Props = PageProps<'/[dataset]/watch'>;

export const metadata: Metadata = { title: 'What stands out · Annals', robots: { index: false } };

/** What stands out in the view of the address against its own past, and how often its incidents happen. */
export default async function WatchPage({ params, searchParams }: Props) {
  const page = await loadWatch((await params).dataset, await searchParams);
  if (page.kind !== 'ok') return <RefusedPage refused={page} path="/watch" />;
  const { view, words, info, watch, late, compared, json, feed, ...rates } = page;
  const { meta } = info.guide;
  return (
    <>
      <SiteHeader
        trail={[
          { label: meta.title, href: viewHref(view) },
          { label: 'What stands out', href: null },
        ]}
      />
      <main id="main" className={styles.page}>
        <h1>What stands out: {words}</h1>
        <WatchView info={info} view={view} watch={watch} json={json} feed={feed} />
        <LateSection {...late} noun={meta.noun} />
        <RateSection view={view} info={info} noun={meta.noun} {...rates} />
        {compared.rates.length > 0 && (
          <Section id="compared" title="How often, compared">
            <RateComparisons {...compared} />
          </Section>
        )}
      </main>
    </>
  );
}
