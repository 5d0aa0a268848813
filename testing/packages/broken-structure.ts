import { type BrokenCase, field, INCIDENTS, JSON_FILE, ONE, withTable } from './broken-package';

/** Faults of the descriptor, of files and of whole columns or rows. */
export const BROKEN_STRUCTURE: readonly BrokenCase[] = [
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
    'bad-descriptor',
    { tables: { incidents: ONE }, paths: { incidents: 'incidents.json' } },
    { file: JSON_FILE, row: null, column: 'incidents.path', value: 'incidents.json' },
  ],
  [
    'bad-outlines',
    {
      tables: { incidents: ONE, areas: '{"type":"Point"}' },
      paths: { areas: 'areas.geojson' },
      schemas: { areas: { fields: [field('region', 'string'), field('geometry', 'geojson')] } },
    },
    { file: 'areas.geojson', row: null, column: null },
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
];
