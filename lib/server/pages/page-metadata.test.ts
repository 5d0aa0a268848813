import { describe, expect, it } from 'vitest';
import type { DatasetId } from '../../series/model';
import { parseView } from '../../view/parse';
import { pageMetadata } from './page-metadata';

const series = { title: 'A series', description: 'What it is.', licence: { name: 'CC0', url: null } };
const query = 'from=-12m&actor=x&incident=i&r=abcdefabcdef';
const { view } = parseView('hand' as DatasetId, new URLSearchParams(query));
const metadataOf = (of: typeof series & { licence: { closed?: string } }) =>
  pageMetadata({ title: 'Attacks', series: of, view, origin: 'https://example.org' });

describe('what a page says of itself to others', () => {
  it('names the feeds of its live view, whatever revision and incident it shows', () => {
    const types = metadataOf(series).alternates?.types;
    expect(types?.['application/atom+xml']).toEqual([
      { url: 'https://example.org/hand/feed.atom?from=-12m&actor=x', title: 'Attacks: changes' },
    ]);
    expect(types?.['application/feed+json']).toMatchObject([
      { url: 'https://example.org/hand/feed.json?from=-12m&actor=x' },
    ]);
  });

  it('names no feed where the rows of the series stay in', () => {
    const types = metadataOf({ ...series, licence: { ...series.licence, closed: 'Not ours.' } }).alternates
      ?.types;
    expect(Object.keys(types ?? {})).toEqual(
      expect.arrayContaining(['application/json+oembed', 'text/html']),
    );
    expect(Object.keys(types ?? {}).filter((type) => /atom|feed/.test(type))).toEqual([]);
  });

  it('says nothing that reorders or hides what stands beside it', () => {
    const bad = 'a\u202eb\u0007';
    const of = { ...series, title: bad, description: bad };
    const { title, description, openGraph } = pageMetadata({ title: bad, series: of, view, origin: '' });
    expect([title, description, openGraph?.title]).toEqual(['ab\ufffd · Annals', 'ab\ufffd', 'ab\ufffd']);
  });

  it('begins with what is counted, and names the series once', () => {
    const of = { series, view, origin: '' };
    const { description, openGraph } = pageMetadata({ ...of, title: 'Attacks', says: '23 attacks.' });
    expect([description, openGraph?.description]).toEqual(Array(2).fill('23 attacks. What it is.'));
    expect(pageMetadata({ ...of, title: 'About: A series' }).title).toBe('About: A series · Annals');
  });

  it('has the card of this very view', () => {
    expect(metadataOf(series).openGraph?.images).toMatchObject([
      { url: `https://example.org/hand/card.png?${query}`, width: 1200, height: 630 },
    ]);
  });
});
