import { describe, expect, it } from 'vitest';
import { BROKEN_CELLS } from '../../../testing/packages/broken-cells';
import { BROKEN_MEANING } from '../../../testing/packages/broken-meaning';
import { ONE, withTable } from '../../../testing/packages/broken-package';
import { BROKEN_STRUCTURE } from '../../../testing/packages/broken-structure';
import { type TinyPackage, tinyPackage } from '../../../testing/packages/tiny-package';
import type { DatasetId } from '../../series/model';
import { importDataPackage } from './datapackage';
import { PACKAGE_CODES, type PackageCode } from './package-codes';

const run = (tiny: TinyPackage) => importDataPackage('tiny' as DatasetId, tinyPackage(tiny));
const CASES = [...BROKEN_STRUCTURE, ...BROKEN_CELLS, ...BROKEN_MEANING];

/** Codes that need a folder or no descriptor at all; read-folder.test.ts and the tests below produce them. */
const ELSEWHERE: readonly PackageCode[] = ['missing-descriptor', 'outside-folder', 'too-large'];

describe('importDataPackage', () => {
  it.each(CASES)('answers a fault with %s and says where it stands', (code, tiny, place) => {
    const { series, problems } = run(tiny);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ code, ...place });
    expect(problems[0]?.reason).not.toBe('');
    expect(series === null).toBe(PACKAGE_CODES[code].effect === 'fatal');
  });

  it('has a case for every code', () => {
    const cased = new Set<string>([...CASES.map(([code]) => code), ...ELSEWHERE]);
    expect([...cased].sort()).toEqual(Object.keys(PACKAGE_CODES).sort());
  });

  it('says that the descriptor is missing, or not JSON', () => {
    const none = importDataPackage('x' as DatasetId, new Map());
    expect(none.problems.map(({ code }) => code)).toEqual(['missing-descriptor']);
    const torn = importDataPackage('x' as DatasetId, new Map([['datapackage.json', '{"title": ']]));
    expect(torn).toMatchObject({ series: null, problems: [{ code: 'bad-descriptor', column: null }] });
  });

  it('says that a file is missing which the descriptor names', () => {
    const files = tinyPackage({ tables: { incidents: ONE, actors: 'id,name\n' } });
    files.delete('actors.csv');
    const { series, problems } = importDataPackage('x' as DatasetId, files);
    expect(problems).toMatchObject([{ code: 'missing-table', file: 'actors.csv' }]);
    expect(series).toBeNull();
  });

  it('refuses a path that leaves the package', () => {
    for (const path of ['../incidents.csv', '/etc/passwd', 'a/../../b.csv', 'https://example.org/a.csv']) {
      const schema = { fields: [{ name: 'id' }] };
      const { problems } = run({
        tables: {},
        descriptor: { resources: [{ name: 'incidents', path, schema }] },
      });
      expect(problems).toMatchObject([{ code: 'bad-descriptor', column: 'resources.0.path' }]);
    }
  });

  const annals = (more: object) => ({
    annals: {
      ...{ format: 1, publisher: 'P', coverage: { from: '2020-01-01', to: '2020-12-31', places: 'X' } },
      ...more,
    },
  });

  it.each(['2026', '2026-11', '2026-11-28'])('takes %s for up to when sources were read', (sourcesUntil) => {
    const { series } = run({ tables: { incidents: ONE }, descriptor: annals({ sourcesUntil }) });
    expect(series?.meta.sourcesUntil).toBe(sourcesUntil);
  });

  it.each(['', 'soon', '2026-13', '2026-02-30', '2026~'])(
    'refuses “%s” for up to when sources were read',
    (sourcesUntil) => {
      const { problems } = run({ tables: { incidents: ONE }, descriptor: annals({ sourcesUntil }) });
      expect(problems).toMatchObject([{ code: 'bad-descriptor', column: 'annals.sourcesUntil' }]);
    },
  );

  it('leaves out of the series what a package does not say of its sources', () => {
    const { series } = run({ tables: { incidents: ONE }, descriptor: annals({}) });
    expect(Object.keys(series?.meta ?? {})).not.toContain('sourcesUntil');
  });

  it('keeps a bad row out and the rest in use, and counts both', () => {
    const { series, counts } = run({ tables: { incidents: `${ONE}b,never,B\nc,2020-03,C\n` } });
    expect(series?.incidents.map(({ id }) => id)).toEqual(['a', 'c']);
    expect(counts).toMatchObject({ read: 3, incidents: 2, problems: 1 });
  });

  it('takes out, each with a problem of its own, what hangs on a row that falls', () => {
    const { series, problems } = run({
      tables: {
        incidents: 'id,date,title,source_ids\na,2020,A,s\nb,2020,B,t\n',
        sources: 'id,publisher,title,url\ns,P,T,ftp://x\nt,P,T,\n',
        links: 'incident,actor,relation,certainty\na,x,claimed,certain\nb,x,claimed,certain\n',
      },
    });
    expect(problems.map(({ file, row, code }) => [file, row, code])).toEqual([
      ['sources.csv', 2, 'bad-url'],
      ['incidents.csv', 2, 'unknown-reference'],
      ['links.csv', 2, 'unknown-reference'],
    ]);
    expect(series?.incidents.map(({ id, links }) => [id, links.length])).toEqual([['b', 1]]);
  });

  it('makes types, regions, actors and sources from their ids where their tables are left out', () => {
    const { series, problems } = run({
      tables: {
        incidents: 'id,date,title,type,regions,source_ids\na,2020,A,raid,south|north,s\n',
        links: 'incident,actor,relation,certainty,claimant\na,x,claimed,certain,y\n',
      },
    });
    expect(problems).toEqual([]);
    expect(series?.types.map(({ id, label }) => [id, label])).toEqual([['raid', 'raid']]);
    expect(series?.regions.map(({ id }) => id)).toEqual(['north', 'south']);
    expect(series?.actors.map(({ id, name }) => [id, name])).toEqual([
      ['x', 'x'],
      ['y', 'y'],
    ]);
    expect(series?.sources.map(({ id }) => id)).toEqual(['s']);
  });

  it('reads what is left out or empty as not reported, in scope and unclear', () => {
    const [incident] = run({ tables: { incidents: ONE } }).series?.incidents ?? [];
    expect(incident).toMatchObject({
      fatalities: { low: null, best: null, high: null },
      inScope: true,
      natureDisputed: false,
      initiator: 'unclear',
      links: [],
    });
  });

  it('gives the same links whatever the order of their rows', () => {
    const head = 'incident,actor,relation,certainty\n';
    const rows = ['a,y,claimed,certain', 'a,x,suspected,probable', 'a,x,claimed,certain'];
    const linksOf = (order: readonly string[]) =>
      run(withTable('links', `${head}${order.join('\n')}\n`)).series?.incidents[0]?.links;
    const sorted = linksOf(rows);
    expect(sorted?.map(({ actor, relation }) => `${actor} ${relation}`)).toEqual([
      'x claimed',
      'x suspected',
      'y claimed',
    ]);
    expect(linksOf(rows.toReversed())).toEqual(sorted);
  });
});
