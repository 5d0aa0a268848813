import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { DatasetId } from '../../series/model';
import { importDataPackage } from './datapackage';
import { readPackageFolder } from './read-folder';

const FOLDER = new URL('../../../data/fixtures/', import.meta.url).pathname;
const read = async (name: string) =>
  importDataPackage(name as DatasetId, await readPackageFolder(`${FOLDER}${name}`));

/** Rows in the file, written down by hand. */
const INCIDENTS = {
  empty: 0,
  'null-casualties': 8,
  'one-incident': 1,
  'open-ranges': 8,
  'partial-dates': 15,
  places: 17,
  'pre-1970': 11,
  'rival-claims': 10,
  'several-actors': 9,
};

describe('the fixtures', () => {
  it('are all named here', () => {
    expect(readdirSync(FOLDER).sort()).toEqual(Object.keys(INCIDENTS).sort());
  });

  it.each(Object.entries(INCIDENTS))('%s imports whole, with %i incidents', async (name, count) => {
    const { series, problems } = await read(name);
    expect(problems).toEqual([]);
    expect(series?.incidents).toHaveLength(count);
  });

  it('one-incident fills every field of the model', async () => {
    const { series } = await read('one-incident');
    const [incident] = series?.incidents ?? [];
    expect(incident).toMatchObject({
      id: 'only',
      title: 'The only incident, "so called"',
      type: 'bombing',
      subtypes: ['arson'],
      regions: ['north', 'south'],
      place: {
        name: 'Bridge over the Line',
        country: 'Here / There',
        lat: 54.5,
        lon: -3.25,
        precision: 'exact',
        note: 'Disputed.',
      },
      targets: ['police', 'passers-by'],
      fatalities: { low: 1, best: 2, high: 3 },
      injured: { low: 4, best: 5, high: 6 },
      perpetratorsKilled: { low: 0, best: 1, high: 1 },
      scopeNote: 'A border case.',
      notes: 'First line.\nSecond line, with a comma and "quotes".',
      links: [
        {
          actor: 'child',
          claimant: 'parent',
          disputedBy: ['investigators'],
          outlet: 'Bulletin',
          date: { edtf: '2020-06-16~' },
          sources: ['paper'],
        },
      ],
    });
    expect(series?.sources.map(({ urlSeen, read: extent }) => [urlSeen, extent])).toEqual([
      [true, 'whole'],
      [false, 'opening'],
    ]);
    expect(series?.referenceCounts).toMatchObject([
      { value: 'about 3', scope: 'actor=parent&relation=claimed', from: 18262, to: 18627, openEnd: true },
    ]);
    expect(series?.coverageNotes).toMatchObject([{ kind: 'thin', actors: ['parent'], types: ['bombing'] }]);
  });
});
