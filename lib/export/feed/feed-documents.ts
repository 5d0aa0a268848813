import { Feed } from 'feed';
import { escapeXml } from '../../text/escape-xml';
import { showable } from '../../text/fold';
import type { FeedEntry } from './entry';

/** A feed of a view, whatever the format. Addresses are absolute. */
export interface FeedDocument {
  readonly title: string;
  readonly description: string;
  readonly language: string;
  readonly publisher: string;
  readonly rights: string;
  /** The dashboard of the view. */
  readonly url: string;
  /** This feed in its two formats. */
  readonly atomUrl: string;
  readonly jsonUrl: string;
  /** Newest first. */
  readonly entries: readonly FeedEntry[];
  /** When the newest revision was published, ISO 8601 in UTC. */
  readonly updated: string;
}

/** Text as it can be shown, without the characters that XML cannot hold. */
function plain(text: string): string {
  return showable(text).replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd');
}

function html({ summary, lines }: FeedEntry): string {
  if (lines.length === 0) return `<p>${escapeXml(plain(summary))}</p>`;
  return `<ul>${lines.map((line) => `<li>${escapeXml(plain(line))}</li>`).join('')}</ul>`;
}

/** A feed as Atom (RFC 4287). Titles are typed HTML by the library, so they are escaped as such. */
export function atomFeed(document: Omit<FeedDocument, 'jsonUrl'>): string {
  const { title, description, language, publisher, rights, url, atomUrl, updated } = document;
  const feed = new Feed({
    id: url,
    title: plain(title),
    description: plain(description),
    language,
    link: url,
    updated: new Date(updated),
    author: { name: plain(publisher) },
    copyright: plain(rights),
    generator: 'Annals',
    feedLinks: { atom: atomUrl },
  });
  for (const entry of document.entries) {
    feed.addItem({
      id: entry.id,
      title: escapeXml(plain(entry.title)),
      link: entry.url,
      date: new Date(entry.updated),
      description: escapeXml(plain(entry.summary)),
      content: html(entry),
    });
  }
  return feed.atom1();
}

/** A feed as JSON Feed 1.1. */
export function jsonFeed(document: FeedDocument): string {
  const { title, description, language, publisher, url, jsonUrl, entries } = document;
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: plain(title),
    description: plain(description),
    language,
    home_page_url: url,
    feed_url: jsonUrl,
    authors: [{ name: plain(publisher) }],
    items: entries.map((entry) => ({
      id: entry.id,
      url: entry.url,
      title: plain(entry.title),
      summary: plain(entry.summary),
      content_html: html(entry),
      date_published: entry.updated,
      date_modified: entry.updated,
    })),
  });
}
