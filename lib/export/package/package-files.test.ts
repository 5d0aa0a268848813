import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { tinySeries } from '../../../testing/series/tiny-series';
import { importDataPackage } from '../../importers/datapackage/datapackage';
import { readPackageFolder } from '../../importers/datapackage/read-folder';
import { exactList, exactText } from '../../importers/datapackage/tables/exact-cells';
import type { CoverageNote, DatasetId, Incident, IncidentId, RegionId, Series } from '../../series/model';
import { revisionOf } from '../../store/revision/revision-hash';
import { parseDay } from '../../time/day';
import { exactListCell, exactTextCell } from './exact-cells';
import { packageFiles } from './package-files';
import { zipFiles } from './package-zip';

const DATA = new URL('../../../data/', import.meta.url).pathname;

async function* inTwos(incidents: readonly Incident[]) {
  for (let at = 0; at < incidents.length; at += 2) yield incidents.slice(at, at + 2);
}

const packed = ({ sources, incidents, ...guide }: Series) =>
  packageFiles({ guide, sources, incidents: () => inTwos(incidents) });

async function filesOf(series: Series): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  for (const { path, text } of packed(series)) {
    let whole = '';
    for await (const piece of text) whole += piece;
    files.set(path, whole);
  }
  return files;
}

async function andBack(series: Series): Promise<Series> {
  const back = importDataPackage(series.meta.id, await filesOf(series));
  expect(back.problems).toEqual([]);
  return back.series!;
}

const folders = ['russia-militancy', ...readdirSync(`${DATA}fixtures`).map((name) => `fixtures/${name}`)];

describe('a package', () => {
  it.each(folders)('of %s imports back to the same revision', async (folder) => {
    const id = (folder.split('/').at(-1) ?? '') as DatasetId;
    const { series } = importDataPackage(id, await readPackageFolder(join(DATA, folder)));
    const back = await andBack(series!);
    expect(back).toEqual(series);
    expect(revisionOf(back)).toBe(revisionOf(series!));
  });

  it('brings numbers of people back, and is without a table of them where there are none', async () => {
    const plain = tinySeries();
    const span = (from: string, to: string) => ({ from: parseDay(from)!, to: parseDay(to)! });
    const sources = plain.sources.map(({ id }) => id);
    const peopled: Series = {
      ...plain,
      denominators: [
        { region: null, date: '2018', ...span('2018-01-01', '2018-12-31'), people: 1_234_567, sources },
        { region: null, date: '2019/2020', ...span('2019-01-01', '2020-12-31'), people: 2.5e6, sources: [] },
      ],
    };
    const back = await andBack(peopled);
    expect(back).toEqual(peopled);
    expect(revisionOf(back)).toBe(revisionOf(peopled));
    expect(revisionOf(peopled)).not.toBe(revisionOf(plain));
    expect([...(await filesOf(plain)).keys()]).not.toContain('denominators.csv');
  });

  it('has the outlines that a series brings of its regions, and no such table where it brings none', async () => {
    const region = 'north' as RegionId;
    const plain = { ...tinySeries(), regions: [{ id: region, label: 'North', country: null }] };
    const square = [
      [
        [30, 50],
        [31.25, 50],
        [31.25, 51],
        [30, 51],
        [30, 50],
      ],
    ] as const;
    const plainArea = { region, polygons: [square, square], sources: [] };
    const drawn: Series = {
      ...plain,
      areas: [
        { ...plainArea, date: '1991/2008', from: parseDay('1991-01-01')!, to: parseDay('2008-12-31')! },
        { ...plainArea, date: '2009', from: parseDay('2009-01-01')!, to: parseDay('2009-12-31')! },
      ],
    };
    const back = await andBack(drawn);
    expect(back).toEqual(drawn);
    expect(revisionOf(back)).toBe(revisionOf(drawn));
    expect(revisionOf(drawn)).not.toBe(revisionOf(plain));
    expect([...(await filesOf(plain)).keys()]).not.toContain('areas.csv');
  });

  it('says in which region a region lies, and does not where none does', async () => {
    const region = 'north' as RegionId;
    const plain = { ...tinySeries(), regions: [{ id: region, label: 'North', country: null }] };
    const below = {
      id: 'north.town' as RegionId,
      label: 'Town',
      country: null,
      parent: region,
    };
    const tree: Series = { ...plain, regions: [...plain.regions, below] };
    expect(await andBack(tree)).toEqual(tree);
    expect((await filesOf(plain)).get('regions.csv')).not.toContain('parent');
  });

  it('says where something was not searched, and has no such column where no note does', async () => {
    const region = 'north' as RegionId;
    const plain = { ...tinySeries(), regions: [{ id: region, label: 'North', country: null }] };
    const note: CoverageNote = {
      ...{ id: 'north-gap', from: parseDay('2018-01-01')!, to: parseDay('2018-03-31')!, kind: 'gap' },
      ...{ actors: [], types: [], regions: [region], text: 'Nobody could go there.' },
    };
    const noted: Series = { ...plain, coverageNotes: [...plain.coverageNotes, note] };
    const back = await andBack(noted);
    expect(back).toEqual(noted);
    expect(revisionOf(back)).toBe(revisionOf(noted));
    const { regions: _, ...everywhere } = note;
    const other = { ...noted, coverageNotes: [...plain.coverageNotes, everywhere] };
    expect(revisionOf(noted)).not.toBe(revisionOf(other));
    expect((await filesOf(other)).get('coverage.csv')).not.toContain('regions');
  });

  it('says what the format could not say before: bars, empty texts, equal members, a codebook of its own', async () => {
    const plain = tinySeries();
    const [first, ...others] = plain.incidents;
    const odd: Series = {
      ...plain,
      meta: {
        ...plain.meta,
        ...{ title: '', description: '', publisher: '', codebook: [{ field: 'my column', meaning: '' }] },
        coverage: { ...plain.meta.coverage, places: '' },
      },
      incidents: [
        {
          ...first!,
          ...{ title: '', notes: '', targets: ['a|b', '', '\\', '\\-', '', 'a|b'] },
          place: {
            ...{ ...first!.place, name: '\\\\', country: 'A | B', note: '\uFFFD\uFEFF' },
            ...{ lat: 95, lon: null },
          },
        },
        ...others,
      ],
      sources: [
        { ...plain.sources[0]!, publisher: '', title: ' "x",\r\ny\rz ', url: 'https://a.example/b (seen)' },
      ],
    };
    expect(await andBack(odd)).toMatchObject({ meta: odd.meta, sources: odd.sources });
    expect(revisionOf(await andBack(odd))).toBe(revisionOf(odd));
  });

  it('never brings back an address that could run', async () => {
    const plain = tinySeries();
    const odd = { ...plain, sources: [{ ...plain.sources[0]!, url: 'javascript:alert(1)' }] };
    const { problems } = importDataPackage(plain.meta.id, await filesOf(odd));
    expect(problems.map(({ code }) => code)).toContain('bad-url');
  });

  it('of a thousand incidents is a zip that Python opens, the same bytes each time', async () => {
    const plain = tinySeries();
    const incidents = Array.from({ length: 1000 }, (_, at) => ({
      ...plain.incidents[at % 3]!,
      id: `n-${at}` as IncidentId,
    }));
    const chunks: Uint8Array[] = [];
    for await (const chunk of zipFiles(packed({ ...plain, incidents }))) chunks.push(chunk);
    const bytes = Buffer.concat(chunks);
    const dir = mkdtempSync(join(tmpdir(), 'package-'));
    writeFileSync(join(dir, 'a.zip'), bytes);
    const script =
      'import zipfile,csv,io,sys\nz=zipfile.ZipFile(sys.argv[1])\nassert z.testzip() is None\nprint(*[len(list(csv.reader(io.TextIOWrapper(z.open(n),"utf-8",newline=""))))-1 for n in ("incidents.csv","links.csv")])';
    const counted = execFileSync('python3', ['-c', script, join(dir, 'a.zip')], { encoding: 'utf8' });
    rmSync(dir, { recursive: true });
    expect(counted.trim()).toBe('1000 2000');
    expect(Object.keys(unzipSync(bytes))).toHaveLength(12);
    const again: Uint8Array[] = [];
    for await (const chunk of zipFiles(packed({ ...plain, incidents }))) again.push(chunk);
    expect(Buffer.concat(again).equals(bytes)).toBe(true);
  });
});

describe('exact cells', () => {
  const texts = fc.string({ unit: fc.constantFrom('\\', '|', '-', 'a', ' ', '\n') });

  it('read back as the text they were written from', () => {
    const holds = fc.property(fc.option(texts), (text) => {
      expect(exactText(exactTextCell(text))).toBe(text);
    });
    fc.assert(holds);
  });

  it('read back as the list they were written from', () => {
    const holds = fc.property(fc.array(texts), (list) => {
      expect(exactList(exactListCell(list))).toEqual(list);
    });
    fc.assert(holds);
  });
});
