import type { Metadata } from 'next';
import { embedHref } from '../../export/html/embed-code';
import { searchedIn, uncountable } from '../../query/coverage/searched';
import { planView } from '../../query/plan/plan';
import type { SeriesMeta } from '../../series/model';
import { pageText } from '../../text/fold';
import { BASE_PATH } from '../../text/site-path';
import { servedTwinHref } from '../../view/addresses/addresses';
import { changeView } from '../../view/change';
import { resolveWindow } from '../../view/resolve';
import { viewHref } from '../../view/serialize';
import type { View } from '../../view/view';
import { caveatOf, UNCOUNTABLE_WORDS } from '../../words/coverage';
import { countWords, sumWords } from '../../words/figures';
import { nounOf } from '../../words/headline/headline';
import { figureSays } from '../../words/headline/quote';
import type { OpenRequest } from '../requests/open-request';

/** The feeds of a view, which tell of rows: a series whose rows stay in has none. */
function feedsOf(live: View, origin: string, title: string) {
  const feed = (name: 'feed.atom' | 'feed.json') => [
    { url: origin + servedTwinHref(live, name), title: `${title}: changes` },
  ];
  return { 'application/atom+xml': feed('feed.atom'), 'application/feed+json': feed('feed.json') };
}

/** What a view counts, as sentences: `23 attacks (18–24, the range of the sources); 169 killed. Part of it was not searched.` */
export async function figuresIn({ revision, view }: Pick<OpenRequest, 'revision' | 'view'>): Promise<string> {
  const { info, engine } = revision;
  const { guide } = info;
  const window = resolveWindow(view, guide.meta.coverage);
  const total = await engine.run(planView(view, info).total);
  const why = uncountable(view, window, guide, total.incidents.high);
  if (why !== null) return `Nothing is counted: ${UNCOUNTABLE_WORDS[why]}.`;
  const sums = [
    figureSays(countWords(total.incidents), nounOf(view, guide.meta)),
    ...(info.offers.measures.includes('fatalities')
      ? [figureSays(sumWords(total.fatalities), { one: 'killed', many: 'killed' })]
      : []),
  ];
  const caveat = caveatOf(searchedIn(window, view, guide), window);
  return [`${sums.join('; ')}.`, ...(caveat === null ? [] : [caveat])].join(' ');
}

/** What sites that preview links, feed readers and embedders look for in a page. `path` is beneath the dataset. */
export function pageMetadata(of: {
  readonly title: string;
  readonly series: Pick<SeriesMeta, 'title' | 'description' | 'licence'>;
  readonly view: View;
  readonly origin: string;
  readonly path?: string;
  /** What is counted, before what the series is. */
  readonly says?: string;
}): Metadata {
  const { series, view, origin, path = '', says = '' } = of;
  const title = pageText(of.title);
  const description = [says, pageText(series.description)].filter((text) => text !== '').join(' ');
  const live = changeView(view, { revision: null, incident: null });
  const page = origin + viewHref(path === '' ? view : { ...view, incident: null }, path);
  const card = origin + servedTwinHref(view, 'card.png');
  const image = { url: card, width: 1200, height: 630, alt: title };
  const oembed = `${origin}${BASE_PATH}/api/oembed?url=${encodeURIComponent(origin + viewHref(live))}`;
  return {
    title: `${title} · ${title.includes(pageText(series.title)) ? 'Annals' : pageText(series.title)}`,
    description,
    openGraph: { type: 'website', siteName: 'Annals', title, description, url: page, images: [image] },
    twitter: { card: 'summary_large_image', title, description, images: [image] },
    alternates: {
      types: {
        ...(series.licence.closed === undefined ? feedsOf(live, origin, title) : {}),
        'application/json+oembed': [{ url: oembed, title: `${title}: embed` }],
        'text/xml+oembed': [{ url: `${oembed}&format=xml`, title: `${title}: embed` }],
        'text/html': [{ url: origin + embedHref(view, 'activity'), title: `${title}: panel` }],
      },
    },
  };
}
