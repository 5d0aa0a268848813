import type { Metadata } from 'next';
import { embedHref } from '../../export/html/embed-code';
import type { SeriesMeta } from '../../series/model';
import { pageText } from '../../text/fold';
import { BASE_PATH } from '../../text/site-path';
import { servedTwinHref } from '../../view/addresses/addresses';
import { changeView } from '../../view/change';
import { viewHref } from '../../view/serialize';
import type { View } from '../../view/view';

/** The feeds of a view, which tell of rows: a series whose rows stay in has none. */
function feedsOf(live: View, origin: string, title: string) {
  const feed = (name: 'feed.atom' | 'feed.json') => [
    { url: origin + servedTwinHref(live, name), title: `${title}: changes` },
  ];
  return { 'application/atom+xml': feed('feed.atom'), 'application/feed+json': feed('feed.json') };
}

/** What sites that preview links, feed readers and embedders look for in a page. `path` is beneath the dataset. */
export function pageMetadata(of: {
  readonly title: string;
  readonly series: Pick<SeriesMeta, 'title' | 'description' | 'licence'>;
  readonly view: View;
  readonly origin: string;
  readonly path?: string;
}): Metadata {
  const { series, view, origin, path = '' } = of;
  const [title, description] = [pageText(of.title), pageText(series.description)];
  const live = changeView(view, { revision: null, incident: null });
  const page = origin + viewHref(path === '' ? view : { ...view, incident: null }, path);
  const card = origin + servedTwinHref(view, 'card.png');
  const image = { url: card, width: 1200, height: 630, alt: title };
  const oembed = `${origin}${BASE_PATH}/api/oembed?url=${encodeURIComponent(origin + viewHref(live))}`;
  return {
    title: `${title} · ${pageText(series.title)}`,
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
