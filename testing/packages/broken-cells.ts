import { type BrokenCase, field, INCIDENTS, ONE, oneMore, withTable } from './broken-package';

/** Faults that the schema finds in a cell, a key or a reference. */
export const BROKEN_CELLS: readonly BrokenCase[] = [
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
];
