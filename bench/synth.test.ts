import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { importDataPackage } from '../lib/importers/datapackage/datapackage';
import { readPackageFolder } from '../lib/importers/datapackage/read-folder';
import type { DatasetId } from '../lib/series/model';
import { synthesize } from './synth';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'annals-synth-'));
});
afterEach(() => rm(root, { recursive: true }));

async function filesOf(name: string, incidents: number, seed: number): Promise<Map<string, string>> {
  const dir = join(root, name);
  await synthesize({ incidents, actors: 60, seed }, dir);
  return readPackageFolder(dir);
}

describe('synthesize', () => {
  it('writes the same bytes for the same seed, and others for another', async () => {
    const first = await filesOf('first', 500, 7);
    expect(await filesOf('again', 500, 7)).toEqual(first);
    expect((await filesOf('other', 500, 8)).get('incidents.csv')).not.toBe(first.get('incidents.csv'));
  });

  it('writes a package without a problem that has every difficulty', async () => {
    const { series, problems } = importDataPackage('s' as DatasetId, await filesOf('s', 3000, 1));
    expect(problems).toEqual([]);
    const incidents = series?.incidents ?? [];
    expect(incidents).toHaveLength(3000);
    const some = (test: (incident: (typeof incidents)[number]) => boolean) => incidents.filter(test).length;
    expect(some(({ date }) => date.precision === 'month')).toBeGreaterThan(100);
    expect(some(({ date }) => date.uncertain)).toBeGreaterThan(20);
    expect(some(({ date }) => date.approximate)).toBeGreaterThan(20);
    expect(some(({ date }) => date.earliest === null)).toBeGreaterThan(10);
    expect(some(({ links }) => links.length > 1)).toBeGreaterThan(100);
    expect(some(({ links }) => links.length === 0)).toBeGreaterThan(300);
    expect(some(({ fatalities }) => fatalities.best === null)).toBeGreaterThan(500);
    expect(some(({ regions }) => regions.length > 1)).toBeGreaterThan(50);
    expect(some(({ inScope }) => !inScope)).toBeGreaterThan(30);
    expect(some(({ initiator }) => initiator === 'state')).toBeGreaterThan(200);
    const busiest = some(({ links }) => links.some(({ actor }) => actor === 'actor-0'));
    expect(busiest).toBeGreaterThan(5 * some(({ links }) => links.some(({ actor }) => actor === 'actor-30')));
  });
});
