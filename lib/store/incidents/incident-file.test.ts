import { copyFile, mkdtemp, rename, truncate } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { arbitrarilyFielded } from '../../../testing/series/arbitrary-fields';
import { arbitrarySeries } from '../../../testing/series/arbitrary-series';
import { tinySeries } from '../../../testing/series/tiny-series';
import type { Incident, Series } from '../../series/model';
import { REVISION_FILES } from '../log/layout';
import { withSortedLinks } from '../revision/row-order';
import { streamIncidents } from './incident-file';
import { writeIncidents } from './write-incidents';

async function written(incidents: readonly Incident[], fields: Series['fields']): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'annals-file-'));
  const writer = await writeIncidents(dir, null);
  await writer.add(incidents);
  const rest = { ...tinySeries(), fields };
  await writer.hashes(rest, join(dir, 'columns'));
  await writer.finish(rest, '');
  return dir;
}

it('gives back incidents as they were', async () => {
  const texts = fc.constantFrom(
    'Plain “ASCII”',
    'ASCII ONLY',
    'ÉTÉ',
    '',
    'İzmir',
    'Ünïted\nNATIONS',
    'ﬁ',
    '"Q"',
    'Ä\\',
  );
  const property = fc.asyncProperty(arbitrarySeries(6), fc.infiniteStream(texts), async (series, stream) => {
    const next = () => stream.next().value ?? '';
    const incidents = series.incidents.map((one) => {
      return { ...one, title: next(), notes: next() || null, place: { ...one.place, name: next() || null } };
    });
    const dir = await written(incidents, series.fields);
    const read: Incident[] = [];
    for await (const batch of streamIncidents(dir, series.fields)) read.push(...batch);
    const byId = (list: readonly Incident[]) => new Map(list.map((one) => [one.id, withSortedLinks(one)]));
    expect(byId(read)).toEqual(byId(incidents));
  });
  await fc.assert(property, { numRuns: 8, seed: 20240624 });
});

it('gives back any own fields and what incidents say in them, from typed columns', async () => {
  const holds = fc.asyncProperty(arbitrarilyFielded(tinySeries()), async ({ fields, incidents }) => {
    const dir = await written(incidents, fields);
    const read = new Map<string, Incident['own']>();
    for await (const batch of streamIncidents(dir, fields))
      for (const { id, own } of batch) read.set(id, own);
    expect(read).toEqual(new Map(incidents.map(({ id, own }) => [id, own])));
  });
  await fc.assert(holds, { numRuns: 30, seed: 20261128 });
});

it('reads a file that was made before an estimate of the model came, as not reported', async () => {
  const { incidents, fields } = tinySeries();
  const dir = await written(incidents, fields);
  const file = join(dir, REVISION_FILES.incidents);
  const instance = await DuckDBInstance.create();
  const connection = await instance.connect();
  await connection.run(
    `COPY (SELECT * EXCLUDE (fatalities) FROM '${file}') TO '${file}.older' (FORMAT parquet)`,
  );
  connection.closeSync();
  instance.closeSync();
  await rename(`${file}.older`, file);
  const read = new Map<string, Incident>();
  for await (const batch of streamIncidents(dir, fields)) for (const one of batch) read.set(one.id, one);
  expect(read.size).toBe(incidents.length);
  expect(incidents.some(({ fatalities }) => fatalities.best !== null)).toBe(true);
  for (const { id, injured } of incidents) {
    expect(read.get(id)).toMatchObject({ injured, fatalities: { low: null, best: null, high: null } });
  }
});

/** The titles of a file of incidents. */
async function titlesIn(dir: string): Promise<readonly string[]> {
  const titles: string[] = [];
  for await (const batch of streamIncidents(dir, [])) titles.push(...batch.map(({ title }) => title));
  return titles;
}

it('reads what a file holds now, whatever was read of it before, and after one that could not be read', async () => {
  const [first] = tinySeries().incidents as [Incident];
  const titled = (title: string) => written([{ ...first, own: {}, title }], []);
  const [dir, other] = [await titled('One'), await titled('Two')];
  const file = (of: string) => join(of, REVISION_FILES.incidents);
  expect(await titlesIn(dir)).toEqual(['One']);
  // In place, as no publication does it.
  await copyFile(file(other), file(dir));
  expect(await titlesIn(dir)).toEqual(['Two']);
  await truncate(file(dir), 100);
  await expect(titlesIn(dir)).rejects.toThrow();
  await copyFile(file(other), file(dir));
  expect(await titlesIn(dir)).toEqual(['Two']);
  // Left in the middle, and several at once.
  for await (const _ of streamIncidents(other, [])) break;
  expect(await Promise.all([titlesIn(dir), titlesIn(other), titlesIn(dir)])).toEqual([
    ['Two'],
    ['Two'],
    ['Two'],
  ]);
});
