import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import { DuckDBInstance } from '@duckdb/node-api';
import { parse as parseCsv } from 'csv-parse/sync';
import { parseAtomFeed, parseJsonFeed } from 'feedsmith';
import readXlsxFile from 'read-excel-file/node';
import { SaxesParser } from 'saxes';
import { afterAll, describe, expect, it } from 'vitest';
import { type ReadElement, readPage } from '../../../testing/pages/read-page';
import { samplePictureInput } from '../../../testing/pictures/picture-sample';
import { sampleInfo } from '../../../testing/pictures/timeline-sample';
import { incident, seriesOfHand } from '../../../testing/series/hand-made';
import { changesDocument } from '../../export/changes/changes-document';
import { citationOf, citeAsBibtex, citeAsCsl, citeAsText } from '../../export/cite/citation';
import { type EntryContext, entryOf } from '../../export/feed/entry';
import { atomFeed, type FeedDocument, jsonFeed } from '../../export/feed/feed-documents';
import { aboutExport } from '../../export/formats/about-export';
import { type ExportFormat, exportStream } from '../../export/formats/export-stream';
import { incidentRow } from '../../export/formats/incident-row';
import { embedCode, PANELS } from '../../export/html/embed-code';
import { embedPage } from '../../export/html/embed-page';
import { savedPage, savePolicy } from '../../export/html/save-page';
import { compareIncidents } from '../../query/changes/compare-incidents';
import type { IncidentChange } from '../../query/changes/compare-views';
import { incidentCard } from '../../render/picture/incident-card';
import { drawPicture } from '../../render/picture/picture';
import { PICTURES } from '../../render/picture/picture-input';
import { toSvg } from '../../render/scene/svg';
import type { ActorId, RegionId, Series, Source, TypeId } from '../../series/model';
import { parseView } from '../../view/parse';
import { toPng } from './pictures/pictures';

/** What a table of incidents may hold, by what it attacks. */
const TEXTS: Readonly<Record<string, string>> = {
  markup:
    "<script>alert(1)</script>\"><img src=x onerror=alert(1)>' onload='x() ]]> <!-- &amp; </title></style></svg>",
  formula: '=HYPERLINK("http://example.org";"x")',
  'a formula behind a tab': '\t=1+1',
  direction: '\u202egnp.exe\u202c \u2067abc\u2066 \u200f!',
  control: 'a\u0000b\u0007c\u001b[31md\u0085e\u2028f\u2029g\ufffeh',
  'halves of characters': 'x\ud800y\udc00z\udfff',
  'line breaks and quotes': 'one\r\ntwo,"three"\rfour\n\n|five\\',
  LaTeX: '\\input{/etc/passwd} % $x_1$ {} # ^ ~ \\write18{rm}',
  length: 'long '.repeat(20_000),
  'one long word': 'w'.repeat(100_000),
  marks: `e${'\u0301'.repeat(5000)}`,
  emoji: '👩‍👩‍👧‍👦🏴‍☠️🔥'.repeat(50),
  empty: '',
};

function seriesOf(text: string): Series {
  const more = {
    title: text,
    notes: text,
    type: 't' as TypeId,
    regions: ['r' as RegionId],
    targets: [text, text],
    scopeNote: text,
    place: { name: text, country: text, lat: 43, lon: -45, precision: null, note: text },
    own: { said: text, several: [text, 'b'] },
  };
  const field = { label: text, unit: null, aggregate: 'none', column: text, description: text } as const;
  const base = seriesOfHand([
    incident(`id ${text}`.slice(0, 200), '2020-03-05', ['x claimed certain!', 'y'], more),
    incident('b', '2020-05', ['y attributed possible'], { ...more, regions: [] }),
  ]);
  const { meta } = base;
  return {
    ...base,
    fields: [
      { ...field, id: 'said', kind: 'category', many: false },
      { ...field, id: 'several', kind: 'address', many: true },
    ],
    meta: {
      ...{ ...meta, title: text, publisher: text, description: text, licence: { name: text, url: text } },
      coverage: { ...meta.coverage, places: text, note: text },
    },
    actors: base.actors.map((actor) => ({ ...actor, name: text, shortName: text })),
    types: [{ id: 't' as TypeId, label: text, description: text }],
    regions: [{ id: 'r' as RegionId, label: text, country: text }],
    coverageNotes: [
      {
        ...{ id: 'n', kind: 'thin', from: meta.coverage.from, to: meta.coverage.to, text },
        ...{ actors: ['x' as ActorId], types: [] },
      },
    ],
    annotations: [{ id: 'a', date: incident('d', '2020-06-01').date, label: text, text, sources: [] }],
  };
}

const dir = mkdtempSync(join(tmpdir(), 'annals-hostile-'));
afterAll(() => rmSync(dir, { recursive: true }));

function readXml(text: string): readonly { readonly name: string; readonly attributes: readonly string[] }[] {
  const tags: { name: string; attributes: string[] }[] = [];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => tags.push({ name, attributes: Object.keys(attributes) }));
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(text).close();
  return tags;
}

const OVERRIDES = /[\u202a-\u202e\u2066-\u2069]/;
const SVG_TAGS =
  'svg g a rect circle line path text tspan title defs pattern linearGradient stop clipPath'.split(' ');

function expectPlainSvg(svg: string): void {
  for (const { name, attributes } of readXml(svg)) {
    expect(SVG_TAGS).toContain(name);
    expect(attributes.filter((attribute) => /^on|^style$/i.test(attribute))).toEqual([]);
  }
}

const FOREIGN_TAGS = 'iframe object embed link base form image'.split(' ');

/** A page in which nothing runs and nothing is loaded but what is counted. */
function expectPlainPage(page: string, scripts: number): readonly ReadElement[] {
  const elements = readPage(page);
  expect(elements.filter(({ name }) => name === 'script')).toHaveLength(scripts);
  for (const { name, attributes } of elements) {
    expect(FOREIGN_TAGS).not.toContain(name);
    expect(Object.keys(attributes)).not.toContain('onerror');
    expect(Object.keys(attributes)).not.toContain('onload');
  }
  const links = elements.flatMap(({ attributes: { href } }) => href ?? []);
  expect(links.filter((href) => !/^(https?:\/\/|#|\/)/.test(href))).toEqual([]);
  expect(elements.find(({ name }) => name === 'body')?.text).not.toMatch(OVERRIDES);
  return elements;
}

async function bytesOf(stream: ReadableStream<Uint8Array>): Promise<Buffer> {
  return Buffer.from(await new Response(stream as ReadableStream<Uint8Array<ArrayBuffer>>).arrayBuffer());
}

async function duckdb(sql: string): Promise<readonly Record<string, unknown>[]> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const rows = (await connection.runAndReadAll(sql)).getRowObjectsJson();
  connection.closeSync();
  instance.closeSync();
  return rows as Record<string, unknown>[];
}

const ORIGIN = 'https://example.org';
const hashOf = (content: string) => createHash('sha256').update(content).digest('base64');
/** As UTF-8 holds it. */
const utf8 = (text: string): string => new TextDecoder().decode(new TextEncoder().encode(text));

/** The beginning of a text as XML can hold it, whatever a reader of workbooks makes of its white space. */
const settled = (text: string): string =>
  text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 100);

describe.each(Object.entries(TEXTS))('a series full of %s', (_, text) => {
  const series = seriesOf(text);
  const info = sampleInfo(series);
  const query = `q=${encodeURIComponent(
    [...text]
      .slice(0, 100)
      .join('')
      .replace(/\p{Surrogate}/gu, ''),
  )}`;
  const { view } = parseView(series.meta.id, new URLSearchParams(''));
  const rows = series.incidents.map((one) =>
    incidentRow({ incident: one, weight: 1, inLow: true, inBest: true, matched: [0] }),
  );
  const about = aboutExport({
    ...{ title: text, words: text, publisher: text, licence: text, citation: text, rows: rows.length },
    ...{ revision: 'f'.repeat(64), published: '2024-06-24', url: `${ORIGIN}/hand`, sourcesUntil: text },
    fields: series.fields,
  });
  async function* pages() {
    yield rows;
  }
  const exported = async (format: ExportFormat) =>
    bytesOf(exportStream(format, pages(), series.fields, rows.length, about));

  it('is safe in pictures', async () => {
    for (const search of ['', 'mode=panels', 'split=type&measure=fatalities', query]) {
      const input = await samplePictureInput(search, series);
      for (const kind of PICTURES) {
        const picture = drawPicture(kind, input, { width: 600, height: null, theme: 'light' });
        if (picture.kind !== 'picture') throw new Error('no height was asked for');
        const svg = toSvg(picture.scene);
        expectPlainSvg(svg);
        expect(picture.height).toBeLessThan(3000);
      }
    }
    const [first] = series.incidents;
    if (!first) throw new Error('there is no incident');
    const card = toSvg(incidentCard(first, info));
    expectPlainSvg(card);
    expect((await toPng(card, 1)).slice(1, 4)).toEqual(new Uint8Array([0x50, 0x4e, 0x47]));
  });

  it('is safe in CSV', async () => {
    const csv = await exported('csv');
    const [head = [], ...read] = parseCsv(csv, { relax_column_count: false }) as string[][];
    expect(read).toHaveLength(2);
    const cells = read.flatMap((row) =>
      row.filter((_, at) => !/^(lat|lon|.*_(low|best|high)|weight)$/.test(head[at] ?? '')),
    );
    expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
    const [title] = read.map((row) => row[head.indexOf('title')]);
    expect(title?.replace(/^'(?=[=+\-@\t\r])/, '')).toBe(utf8(text));
  });

  it('is whole in NDJSON and GeoJSON', async () => {
    const lines = (await exported('ndjson')).toString().trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line).title)).toEqual([text, text]);
    const geojson = JSON.parse((await exported('geojson')).toString());
    expect(
      geojson.features.map((feature: { properties: { notes: string } }) => feature.properties.notes),
    ).toEqual([text, text]);
  });

  it('is a text in XLSX and Parquet', async () => {
    const sheets = await readXlsxFile(await exported('xlsx'));
    const [head, first] = sheets[0]?.data ?? [];
    const cell = first?.[head?.indexOf('title') ?? -1] ?? '';
    expect(settled(String(cell))).toBe(settled(text));
    expect(sheets[0]?.data).toHaveLength(3);
    const path = join(dir, 'rows.parquet');
    writeFileSync(path, await exported('parquet'));
    expect(await duckdb(`SELECT title FROM '${path}'`)).toEqual([
      { title: utf8(text) },
      { title: utf8(text) },
    ]);
  });

  it('is safe in an embedded page and its code', async () => {
    const input = await samplePictureInput('', series);
    for (const { id: panel } of PANELS) {
      const page = embedPage({
        ...{ ...input, panel, theme: 'auto', origin: ORIGIN, incidents: series.incidents, closed: null },
      } as Parameters<typeof embedPage>[0]);
      expectPlainPage(page, 1);
      const code = readPage(embedCode({ origin: ORIGIN, view, panel, title: text }));
      expect(code).toHaveLength(5);
      expect(code.find(({ name }) => name === 'script')?.attributes.src).toBe(`${ORIGIN}/embed.js`);
    }
  });

  it('is safe in a saved page', async () => {
    const source: Source = {
      ...{ id: 's', title: text, publisher: text, url: `javascript:${text}`, date: null, urlSeen: true },
    } as unknown as Source;
    const input = {
      ...(await samplePictureInput('', series)),
      url: `${ORIGIN}/hand`,
      origin: 'Saved.',
      citation: text,
      sources: [source],
      policy: savePolicy(hashOf),
      matched: series.incidents.length,
    };
    const sourced = series.incidents.map((one) => ({ ...one, sources: [source.id] }));
    let page = '';
    const batches = async function* () {
      yield sourced;
    };
    for await (const piece of savedPage(input, batches())) page += piece;
    const elements = expectPlainPage(page, 1);
    const rows = elements.filter(({ name, attributes }) => name === 'tr' && attributes.class === 'row');
    expect(rows).toHaveLength(2);
    const policy = elements.find(({ attributes }) => 'http-equiv' in attributes)?.attributes.content;
    expect(policy).not.toContain('unsafe');
    for (const inline of elements.filter(({ name }) => name === 'style' || name === 'script')) {
      expect(policy).toContain(`${inline.name}-src 'sha256-${hashOf(inline.text)}'`);
    }
    expect(elements.filter(({ attributes }) => 'style' in attributes)).toEqual([]);
  });

  it('is safe in feeds', () => {
    const [first] = series.incidents;
    if (!first) throw new Error('there is no incident');
    const context: EntryContext = {
      ...{
        dataset: 'hand',
        revision: 'a'.repeat(64),
        parent: 'b'.repeat(64),
        time: '2024-06-24T10:00:00.000Z',
      },
      ...{ before: series, after: series, urlOf: () => `${ORIGIN}/hand` },
    };
    const plain = { ...first, title: 'plain', notes: 'plain', targets: [] };
    const changes: readonly IncidentChange[] = [
      { kind: 'added', id: first.id, before: null, after: first, fields: [] },
      { kind: 'changed', id: first.id, before: plain, after: first, fields: compareIncidents(plain, first) },
    ];
    const document: FeedDocument = {
      ...{
        title: text,
        description: text,
        language: 'en',
        publisher: text,
        rights: text,
        url: `${ORIGIN}/hand`,
      },
      ...{ atomUrl: `${ORIGIN}/a`, jsonUrl: `${ORIGIN}/j`, updated: context.time },
      entries: changes.map((change) => entryOf(change, context)),
    };
    const atom = atomFeed(document);
    readXml(atom);
    expect(parseAtomFeed(atom).entries).toHaveLength(2);
    const json = parseJsonFeed(jsonFeed(document));
    expect(json.items).toHaveLength(2);
    for (const content of [
      ...(parseAtomFeed(atom).entries ?? []).map((entry) => entry.content?.value),
      ...(json.items ?? []).map((item) => item.content_html),
    ]) {
      const elements = readPage(content ?? '');
      const found = new Set(elements.map(({ name }) => name));
      expect([...found].filter((name) => !/^(html|head|body|ul|li|p)$/.test(name))).toEqual([]);
      expect(elements.find(({ name }) => name === 'body')?.text).not.toMatch(OVERRIDES);
    }
    const body = changesDocument({
      ...{ before: info, after: info, words: text, guideChanges: [text], changes },
      summary: {} as Parameters<typeof changesDocument>[0]['summary'],
    });
    expect(JSON.parse(JSON.stringify(body)).incidents).toHaveLength(2);
  });

  it('is safe in citations', () => {
    const citation = citationOf(view, info, `${ORIGIN}/hand`, '2026-11-23');
    expect(citeAsText(citation)).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
    expect(JSON.parse(citeAsCsl(citation))).toHaveLength(1);
    const [item] = new Cite(
      citeAsBibtex({ ...citation, title: citation.title.slice(0, 2000), publisher: 'P' }),
    ).data;
    expect(item?.URL).toBe(`${ORIGIN}/hand`);
  });
});
