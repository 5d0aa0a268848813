import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { anchorOf } from '../components/page/document';
import { BROWSERS } from '../components/page/old-browser';
import { importCommand } from '../lib/cli/commands/import-command';
import { variableOf } from '../lib/cli/importing/limit-options';
import { EXIT_WORDS } from '../lib/cli/terminal/exit';
import { changesDocument } from '../lib/export/changes/changes-document';
import { summarise } from '../lib/export/changes/summary';
import { LISTING_KEYS, listingDocument, planListing } from '../lib/export/documents/listing';
import { PROBLEM_KINDS } from '../lib/export/documents/problem-codes';
import { viewDocument } from '../lib/export/documents/view-document';
import { watchDocument } from '../lib/export/documents/watch-document';
import { atomFeed, jsonFeed } from '../lib/export/feed/feed-documents';
import { ROW_COLUMNS } from '../lib/export/formats/columns';
import { PANELS } from '../lib/export/html/embed-code';
import { PAGE_THEMES } from '../lib/export/html/styles';
import { DEFAULT_LIMITS } from '../lib/formats/limits';
import { FORMATS } from '../lib/formats/reading';
import { blobSource } from '../lib/formats/source/byte-source';
import { importDataPackage } from '../lib/importers/datapackage/datapackage';
import { PACKAGE_CODES } from '../lib/importers/datapackage/package-codes';
import { readPackageFolder } from '../lib/importers/datapackage/read-folder';
import { IMPORT_CODES } from '../lib/importers/import-codes';
import { examine } from '../lib/importers/run/import-file';
import { checkMapping } from '../lib/mapping/checks/check-mapping';
import { emptyMapping } from '../lib/mapping/empty-mapping';
import { mappedColumns } from '../lib/mapping/mapped-columns';
import { KNOWN_LAYOUTS } from '../lib/mapping/presets/known-layouts';
import { shapeOf } from '../lib/mapping/shape';
import type { CodeEntry } from '../lib/problems/code-table';
import type { Engine } from '../lib/query/engine';
import { planDays } from '../lib/query/exposure/rate';
import { METHODS } from '../lib/query/info/methods-version';
import type { SeriesInfo } from '../lib/query/info/series-info';
import { evaluate } from '../lib/query/meaning/evaluate';
import { answerPlan } from '../lib/query/plan/answers';
import { planView } from '../lib/query/plan/plan';
import type { Watch } from '../lib/query/watch/watch';
import { PICTURE_THEMES } from '../lib/render/picture/picture';
import { COLUMNS, FACETS, SPLITS } from '../lib/series/field-table';
import { MEASURES } from '../lib/series/measures';
import { CERTAINTIES, type DatasetId, INITIATORS, RELATIONS, type Series } from '../lib/series/model';
import { MOST_ENTRIES, MOST_REVISIONS } from '../lib/server/changes/feed-entries';
import { HEIGHTS, PICTURE_KEYS, SCALES, WIDTHS } from '../lib/server/twins/pictures/picture-params';
import { TWINS } from '../lib/server/twins/table';
import { GRAMMAR } from '../lib/view/grammar';
import { parseView } from '../lib/view/parse';
import { ISSUE_CODES, MODES, STANDARD } from '../lib/view/view';
import { collectSeries } from '../testing/files/collect-series';
import { DATE_SHAPES, type DateShape } from '../testing/files/date-shapes';
import { everythingOffered } from '../testing/series/everything-offered';

const ROOT = new URL('..', import.meta.url).pathname;
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const DOCUMENTS = [
  'README.md',
  'ARCHITECTURE.md',
  'CHANGELOG.md',
  'docs/api.md',
  'docs/cli.md',
  'docs/deploy.md',
  'docs/formats.md',
  'docs/methods.md',
  'docs/url.md',
  'SECURITY.md',
];

/** The part of a document under one heading of the second level. */
function section(path: string, heading: string): string {
  const [, text] = `${read(path)}\n## `.split(`\n## ${heading}\n`);
  if (text === undefined) throw new Error(`${path} has no heading “${heading}”`);
  return text.split('\n## ')[0] ?? '';
}

/** The rows of the table that begins with a header, as cells; the first cell without its backticks. */
function table(text: string, header: string): string[][] {
  const lines = text.split('\n');
  const begin = lines.findIndex((line) => line.startsWith(`| ${header} |`));
  if (begin < 0) throw new Error(`no table begins with “${header}”`);
  const rows = lines.slice(begin + 2);
  const end = rows.findIndex((line) => !line.startsWith('|'));
  return rows.slice(0, end < 0 ? undefined : end).map((line) =>
    line
      .slice(1, -1)
      .split(' |')
      .map((cell, at) => (at === 0 ? cell.trim().replaceAll('`', '') : cell.trim())),
  );
}

const names = (rows: readonly string[][]) => rows.map(([name]) => name);
const codes = (text: string) => [...text.matchAll(/`([^`]+)`/g)].map(([, code]) => code);

/** The table of keys as docs/url.md has it, made of the grammar. */
function keyTable(): string {
  const rows = Object.entries(GRAMMAR).map(
    ([key, { meaning, values, otherwise }]) => `| \`${key}\` | ${meaning} | ${values} | ${otherwise} |`,
  );
  return ['| key | meaning | values | default |', '|---|---|---|---|', ...rows].join('\n');
}

describe('docs/url.md', () => {
  const path = join(ROOT, 'docs/url.md');
  const [TABLE] = /^\| key \|(?:.*\n)*?(?=\n)/m.exec(read('docs/url.md')) ?? [''];

  it('has the table of keys that the grammar makes', () => {
    if (process.env.UPDATE_GOLDENS) {
      writeFileSync(
        path,
        read('docs/url.md').replace(TABLE, () => `${keyTable()}\n`),
      );
    } else expect(TABLE.trimEnd()).toBe(keyTable());
  });

  it.each([
    ['relation', [...RELATIONS, 'none']],
    ['certainty', [...CERTAINTIES, 'none']],
    ['disputed', ['no', 'only']],
    ['initiator', ['foreign-state', 'mixed', 'non-state', 'state', 'unclear']],
    ['scope', ['in', 'out']],
    ['bin', ['day', 'month', 'quarter', 'week', 'year']],
    ['measure', MEASURES],
    ['split', SPLITS],
    ['mode', MODES],
    ['sort', COLUMNS],
  ])('lists the values of %s and no others', (key, values) => {
    const cell = table(TABLE, 'key').find(([name]) => name === key)?.[2] ?? '';
    expect(codes(cell).sort()).toEqual([...values].sort());
  });
});

/** Every source of the page, tests left out. */
function sources(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path))
    .map((path) => join(folder, path));
}

function anchors(path: string): string[] {
  return [...read(path).matchAll(/^#{1,6} (.+)$/gm)].map(([, heading]) => anchorOf(heading ?? ''));
}

describe('what documents say of the code', () => {
  const named = [
    'ARCHITECTURE.md',
    'README.md',
    ...readdirSync(join(ROOT, 'docs')).map((file) => `docs/${file}`),
  ]
    .filter((path) => path.endsWith('.md'))
    .flatMap((path) =>
      [...read(path).matchAll(/`((?:lib|components|app|bench|testing)\/[\w./[\]-]+)`/g)].map(
        ([, file]) => [file ?? '', path] as const,
      ),
    );

  it('is something', () => {
    expect(named.length).toBeGreaterThan(20);
  });

  it.each(named)('names %s in %s, which is there', (file) => {
    expect(existsSync(join(ROOT, file))).toBe(true);
  });

  it('names five rooms at most for each of ten typical changes', () => {
    const changes = table(read('ARCHITECTURE.md'), 'change');
    expect(changes).toHaveLength(10);
    for (const [change = '', rooms = ''] of changes) {
      const folders = new Set(
        [...rooms.matchAll(/`((?:app|components|lib)(?:\/[^/`]+)?)/g)].map(([, path]) => path),
      );
      expect(folders.size, change).toBeGreaterThan(0);
      expect(folders.size, change).toBeLessThanOrEqual(5);
    }
  });
});

describe('docs/methods.md', () => {
  const links = ['app', 'components', 'lib']
    .flatMap(sources)
    .flatMap((path) =>
      [...read(path).matchAll(/\/methods#([^"'`]*)/g)].map(([, anchor]) => [anchor ?? '', path]),
    );

  it('is linked to by the page', () => {
    expect(links.length).toBeGreaterThan(1);
  });

  it.each(links)('has the heading #%s that %s links to', (anchor) => {
    expect(anchors('docs/methods.md')).toContain(anchor);
  });

  it('explains every mode of the chart, relation, certainty and kind of initiator', () => {
    const explained = codes(read('docs/methods.md')).map((code) => code?.replace(/^initiator=/, ''));
    expect(explained).toEqual(
      expect.arrayContaining([...MODES, ...RELATIONS, ...CERTAINTIES, ...INITIATORS]),
    );
  });
});

const QUERY = 'from=2017-04&to=2017-04&actor=islamic-state&relation=claimed&bin=month';
const DATASET = 'russia-militancy' as DatasetId;
const DAY = '2024-06-24T10:00:00.000Z';

/** The JSON examples of a section of docs/api.md. */
function examples(heading: string): Record<string, unknown>[] {
  return [...section('docs/api.md', heading).matchAll(/```json\n([\s\S]*?)```/g)].map(([, text]) =>
    JSON.parse(text ?? ''),
  );
}

/** What does not depend on where and when a revision was published, nor on rows beside those of the example. */
function lasting({ revision: _, published: __, next: ___, frozen, ...rest }: Record<string, unknown>) {
  return { ...rest, frozen: String(frozen).replace(/&r=[0-9a-f]{12}$/, '') };
}

describe('docs/api.md', () => {
  let view: Record<string, unknown>;
  let listing: Record<string, unknown> & { rows: readonly object[] };

  beforeAll(async () => {
    const { series } = importDataPackage(DATASET, await readPackageFolder(join(ROOT, 'data', DATASET)));
    const parsed = parseView(DATASET, new URLSearchParams(QUERY)).view;
    const made = await documents(series as Series, parsed);
    // As a client reads them.
    ({ view, listing } = JSON.parse(JSON.stringify(made)));
  });

  async function documents(series: Series, asked: ReturnType<typeof parseView>['view']) {
    const info: SeriesInfo = {
      guide: series,
      revision: '0'.repeat(64),
      published: '2026-01-02',
      incidents: series.incidents.length,
      ranking: { actor: [], type: [], region: [] },
      offers: everythingOffered(series),
      places: { points: 0, extent: null },
      standard: STANDARD,
    };
    const engine: Engine = {
      name: 'evaluate',
      run: (query) => Promise.resolve(evaluate(series, query)),
      close: () => Promise.resolve(),
    };
    const answers = await answerPlan(engine, planView(asked, info));
    const days = await engine.run(planDays(asked, info));
    const rows = await engine.run(planListing(asked, info, 0, 1));
    return {
      view: viewDocument({ info, view: asked, answers, days, problems: [], warnings: [] }),
      listing: listingDocument(asked, info, 0, rows),
    };
  }

  it('lists the keys of view.json', () => {
    expect(names(table(section('docs/api.md', 'view.json'), 'key'))).toEqual(Object.keys(view));
  });

  it('lists the keys of watch.json', () => {
    const info = {
      guide: {
        meta: { id: DATASET, noun: { one: 'attack', many: 'attacks' }, coverage: { from: 0, to: 9 } },
      },
      revision: '',
    };
    const watch = { why: 'too-few', span: null, notices: [], level: 0 } as unknown as Watch;
    const asked = parseView(DATASET, new URLSearchParams()).view;
    const document = watchDocument(
      info as unknown as SeriesInfo,
      asked,
      watch,
      {
        publications: 1,
        late: null,
        bars: null,
      },
      { rates: [], names: [] },
    );
    expect(names(table(section('docs/api.md', 'watch.json'), 'key'))).toEqual(Object.keys(document));
  });

  it('lists the keys of coverage in view.json', () => {
    const rows = table(section('docs/api.md', 'view.json'), 'key of `coverage`');
    expect(names(rows)).toEqual(Object.keys(view.coverage as object));
  });

  it('shows view.json as it is for the bundled series', () => {
    const [example] = examples('view.json');
    expect(lasting(example ?? {})).toEqual(lasting(view));
    expect(Object.keys(example ?? {})).toEqual(Object.keys(view));
  });

  it('lists the keys of incidents.json, of its rows, and of its address', () => {
    const text = section('docs/api.md', 'incidents.json');
    expect(names(table(text, 'key'))).toEqual(Object.keys(listing));
    expect(names(table(text, 'key of a row'))).toEqual(Object.keys(listing.rows[0] ?? {}));
    for (const key of LISTING_KEYS) expect(text).toContain(`- \`${key}\`: `);
  });

  it('shows incidents.json as it is for the bundled series', () => {
    const [example] = examples('incidents.json');
    expect(lasting(example ?? {})).toEqual(lasting(listing));
  });

  it('lists the columns of incidents.csv in their order', () => {
    const [, list] = section('docs/api.md', 'incidents.csv').split('in this order:');
    expect(codes(list ?? '')).toEqual(ROW_COLUMNS.map(([name]) => name));
  });

  it('lists every twin with its type', () => {
    const rows = table(read('docs/api.md'), 'twin of `/<dataset>`');
    const listed = rows.flatMap(([names = '', , type]) => names.split(', ').map((name) => [name, type]));
    const twins = [...TWINS].map(([name, { type }]) => [name, `\`${type}\``]);
    expect(listed.sort()).toEqual(twins.sort());
  });

  it('lists the keys of a picture with their limits', () => {
    const rows = table(section('docs/api.md', 'Pictures'), 'key of a picture');
    expect(names(rows)).toEqual([...PICTURE_KEYS]);
    const span = ({ least, most }: { least: number; most: number }) => `${least} to ${most}`;
    const [width, height, theme, scale] = rows.map(([, values]) => values);
    expect(width).toContain(span(WIDTHS));
    expect(rows[0]?.[2]).toBe(String(WIDTHS.standard));
    expect(height).toContain(span(HEIGHTS));
    expect(codes(theme ?? '')).toEqual([...PICTURE_THEMES]);
    expect(scale).toContain(span(SCALES));
  });

  it('lists the panels for other pages with their heights, and their themes', () => {
    const text = section('docs/api.md', 'Embeds');
    expect(table(text, 'panel')).toEqual(PANELS.map(({ id, height }) => [id, String(height)]));
    for (const theme of PAGE_THEMES) expect(text).toContain(`\`${theme}\``);
  });

  it('lists the keys of changes.json and of its summary', () => {
    const text = section('docs/api.md', 'changes.json');
    const summary = summarise([]);
    const guide = { meta: { id: DATASET }, fields: [] as Series['fields'] } as Series;
    const side = { revision: '', published: '', guide };
    const document = changesDocument({
      ...{ before: side, after: side, words: '', summary, guideChanges: [], changes: [] },
    });
    expect(names(table(text, 'key'))).toEqual(Object.keys(document));
    expect(names(table(text, 'key of `summary`'))).toEqual(Object.keys(summary));
  });

  it('lists the fields of an entry as both kinds of feed write them', () => {
    const entry = { id: 'urn:x', title: 'T', summary: 'S', lines: ['L'], url: 'https://x/', updated: DAY };
    const of = { title: 'T', description: 'D', language: 'en', publisher: 'P', rights: 'R', updated: DAY };
    const urls = { url: 'https://x/', atomUrl: 'https://x/a', jsonUrl: 'https://x/j' };
    const document = { ...of, ...urls, entries: [entry] };
    const [item] = JSON.parse(jsonFeed(document)).items;
    const [, atom = ''] = atomFeed(document).split('<entry>');
    const rows = table(section('docs/api.md', 'Feeds'), 'field');
    for (const [, atomCell, jsonCell] of rows) {
      for (const name of codes(atomCell ?? '')) expect(atom).toMatch(new RegExp(`<${name}[ >]`));
      for (const name of codes(jsonCell ?? '')) expect(Object.keys(item)).toContain(name);
    }
    expect(section('docs/api.md', 'Feeds')).toContain(
      `At most ${MOST_ENTRIES} entries, from the last ${MOST_REVISIONS} publications.`,
    );
  });

  it('names every setting that the code reads', () => {
    const found = [...sources('lib'), ...sources('app')].flatMap((path) => [
      ...read(path).matchAll(/process\.env\.(ANNALS_[A-Z_]+)|\b(ANNALS_[A-Z_]+)\b[^=\n]*\} = process\.env/g),
    ]);
    const settings = new Set(found.map(([, one, other]) => one ?? other ?? ''));
    const listed = names(table(section('docs/api.md', 'Settings'), 'setting'));
    expect(listed.length).toBeGreaterThan(3);
    const documented = read('docs/api.md') + read('docs/cli.md') + read('docs/deploy.md');
    expect([...settings].filter((name) => !documented.includes(`\`${name}\``))).toEqual([]);
  });

  it('names every facet of a query', () => {
    const [example] = examples('view.json');
    expect(Object.keys(example?.facets as object)).toEqual([...FACETS]);
  });

  const isIssue = (code: string) => (ISSUE_CODES as readonly string[]).includes(code);
  const kinds = Object.entries(PROBLEM_KINDS).map(([code, { status }]) => [code, String(status)]);

  it.each([
    ['Problems of a request', kinds.filter(([code]) => !isIssue(code ?? ''))],
    ['Problems of an address', kinds.filter(([code]) => isIssue(code ?? ''))],
    [
      'Problems of a data package',
      Object.entries(PACKAGE_CODES).map(([code, { effect }]) => [
        code,
        effect === 'fatal' ? '**fatal**' : 'no',
      ]),
    ],
  ])('lists every code under “%s”, with a sentence', (heading, expected) => {
    const rows = table(section('docs/api.md', heading), 'code');
    expect(rows.map((row) => row.slice(0, 2))).toEqual(expected);
    for (const [code, , sentence] of rows) expect(sentence, code).toMatch(/^\S.{20,}[.]$/);
  });

  it('lists the codes of ISSUE_CODES', () => {
    expect(names(table(section('docs/api.md', 'Problems of an address'), 'code'))).toEqual([...ISSUE_CODES]);
  });
});

describe('docs/cli.md', () => {
  const text = read('docs/cli.md');

  it('lists the options of import, and no others', () => {
    const hidden = ['progress-lines'];
    const options = Object.keys(importCommand.options).filter((name) => !hidden.includes(name));
    expect(names(table(section('docs/cli.md', 'Import'), 'option')).sort()).toEqual(
      options.map((name) => `--${name}`).sort(),
    );
  });

  it('lists the exit codes as the command line words them', () => {
    expect(table(text, 'code')).toEqual(Object.entries(EXIT_WORDS).map(([code, words]) => [code, words]));
  });

  it('lists every limit with its variable and default', () => {
    const limits = Object.entries(DEFAULT_LIMITS);
    expect(table(text, 'limit')).toEqual(
      limits.map(([name, value]) => [name, `\`${variableOf(name)}\``, value.toLocaleString('en')]),
    );
  });
});

describe('docs/formats.md', () => {
  const text = read('docs/formats.md');

  it('lists the formats that are read', () => {
    expect(names(table(text, 'format'))).toEqual([...FORMATS]);
  });

  it('lists the layouts that are known', () => {
    expect(names(table(text, 'layout'))).toEqual(KNOWN_LAYOUTS.map(({ id }) => id));
  });

  it('lists every field of a mapping', () => {
    const date = { kind: 'one', column: 'date', rule: DATE_SHAPES[0]!.rule, precision: null } as const;
    const fields = Object.keys(emptyMapping(date, ''));
    const others = ['format', 'shape', 'layout', 'reading'];
    expect(names(table(text, 'field'))).toEqual(fields.filter((field) => !others.includes(field)));
  });

  const [, example = ''] = /```json\n([\s\S]*?)```/.exec(text) ?? [];
  const [, rows = ''] = /```csv\n([\s\S]*?)```/.exec(text) ?? [];

  it('shows a whole mapping, with every key, that fits the table beside it', () => {
    const json = JSON.parse(example);
    const date = { kind: 'one', column: 'date', rule: DATE_SHAPES[0]!.rule, precision: null } as const;
    expect(Object.keys(json)).toEqual(Object.keys(emptyMapping(date, '')));
    const columns = (rows.split('\n')[0] ?? '').split(',').map((name) => ({ name }));
    expect(checkMapping(json, columns)).toEqual({ kind: 'ok', mapping: json });
    const used = new Set(Object.values(mappedColumns(json)).flat());
    expect(columns.filter(({ name }) => !used.has(name))).toEqual([]);
    expect(json.shape).toBe(shapeOf(columns));
  });

  it('shows a mapping that makes of the row beside it what it says', async () => {
    const found = await examine(blobSource(new Blob([rows]), 'rows.csv'));
    if (found.kind !== 'table') throw new Error(found.kind);
    const { series, problems } = await collectSeries(found, JSON.parse(example), {
      id: DATASET as DatasetId,
      title: '',
    });
    expect(problems).toEqual([]);
    expect(series.meta).toMatchObject({ title: 'Attacks in Upland', publisher: 'The Gazette' });
    expect(series.incidents).toMatchObject([
      {
        date: { edtf: '2021-04-03' },
        fatalities: { low: 2, best: 3, high: 5 },
        injured: { low: null, best: null, high: null },
        place: { name: 'Zorbl', lat: 41.25, lon: 44.5, precision: 'town' },
        links: [{ relation: 'claimed' }, { relation: 'claimed' }],
        targets: ['traders'],
      },
    ]);
    expect(series.actors.map(({ name }) => name).sort()).toEqual(['NF Youth', 'Northern Front']);
    expect(series.types.map(({ label }) => label)).toContain('attack');
  });

  it('lists every question that the importer asks', () => {
    const askers = ['lib/formats', 'lib/mapping'].flatMap(sources).map(read);
    const asked = askers.flatMap((code) => [
      ...[...code.matchAll(/\bid: '([a-z-]+)',\s+text:/g)].map(([, id]) => id),
      ...[...code.matchAll(/\bkey: '[a-z]+', id: '([a-z-]+)'/g)].map(([, id]) => id),
    ]);
    expect(names(table(text, 'question')).sort()).toEqual([...new Set(asked)].sort());
  });

  it('lists every shape of a date with its example and what it becomes', () => {
    const row = ({ shape, example, edtf }: DateShape) => [shape, `\`${example}\``, `\`${edtf}\``];
    expect(table(text, 'shape')).toEqual(DATE_SHAPES.map(row));
  });

  it('lists every limit with its default', () => {
    const rows = table(text, 'limit').map(([name, , value]) => [name, value]);
    expect(rows).toEqual(
      Object.entries(DEFAULT_LIMITS).map(([name, value]) => [name, value.toLocaleString('en')]),
    );
  });

  it('lists every problem code that is not of a package alone, with its effect and in its words', () => {
    const own = Object.entries<CodeEntry>(IMPORT_CODES).filter(
      ([code]) => !Object.hasOwn(PACKAGE_CODES, code),
    );
    expect(table(text, 'code')).toEqual(
      own.map(([code, { effect, meaning, advice }]) => [
        code,
        effect,
        advice === undefined ? meaning : `${meaning} ${advice}`,
      ]),
    );
  });
});

describe('README.md', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };

  it('has fewer than 100 lines', () => {
    expect(read('README.md').trimEnd().split('\n').length).toBeLessThan(100);
  });

  it('names only commands that there are', () => {
    const commands = [...read('README.md').matchAll(/\bnpm (?:run )?([a-z][a-z-]*)/g)].map(
      ([, name]) => name,
    );
    expect(commands.length).toBeGreaterThan(3);
    expect(commands.filter((name) => !Object.hasOwn(scripts, name ?? ''))).toEqual([]);
  });

  it('names the browsers that older ones are told of', () => {
    expect(read('README.md')).toContain(`${BROWSERS} and later`);
  });

  it('names only scripts and folders that there are', () => {
    const text = read('README.md');
    const scriptFiles = [...text.matchAll(/npx tsx (\S+)/g)].map(([, path]) => path ?? '');
    const folders = names(table(text, 'folder'));
    expect(scriptFiles.length).toBeGreaterThan(0);
    expect([...scriptFiles, ...folders].filter((path) => !existsSync(join(ROOT, path ?? '')))).toEqual([]);
  });
});

describe('links between documents', () => {
  const links = DOCUMENTS.flatMap((from) =>
    [...read(from).matchAll(/\]\(([^)\s]+)\)/g)]
      .map(([, href]) => href ?? '')
      .filter((href) => !/^https?:/.test(href))
      .map((href) => [from, href] as const),
  );

  it('are there', () => {
    expect(links.length).toBeGreaterThan(5);
  });

  it.each(links)('lead from %s to %s', (from, href) => {
    const [path = '', anchor] = href.split('#');
    const target = path === '' ? from : join(dirname(from), path);
    expect(existsSync(join(ROOT, target))).toBe(true);
    if (anchor !== undefined) expect(anchors(target)).toContain(anchor);
  });
});

describe('the versions of the methods', () => {
  it('end with that which the answers name, newest first', () => {
    const versions = [...read('docs/methods.md').matchAll(/^### Version (\d+), (\d+ \w+ \d{4})$/gm)];
    expect(versions.map(([, version]) => Number(version))).toEqual(
      Array.from({ length: METHODS }, (_, i) => METHODS - i),
    );
  });
});
