import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A row of a made-up series: text as it stands in a cell, without quotes. `actor` is empty where nobody is tied to it. */
export interface Row {
  readonly id: string;
  readonly date: string;
  readonly title: string;
  readonly type: string;
  readonly place: string;
  readonly killed: string;
  readonly actor: string;
  readonly notes?: string;
}

/** What is said of a made-up series beside its rows. */
export interface Series {
  readonly title: string;
  readonly rows: readonly Row[];
  /** Further keys of the manifest. */
  readonly annals?: Readonly<Record<string, unknown>>;
}

/** A cell as RFC 4180 has it. */
const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;
const csv = (rows: readonly (readonly string[])[]) => rows.map((row) => row.map(cell).join(',')).join('\n');

function resource(name: string, header: readonly string[], rows: readonly (readonly string[])[]) {
  const fields = header.map((field) => ({
    name: field,
    type: field.startsWith('killed') ? 'integer' : 'string',
  }));
  return { about: { name, path: `${name}.csv`, schema: { fields } }, text: csv([header, ...rows]) };
}

const INCIDENTS = 'id date title type place killed_low killed_best killed_high source_ids notes'.split(' ');
const distinct = (values: readonly string[]) => [...new Set(values.filter((value) => value !== ''))].sort();

function resources({ rows }: Series) {
  const named = (values: readonly string[]) => distinct(values).map((id) => [id, id.replace(/-/g, ' ')]);
  const tied = rows.filter(({ actor }) => actor !== '');
  return [
    resource(
      'incidents',
      INCIDENTS,
      rows.map(({ id, date, title, type, place, killed, notes = '' }) => {
        return [id, date, title, type, place, killed, killed, killed, 'gazette', notes];
      }),
    ),
    resource(
      'links',
      ['incident', 'actor', 'relation', 'certainty'],
      tied.map(({ id, actor }) => [id, actor, 'claimed', 'certain']),
    ),
    resource('actors', ['id', 'name'], named(rows.map(({ actor }) => actor))),
    resource('types', ['id', 'label'], named(rows.map(({ type }) => type))),
    resource(
      'sources',
      ['id', 'publisher', 'title', 'date', 'url', 'url_status'],
      [['gazette', 'The Gazette', 'What happened', '2020-01-01', 'https://example.org/gazette', 'as seen']],
    ),
  ];
}

/** Runs a command of the command line upon the store of the tested server; what it prints on standard output. */
export async function annals(...words: readonly string[]): Promise<string> {
  const { ANNALS_E2E_STORE: store } = process.env;
  const root = join(import.meta.dirname, '..');
  const env = { ...process.env, ANNALS_STORE: store };
  const { stdout } = await run(process.execPath, ['bin/annals.mjs', ...words], { cwd: root, env });
  return stdout;
}

/** Publishes rows as a revision of a dataset, the way an editor does; the hash of the revision. */
export async function publish(dataset: string, series: Series): Promise<string> {
  const parts = resources(series);
  const manifest = {
    name: dataset,
    title: series.title,
    licenses: [{ name: 'CC0-1.0' }],
    annals: {
      format: 1,
      publisher: 'The Gazette',
      coverage: { from: '2020-01-01', to: '2021-12-31', places: 'Nowhere; invented' },
      ...series.annals,
    },
    resources: parts.map(({ about }) => about),
  };
  const folder = await mkdtemp(join(tmpdir(), 'annals-series-'));
  try {
    await writeFile(join(folder, 'datapackage.json'), JSON.stringify(manifest));
    await Promise.all(parts.map(({ about, text }) => writeFile(join(folder, about.path), text)));
    return JSON.parse(await annals('import', folder, '--as', dataset, '--json')).revision;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** An id that no other run of the tests uses, so that a spec can be run again upon the same store. */
export function freshId(name: string): string {
  return `${name}-${Date.now().toString(36)}${process.pid.toString(36)}`;
}

/** Whether a part of a path is an id of {@link freshId}: what tests publish while others run changes under these. */
export function isFresh(part: string): boolean {
  return /-(?=[a-z]*\d)[\da-z]{9,}$/.test(part);
}
