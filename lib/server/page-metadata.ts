import type { Metadata } from 'next';
import { embedHref } from '../export/embed-code';
import { changeView } from '../view/change';
import { viewHref } from '../view/serialize';
import type { View } from '../view/view';

/** What sites that preview links, feed readers and embedders look for in a page. `path` is beneath the dataset. */
export function pageMetadata(of: {
  readonly title: string;
  readonly series: string;
  readonly description: string;
  readonly view: View;
  readonly origin: string;
  readonly path?: string;
}): Metadata {
  const { title, series, description, view, origin, path = '' } = of;
  const live = changeView(view, { revision: null, incident: null });
  const page = origin + viewHref(path === '' ? view : { ...view, incident: null }, path);
  const card = origin + viewHref(view, '/card.png');
  const image = { url: card, width: 1200, height: 630, alt: title };
  const oembed = `${origin}/api/oembed?url=${encodeURIComponent(origin + viewHref(live))}`;
  return {
    title: `${title} · ${series}`,
    description,
    openGraph: { type: 'website', siteName: 'Annals', title, description, url: page, images: [image] },
    twitter: { card: 'summary_large_image', title, description, images: [image] },
    alternates: {
      types: {
        'application/atom+xml': [{ url: origin + viewHref(live, '/feed.atom'), title: `${title}: changes` }],
        'application/feed+json': [{ url: origin + viewHref(live, '/feed.json'), title: `${title}: changes` }],
        'application/json+oembed': [{ url: oembed, title: `${title}: embed` }],
        'text/xml+oembed': [{ url: `${oembed}&format=xml`, title: `${title}: embed` }],
        'text/html': [{ url: origin + embedHref(view, 'activity'), title: `${title}: panel` }],
      },
    },
  };
}
