import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { collectSeries } from '../../testing/files/collect-series';
import { EXPORTED, exportedRows, exportedSeries } from '../../testing/files/exported-series';
import { textSource } from '../../testing/files/text-source';
import { figure, incident, seriesOfHand } from '../../testing/series/hand-made';
import { ndjsonLines } from '../export/formats/ndjson';
import type { ByteSource } from '../formats/source/byte-source';
import { fileSource } from '../formats/source/file-source';
import { settle } from '../series/estimate';
import { byProperty } from '../series/measures';
import type { DatasetId, Incident, Series } from '../series/model';
import { readPackageFolder } from './datapackage/read-folder';
import { examine, examinePackage } from './run/import-file';

const DATA = join(import.meta.dirname, '../../data');
const SYRIA = join(process.cwd(), '../shared/series/ucdp_ged_syria_191/ucdp_syria.csv');
const SEED = { id: 'mine' as DatasetId, title: 'Mine' };

async function broughtBack(source: ByteSource) {
  const examined = await examine(source);
  if (examined.kind !== 'table') throw new Error(JSON.stringify(examined));
  return { examined, ...(await collectSeries(examined, null, SEED)) };
}

/** An incident as its exports have it: with all three ends of its figures. What a text has around it is not kept. */
function given(one: Incident): Incident {
  return { ...one, ...byProperty((property) => settle(one[property])), notes: one.notes?.trim() || null };
}

const byId = (incidents: readonly Incident[]) =>
  Object.fromEntries(incidents.map((one) => [one.id, given(one)]));

async function packageOf(folder: string): Promise<Series> {
  const examined = await examinePackage(await readPackageFolder(join(DATA, folder)));
  if (examined.kind !== 'package') throw new Error(JSON.stringify(examined));
  return (await collectSeries(examined, null, SEED)).series;
}

/** Made up: lists of several members, links of all kinds, doubt about days, numbers of its own. */
const MADE: Series = {
  ...seriesOfHand([
    incident('a', '2024-03-22', ['iskp claimed certain', 'x suspected possible', 'x involved probable'], {
      place: {
        name: 'A/B, c',
        country: 'Here',
        lat: -1.5,
        lon: 179.99999,
        precision: 'district',
        note: 'held',
      },
      ...{ fatalities: figure('1-3-7'), injured: figure('2'), natureDisputed: true, inScope: false },
      ...{ scopeNote: 'beyond', notes: 'Several\nlines, “quoted”', targets: ['police', 'a church'] },
      own: { weapon: 'NA', damage: 12.5, tags: ['x', 'y'] },
    }),
    incident('b', '[2017-03-24,2017-03-27]', [], { own: { weapon: 'knife', damage: 0, tags: ['z'] } }),
    incident('c', '2016-02~', ['iskp involved certain'], { own: { weapon: 'NA' } }),
    incident('d', '../2016', []),
  ]),
  fields: [
    ...(['weapon', 'damage', 'tags'] as const).map((id) => ({
      ...{ id, label: id, column: id, unit: null, description: null },
      ...{ kind: id === 'damage' ? ('number' as const) : ('category' as const), many: id === 'tags' },
      aggregate: id === 'damage' ? ('sum' as const) : ('none' as const),
    })),
  ],
};

async function ofSyria(): Promise<Series> {
  const examined = await examine(await fileSource(SYRIA));
  if (examined.kind !== 'table') throw new Error(JSON.stringify(examined));
  return (await collectSeries(examined, null, SEED)).series;
}

const BUNDLED = [
  'russia-militancy',
  ...readdirSync(join(DATA, 'fixtures')).map((name) => `fixtures/${name}`),
];
const SERIES: readonly (readonly [string, () => Promise<Series>])[] = [
  ...BUNDLED.filter((name) => name !== 'fixtures/empty').map(
    (name) => [name, () => packageOf(name)] as const,
  ),
  ['a made-up series', async () => MADE],
  ...(existsSync(SYRIA) ? ([['ucdp-syria', ofSyria]] as const) : []),
];
if (!existsSync(SYRIA)) console.warn('ucdp_syria.csv is absent: its way out and back is not tested');

describe.each(SERIES)('%s', (name, make) => {
  let made: Promise<Series> | null = null;
  const read = () => {
    made ??= make();
    return made;
  };
  // Two of a large series are enough: nested, and flat.
  it.each(EXPORTED.filter((one) => name !== 'ucdp-syria' || one === 'json' || one === 'csv'))(
    'comes back from its own export as it was: %s',
    async (format) => {
      const series = await read();
      const back = await broughtBack(await exportedSeries(series, format));
      expect(back.examined.proposal.mapping?.layout).toBe('annals');
      // What is told of any file: a day far from all others, and a point in the Gulf of Guinea.
      const told = ['far-date', 'zero-coordinate'];
      expect(back.problems.filter(({ code }) => !told.includes(code))).toEqual([]);
      const was = byId(series.incidents);
      const is = byId(back.series.incidents);
      for (const [id, one] of Object.entries(was)) expect(is[id]).toEqual(one);
      expect(Object.keys(is).length).toBe(Object.keys(was).length);
      const linked = series.incidents.flatMap(({ links }) =>
        links.flatMap(({ actor, claimant }) => (claimant === null ? [actor] : [actor, claimant])),
      );
      expect(new Set(back.series.actors.map(({ id }) => id))).toEqual(new Set(linked));
    },
  );
});

it('takes an id that somebody wrote over for a name, so that an address can hold it', async () => {
  const rows = exportedRows(await packageOf('fixtures/one-incident'));
  const text = ndjsonLines(
    rows.map((row) => ({ ...row, type: 'Raid, by night', regions: ['none'] }) as never),
  );
  const { series } = await broughtBack(textSource(text, 'incidents.ndjson'));
  const [{ type, regions }] = series.incidents as [Incident];
  for (const id of [type, ...regions]) expect(id).toMatch(/^[a-z0-9-]+-[0-9a-f]{16}$/);
  expect(series.types).toContainEqual({ id: type, label: 'Raid, by night', description: null });
});

it('reads a mapping that somebody changed as that of any other file', async () => {
  const examined = await examine(await exportedSeries(MADE, 'csv'));
  if (examined.kind !== 'table') throw new Error('no table');
  const mapping = { ...examined.proposal.mapping!, country: null, place: 'country' };
  const { series } = await collectSeries(examined, mapping, SEED);
  expect(series.incidents.map(({ place: { name, country } }) => [name, country])).toContainEqual([
    'Here',
    null,
  ]);
});
