import { mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitrarySeries } from '../../../testing/series/arbitrary-series';
import { tinySeries } from '../../../testing/series/tiny-series';
import { inStoredOrder } from '../../../testing/stores/stored-order';
import type { Problem } from '../../problems/problem';
import type { DatasetId, RegionId, Series } from '../../series/model';
import { parseDay } from '../../time/day';
import { REVISION_FILES, revisionDir } from '../log/layout';
import { StoreError } from '../log/store-error';
import { openPublication } from '../publish/open-publication';
import { publish } from '../publish/publish';
import { SUMS_FILE } from './checksums';
import { readGuide, readHead, readRevision } from './read-revision';
import { revisionOf } from './revision-hash';

const ID = 'tiny' as DatasetId;
const BY = { source: 'test', importer: 'test/1', now: new Date('2024-06-24T12:00:00Z') };

/** Publishes into a new store and gives the folder of the revision. */
async function published(series: Series, problems: readonly Problem[] = []): Promise<string> {
  const store = await mkdtemp(join(tmpdir(), "annals-'store "));
  return revisionDir(store, ID, (await publish(store, ID, series, problems, BY)).revision);
}

describe('a stored revision', () => {
  it('reads back as it was written, incidents by date and links by strength', async () => {
    const series = tinySeries();
    const read = await readRevision(await published(series));
    expect(read.incidents.map(({ id }) => id)).toEqual(['one', 'two', 'three']);
    expect(read).toEqual(series);
  });

  it('keeps numbers of people, outlines of regions and notes on regions, as they were written', async () => {
    const region = 'north' as RegionId;
    const square = [
      [30, 50],
      [31, 50],
      [31, 51],
      [30, 50],
    ] as const;
    const days = { from: parseDay('2018-01-01')!, to: parseDay('2018-12-31')! };
    const series: Series = {
      ...tinySeries(),
      denominators: [{ region: null, date: '2018', ...days, people: 1_234_567, sources: [] }],
      areas: [{ region, date: null, from: null, to: null, polygons: [[square]], sources: [] }],
      coverageNotes: [
        { id: 'gap', ...days, kind: 'gap', actors: [], types: [], regions: [region], text: 'Not searched.' },
      ],
    };
    const read = await readRevision(await published(series));
    expect(read).toEqual(series);
    expect(revisionOf(read)).toBe(revisionOf(series));
  });

  it('has nothing but its five files and their hashes', async () => {
    const files = await readdir(await published(tinySeries()));
    expect(files.sort()).toEqual([SUMS_FILE, ...Object.values(REVISION_FILES)].sort());
  });

  it('gives its guide without its incidents and sources', async () => {
    const { incidents: _, sources: __, ...guide } = tinySeries();
    expect(await readGuide(await published(tinySeries()))).toEqual(guide);
  });

  it('reads back any series and still hashes to its name', async () => {
    const property = fc.asyncProperty(arbitrarySeries(20), async (series) => {
      const read = await readRevision(await published(series));
      expect(read).toEqual(inStoredOrder(series));
      expect(revisionOf(read)).toBe(revisionOf(series));
    });
    await fc.assert(property, { numRuns: 15, seed: 20240624 });
  });

  it('has the same bytes whatever the order of rows', async () => {
    const series = tinySeries();
    const turned: Series = {
      ...series,
      incidents: series.incidents.map((one) => ({ ...one, links: one.links.toReversed() })).toReversed(),
    };
    const [a, b] = [await published(series), await published(turned)];
    const bytes = (dir: string) => readFile(join(dir, REVISION_FILES.incidents));
    expect((await bytes(a)).equals(await bytes(b))).toBe(true);
  });

  it('keeps what became of the columns beside its content, which they do not change', async () => {
    const store = await mkdtemp(join(tmpdir(), 'annals-store-'));
    const { incidents, ...rest } = tinySeries();
    const writer = await openPublication(store, ID, BY);
    await writer.incidents(incidents);
    const used = {
      outcome: 'used',
      fields: ['date'],
      meaning: 'The date.',
      why: 'so',
      certainty: null,
    } as const;
    const columns = [{ column: 'when', ...used }] as const;
    const { revision } = await writer.finish(rest, { problems: 0 }, columns);
    expect(revision).toBe(revisionOf(tinySeries()));
    const dir = revisionDir(store, ID, revision);
    expect((await readHead(dir)).columns).toEqual(columns);
    expect(await readRevision(dir)).toEqual(tinySeries());
  });

  it('of an older version, whose manifest says nothing of columns, reads', async () => {
    const head = await readHead(await published(tinySeries()));
    expect([head.columns, head.incidents]).toEqual([null, 3]);
  });

  it('keeps its problems as CSV', async () => {
    const problem = {
      file: 'incidents.csv',
      row: 7,
      column: 'date',
      value: 'a "b",\nc',
      code: 'bad-date',
      reason: 'No.',
    };
    const dir = await published(tinySeries(), [problem]);
    expect(await readFile(join(dir, REVISION_FILES.problems), 'utf8')).toBe(
      'file,row,column,value,code,reason\nincidents.csv,7,date,"a ""b"",\nc",bad-date,No.\n',
    );
  });
});

describe('a damaged revision', () => {
  const readable = Object.values(REVISION_FILES).filter((file) => file !== REVISION_FILES.problems);

  async function failure(dir: string): Promise<StoreError> {
    const error = await readRevision(dir).catch((cause: unknown) => cause);
    expect(error).toBeInstanceOf(StoreError);
    return error as StoreError;
  }

  it.each(readable)('is told by its missing %s', async (file) => {
    const dir = await published(tinySeries());
    await rm(join(dir, file));
    expect((await failure(dir)).file).toBe(join(dir, file));
  });

  it.each(readable)('is told by its cut %s', async (file) => {
    const dir = await published(tinySeries());
    await truncate(join(dir, file), 40);
    expect((await failure(dir)).file).toBe(join(dir, file));
  });

  it('is told by JSON of another shape, with the place of the fault', async () => {
    const dir = await published(tinySeries());
    await writeFile(join(dir, 'sources.json'), '[{"id": 7}]');
    expect((await failure(dir)).reason).toMatch(/^0\.id: /);
  });

  it('is told by incidents that are too few', async () => {
    const dir = await published(tinySeries());
    const text = await readFile(join(dir, 'manifest.json'), 'utf8');
    await writeFile(join(dir, 'manifest.json'), text.replace('"incidents": 3', '"incidents": 4'));
    expect((await failure(dir)).reason).toBe('it holds 3 incidents, and the manifest says 4');
  });
});
