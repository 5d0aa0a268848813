import { type BrokenCase, INCIDENTS, ONE, oneMore, withTable } from './broken-package';

/** Faults of meaning, which a schema cannot see. */
export const BROKEN_MEANING: readonly BrokenCase[] = [
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
  [
    'bad-date',
    withTable('denominators', 'date,people\n2019/2018,1000\n'),
    { file: 'denominators.csv', row: 2, column: 'date', value: '2019/2018' },
  ],
  [
    'too-small',
    withTable('denominators', 'date,people\n2019,0\n'),
    { file: 'denominators.csv', row: 2, column: 'people', value: '0' },
  ],
  [
    'duplicate-value',
    withTable('denominators', 'date,people\n2019,1000\n2019-07-01,1100\n'),
    { file: 'denominators.csv', row: 3, column: 'date', value: '2019-07-01' },
  ],
  [
    'bad-area',
    withTable('areas', 'region,geometry\nnorth,"{""type"":""Point"",""coordinates"":[1,2]}"\n'),
    { file: 'areas.csv', row: 2, column: 'geometry', value: '{"type":"Point","coordinates":[1,2]}' },
  ],
  [
    'heights-left-out',
    withTable(
      'areas',
      'region,geometry\nnorth,"{""type"":""Polygon"",""coordinates"":[[[1,2,9],[2,2,9],[2,3,9],[1,2,9]]]}"\n',
    ),
    { file: 'areas.csv', row: null, column: 'geometry', value: '1' },
  ],
];
