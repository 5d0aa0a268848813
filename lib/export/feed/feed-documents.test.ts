import { parseAtomFeed, parseJsonFeed } from 'feedsmith';
import { describe, expect, it } from 'vitest';
import { figure, incident, seriesOfHand } from '../../../testing/series/hand-made';
import { compareIncidents } from '../../query/changes/compare-incidents';
import type { IncidentChange } from '../../query/changes/compare-views';
import { type EntryContext, entryOf } from './entry';
import { atomFeed, type FeedDocument, jsonFeed } from './feed-documents';

const HOSTILE = '<script>alert(1)</script> ]]> & "quoted" \u202eevil\u0007 =cmd()';
const OLD = incident('a', '2020-01-05', ['x'], { title: HOSTILE, fatalities: figure('144') });
const YOUNG = { ...OLD, fatalities: figure('145') };
const GUIDE = seriesOfHand([OLD, YOUNG]);
const REVISION = '0123456789abcdef'.repeat(4);

const context: EntryContext = {
  dataset: 'hand',
  revision: REVISION,
  parent: 'f'.repeat(64),
  time: '2024-06-24T10:00:00.000Z',
  before: GUIDE,
  after: GUIDE,
  urlOf: (id, revision) => `https://example.org/hand/incidents/${id}?r=${revision.slice(0, 12)}`,
};
const changed: IncidentChange = {
  kind: 'changed',
  id: 'a',
  before: OLD,
  after: YOUNG,
  fields: compareIncidents(OLD, YOUNG),
};
const added: IncidentChange = { kind: 'added', id: 'a', before: null, after: OLD, fields: [] };
const removed: IncidentChange = { kind: 'removed', id: 'a', before: OLD, after: null, fields: [] };

const DOCUMENT: FeedDocument = {
  title: `Attacks mentioning “${HOSTILE}”`,
  description: 'A feed',
  language: 'en',
  publisher: 'A publisher & co',
  rights: 'CC BY 4.0',
  url: 'https://example.org/hand?actor=x&relation=claimed',
  atomUrl: 'https://example.org/hand/feed.atom?actor=x',
  jsonUrl: 'https://example.org/hand/feed.json?actor=x',
  updated: '2024-06-24T10:00:00.000Z',
  entries: [changed, removed, added].map((change) => entryOf(change, context)),
};

describe('entryOf', () => {
  it('says what changed, from what to what', () => {
    expect(entryOf(changed, context)).toMatchObject({
      title: `Corrected: ${HOSTILE} (5 Jan 2020)`,
      lines: ['Killed: 144 → 145'],
      url: 'https://example.org/hand/incidents/a?r=0123456789ab',
    });
  });

  it('tells a change of an own field by its label', () => {
    const field = { id: 'damage', label: 'Damage', kind: 'number', many: false, unit: 'USD' } as const;
    const more = { aggregate: 'sum', column: null, description: null } as const;
    const guide = { ...GUIDE, fields: [{ ...field, ...more }] };
    const other = { ...OLD, own: { damage: 1200 } };
    const change = { ...changed, after: other, fields: compareIncidents(OLD, other) };
    expect(entryOf(change, { ...context, before: guide, after: guide })).toMatchObject({
      title: `Corrected: ${HOSTILE} (5 Jan 2020)`,
      lines: ['Damage (USD): none → 1,200'],
    });
  });

  it('leads to the last revision that has a removed incident', () => {
    expect(entryOf(removed, context).url).toBe('https://example.org/hand/incidents/a?r=ffffffffffff');
  });

  it('calls a change of links alone a new attribution', () => {
    const other = incident('a', '2020-01-05', ['y'], { title: HOSTILE, fatalities: figure('144') });
    const change = { ...changed, after: other, fields: compareIncidents(OLD, other) };
    expect(entryOf(change, context).title).toMatch(/^Re-attributed: /);
  });
});

describe('atomFeed', () => {
  // Read back with another library than the one that writes it.
  const read = parseAtomFeed(atomFeed(DOCUMENT));

  it('has what RFC 4287 asks of a feed and of each entry', () => {
    expect(read).toMatchObject({ id: DOCUMENT.url, authors: [{ name: 'A publisher & co' }] });
    expect(read.links?.map(({ rel, href }) => [rel, href])).toEqual([
      ['alternate', DOCUMENT.url],
      ['self', DOCUMENT.atomUrl],
    ]);
    expect(read.entries).toHaveLength(3);
    for (const entry of read.entries ?? []) {
      expect(entry.id).toMatch(/^urn:annals:hand:0123456789abcdef:1719223200000:a$/);
      expect(entry.updated).toBe('2024-06-24T10:00:00.000Z');
    }
  });

  it('carries hostile text as text', () => {
    const xml = atomFeed(DOCUMENT);
    expect(xml).not.toMatch(/<script/);
    expect(xml).not.toContain('\u0007');
    expect(JSON.stringify(read.entries?.[0]?.title)).toContain('&lt;script&gt;');
  });
});

describe('jsonFeed', () => {
  it('is a JSON Feed 1.1 with the same entries', () => {
    const text = jsonFeed(DOCUMENT);
    expect(JSON.parse(text).version).toBe('https://jsonfeed.org/version/1.1');
    const read = parseJsonFeed(text);
    const shown = '<script>alert(1)</script> ]]> & "quoted" evil\ufffd =cmd()';
    expect(read.items?.map(({ title }) => title)).toEqual(
      ['Corrected', 'Removed', 'Added'].map((verb) => `${verb}: ${shown} (5 Jan 2020)`),
    );
    expect(read.items?.[0]?.content_html).toBe('<ul><li>Killed: 144 → 145</li></ul>');
  });
});
