import { describe, expect, it } from 'vitest';
import type { DatasetId } from '../series/model';
import { importDataPackage } from './datapackage';
import { PROBLEM_CODES, type ProblemCode } from './problem-codes';
import { type TinyPackage, tinyPackage } from './tiny-package';

const run = (tiny: TinyPackage) => importDataPackage('tiny' as DatasetId, tinyPackage(tiny));
const ONE = 'id,date,title\na,2020-01-01,A\n';
const field = (name: string, type: string, constraints?: object) => ({
  name,
  type,
  ...(constraints && { constraints }),
});

/** Incidents with one more column, whose cell in row 3 is at fault; row 2 is sound where the cell is empty. */
const oneMore = (name: string, cell: string, type = 'string', constraints?: object): TinyPackage => ({
  tables: { incidents: `id,date,title,${name}\ngood,2020-01-01,G,\nbad,2020-01-02,B,${cell}\n` },
  schemas: {
    incidents: {
      fields: [
        field('id', 'string'),
        field('date', 'string'),
        field('title', 'string'),
        field(name, type, constraints),
      ],
    },
  },
});
const withTable = (name: string, text: string): TinyPackage => ({ tables: { incidents: ONE, [name]: text } });

type Place = { file: string; row: number | null; column: string | null; value?: string | null };
type Case = readonly [code: ProblemCode, tiny: TinyPackage, place: Place];
const INCIDENTS = 'incidents.csv';
const JSON_FILE = 'datapackage.json';

const CASES: readonly Case[] = [
  [
    'bad-descriptor',
    { tables: { incidents: ONE }, descriptor: { licenses: undefined } },
    { file: JSON_FILE, row: null, column: 'licenses' },
  ],
  [
    'bad-descriptor',
    { tables: { incidents: ONE }, descriptor: { annals: undefined } },
    { file: JSON_FILE, row: null, column: 'annals' },
  ],
  [
    'bad-descriptor',
    {
      tables: { incidents: ONE },
      schemas: {
        incidents: { foreignKeys: [{ fields: 'id', reference: { resource: 'types', fields: 'id' } }] },
      },
    },
    { file: JSON_FILE, row: null, column: 'incidents.schema.foreignKeys', value: 'types' },
  ],
  [
    'bad-descriptor',
    {
      tables: { incidents: ONE },
      schemas: { incidents: { fields: [field('id', 'string', { minLength: 3 })] } },
    },
    { file: JSON_FILE, row: null, column: 'resources.0.schema.fields.0.constraints' },
  ],
  [
    'missing-table',
    { tables: { actors: 'id,name\na,A\n' } },
    { file: JSON_FILE, row: null, column: 'resources', value: 'incidents' },
  ],
  [
    'missing-field',
    { tables: { incidents: 'id,date\na,2020\n' } },
    { file: JSON_FILE, row: null, column: 'incidents.schema.fields', value: 'title' },
  ],
  [
    'torn-quote',
    { tables: { incidents: 'id,date,title\na,2020,"A\nb,2020,B\n' } },
    { file: INCIDENTS, row: 2, column: null },
  ],
  [
    'missing-column',
    {
      tables: { incidents: ONE },
      schemas: {
        incidents: { fields: ['id', 'date', 'title', 'place'].map((name) => field(name, 'string')) },
      },
    },
    { file: INCIDENTS, row: 1, column: 'place' },
  ],
  [
    'duplicate-column',
    {
      tables: { incidents: 'id,date,title,title\na,2020,A,B\n' },
      schemas: { incidents: { fields: ['id', 'date', 'title'].map((name) => field(name, 'string')) } },
    },
    { file: INCIDENTS, row: 1, column: 'title' },
  ],
  [
    'actor-cycle',
    { tables: { incidents: ONE, actor_relations: 'child,parent,kind\na,b,part\nb,c,part\nc,a,part\n' } },
    { file: 'actor_relations.csv', row: null, column: 'parent', value: 'a > b > c > a' },
  ],
  [
    'unknown-table',
    withTable('weather', 'id\n1\n'),
    { file: JSON_FILE, row: null, column: 'resources', value: 'weather' },
  ],
  [
    'unknown-column',
    {
      tables: { incidents: 'id,date,title,mood\na,2020,A,bad\n' },
      schemas: { incidents: { fields: ['id', 'date', 'title'].map((name) => field(name, 'string')) } },
    },
    { file: INCIDENTS, row: 1, column: 'mood' },
  ],
  [
    'ragged-row',
    { tables: { incidents: `${ONE}b,2020-01-01\n` } },
    { file: INCIDENTS, row: 3, column: null },
  ],
  [
    'bad-encoding',
    { tables: { incidents: `${ONE}b,2020-01-01,caf\uFFFD\n` } },
    { file: INCIDENTS, row: 3, column: 'title' },
  ],
  [
    'required',
    { tables: { incidents: `${ONE}b,2020-01-01,\n` } },
    { file: INCIDENTS, row: 3, column: 'title', value: '' },
  ],
  [
    'required',
    { tables: { incidents: `${ONE}b,,B\n` } },
    { file: INCIDENTS, row: 3, column: 'date', value: '' },
  ],
  [
    'not-a-number',
    oneMore('lat', 'north', 'number'),
    { file: INCIDENTS, row: 3, column: 'lat', value: 'north' },
  ],
  [
    'not-a-number',
    oneMore('killed_best', '12 or so'),
    { file: INCIDENTS, row: 3, column: 'killed_best', value: '12 or so' },
  ],
  [
    'not-an-integer',
    oneMore('killed_best', '1.5', 'integer'),
    { file: INCIDENTS, row: 3, column: 'killed_best', value: '1.5' },
  ],
  [
    'not-a-boolean',
    oneMore('in_scope', 'yes', 'boolean'),
    { file: INCIDENTS, row: 3, column: 'in_scope', value: 'yes' },
  ],
  [
    'not-a-boolean',
    oneMore('in_scope', 'TRUE'),
    { file: INCIDENTS, row: 3, column: 'in_scope', value: 'TRUE' },
  ],
  [
    'not-a-day',
    oneMore('seen', '2023-02-29', 'date'),
    { file: INCIDENTS, row: 3, column: 'seen', value: '2023-02-29' },
  ],
  [
    'not-a-day',
    withTable('coverage', 'id,kind,from,to,text\na,gap,2020-01,2020-02-01,T\n'),
    { file: 'coverage.csv', row: 2, column: 'from', value: '2020-01' },
  ],
  [
    'not-in-enum',
    oneMore('mood', 'sad', 'string', { enum: ['glad'] }),
    { file: INCIDENTS, row: 3, column: 'mood', value: 'sad' },
  ],
  [
    'not-in-enum',
    oneMore('initiator', 'rebels'),
    { file: INCIDENTS, row: 3, column: 'initiator', value: 'rebels' },
  ],
  [
    'not-in-enum',
    withTable('links', 'incident,actor,relation,certainty\na,x,blamed,certain\n'),
    { file: 'links.csv', row: 2, column: 'relation', value: 'blamed' },
  ],
  [
    'not-in-enum',
    withTable('links', 'incident,actor,relation,certainty\na,x,claimed,sure\n'),
    { file: 'links.csv', row: 2, column: 'certainty', value: 'sure' },
  ],
  [
    'pattern-mismatch',
    oneMore('code', 'ab', 'string', { pattern: 'a' }),
    { file: INCIDENTS, row: 3, column: 'code', value: 'ab' },
  ],
  [
    'too-small',
    oneMore('depth', '-1', 'integer', { minimum: 0 }),
    { file: INCIDENTS, row: 3, column: 'depth', value: '-1' },
  ],
  [
    'too-small',
    oneMore('injured_low', '-2'),
    { file: INCIDENTS, row: 3, column: 'injured_low', value: '-2' },
  ],
  [
    'too-large-number',
    oneMore('depth', '11', 'integer', { maximum: 10 }),
    { file: INCIDENTS, row: 3, column: 'depth', value: '11' },
  ],
  [
    'duplicate-value',
    {
      tables: { incidents: 'id,date,title,code\na,2020,A,7\nb,2020,B,7\n' },
      schemas: {
        incidents: {
          fields: [
            ...['id', 'date', 'title'].map((name) => field(name, 'string')),
            field('code', 'string', { unique: true }),
          ],
        },
      },
    },
    { file: INCIDENTS, row: 3, column: 'code', value: '7' },
  ],
  [
    'duplicate-id',
    { tables: { incidents: `${ONE}a,2020-01-02,B\n` } },
    { file: INCIDENTS, row: 3, column: 'id', value: 'a' },
  ],
  [
    'duplicate-id',
    {
      ...withTable('links', 'incident,actor,relation,certainty\na,x,claimed,certain\na,x,claimed,possible\n'),
      schemas: { links: { primaryKey: ['incident', 'actor', 'relation'] } },
    },
    { file: 'links.csv', row: 3, column: 'incident,actor,relation', value: 'a,x,claimed' },
  ],
  [
    'unknown-reference',
    withTable('links', 'incident,actor,relation,certainty\nzz,x,claimed,certain\n'),
    { file: 'links.csv', row: 2, column: 'incident', value: 'zz' },
  ],
  [
    'unknown-reference',
    {
      tables: {
        incidents: ONE,
        actors: 'id,name\nx,X\n',
        links: 'incident,actor,relation,certainty,claimant\na,x,claimed,certain,y\n',
      },
    },
    { file: 'links.csv', row: 2, column: 'claimant', value: 'y' },
  ],
  [
    'unknown-reference',
    {
      tables: {
        incidents: 'id,date,title,regions\na,2020,A,north|south\n',
        regions: 'id,label\nnorth,North\n',
      },
    },
    { file: INCIDENTS, row: 2, column: 'regions', value: 'north|south' },
  ],
  [
    'unknown-reference',
    {
      tables: { incidents: 'id,date,title,type\na,2020,A,raid\n', types: 'id,label\nbomb,Bomb\n' },
      schemas: {
        incidents: { foreignKeys: [{ fields: 'type', reference: { resource: 'types', fields: 'id' } }] },
      },
    },
    { file: INCIDENTS, row: 2, column: 'type', value: 'raid' },
  ],
  [
    'bad-id',
    { tables: { incidents: `${ONE}-b,2020-01-01,B\n` } },
    { file: INCIDENTS, row: 3, column: 'id', value: '-b' },
  ],
  ['bad-id', oneMore('type', 'car bomb'), { file: INCIDENTS, row: 3, column: 'type', value: 'car bomb' }],
  [
    'reserved-id',
    withTable('actors', 'id,name\nnone,None\n'),
    { file: 'actors.csv', row: 2, column: 'id', value: 'none' },
  ],
  [
    'reserved-id',
    oneMore('regions', 'several'),
    { file: INCIDENTS, row: 3, column: 'regions', value: 'several' },
  ],
  [
    'bad-date',
    { tables: { incidents: `${ONE}b,2023-02-29,B\n` } },
    { file: INCIDENTS, row: 3, column: 'date', value: '2023-02-29' },
  ],
  [
    'bad-date',
    withTable('actors', 'id,name,active_from\nx,X,last year\n'),
    { file: 'actors.csv', row: 2, column: 'active_from', value: 'last year' },
  ],
  [
    'bad-list',
    oneMore('targets', 'police||church'),
    { file: INCIDENTS, row: 3, column: 'targets', value: 'police||church' },
  ],
  [
    'bad-list',
    oneMore('regions', 'north|north'),
    { file: INCIDENTS, row: 3, column: 'regions', value: 'north|north' },
  ],
  [
    'order-of-estimates',
    {
      tables: {
        incidents: `id,date,title,killed_low,killed_best,killed_high\na,2020,A,1,2,3\nb,2020,B,4,2,5\n`,
      },
    },
    { file: INCIDENTS, row: 3, column: 'killed_best', value: '2' },
  ],
  [
    'order-of-estimates',
    {
      tables: {
        incidents: `id,date,title,killed_low,killed_best,killed_high\na,2020,A,2,,70\nb,2020,B,70,,2\n`,
      },
    },
    { file: INCIDENTS, row: 3, column: 'killed_high', value: '2' },
  ],
  [
    'bad-coordinate',
    { tables: { incidents: 'id,date,title,lat,lon\na,2020,A,90,180\nb,2020,B,91,0\n' } },
    { file: INCIDENTS, row: 3, column: 'lat', value: '91' },
  ],
  [
    'bad-coordinate',
    { tables: { incidents: 'id,date,title,lat,lon\na,2020,A,,\nb,2020,B,5,\n' } },
    { file: INCIDENTS, row: 3, column: 'lon', value: '' },
  ],
  [
    'reversed-span',
    withTable('coverage', 'id,kind,from,to,text\na,gap,2020-02-02,2020-02-01,T\n'),
    { file: 'coverage.csv', row: 2, column: 'to', value: '2020-02-01' },
  ],
  [
    'bad-url',
    withTable('sources', 'id,publisher,title,url\na,P,T,javascript:alert(1)\n'),
    { file: 'sources.csv', row: 2, column: 'url', value: 'javascript:alert(1)' },
  ],
  [
    'bad-query',
    withTable('named_views', 'id,label,query\na,L,?actor\n'),
    { file: 'named_views.csv', row: 2, column: 'query', value: '?actor' },
  ],
  [
    'bad-query',
    withTable(
      'reference_counts',
      'id,who,value,basis,scope,from,to,note\na,W,1,B,actor=x&from=2020,2020-01-01,2020-12-31,N\n',
    ),
    { file: 'reference_counts.csv', row: 2, column: 'scope', value: 'actor=x&from=2020' },
  ],
];

/** Codes that need a folder or no descriptor at all; read-folder.test.ts and the tests below produce them. */
const ELSEWHERE: readonly ProblemCode[] = ['missing-descriptor', 'outside-folder', 'too-large'];

describe('importDataPackage', () => {
  it.each(CASES)('answers a fault with %s and says where it stands', (code, tiny, place) => {
    const { series, problems } = run(tiny);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ code, ...place });
    expect(problems[0]?.reason).not.toBe('');
    expect(series === null).toBe(PROBLEM_CODES[code].fatal);
  });

  it('has a case for every code', () => {
    const cased = new Set<string>([...CASES.map(([code]) => code), ...ELSEWHERE]);
    expect([...cased].sort()).toEqual(Object.keys(PROBLEM_CODES).sort());
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
