import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ExampleDatabase, openExample } from '../../../../testing/engines/example-database';
import { evaluate } from '../../../query/meaning/evaluate';
import type { Filter, GroupClause, Query, SplitBy } from '../../../query/query';
import type { FieldKind } from '../../../series/field-kinds';
import { FACETS, SPLITS, type Split } from '../../../series/field-table';
import type { OwnField, OwnKey, OwnValues } from '../../../series/fields';
import { BASE_MEASURES, type BaseMeasure } from '../../../series/measures';
import type { Series } from '../../../series/model';
import type { Day } from '../../../time/day';
import { differences } from '../../conformance/compare';
import { readPackage, wholeFilter } from '../../conformance/conformance';
import type { Statement } from '../../sql/statement';

const GOLDENS = new URL('./goldens/', import.meta.url);

function field(id: string, kind: FieldKind, rest: Partial<OwnField> = {}): OwnField {
  const none = { many: false, unit: null, aggregate: 'none', column: null, description: null } as const;
  return { id, label: id, kind, ...none, ...rest };
}

const FIELDS: readonly OwnField[] = [
  field('weapon', 'category', { many: true }),
  field('damage', 'number', { aggregate: 'sum' }),
  field('wind-speed', 'number', { aggregate: 'mean' }),
  field('armed', 'flag'),
  field('reported', 'day'),
];

/** Values of every kind; every fifth incident says nothing. */
function ownOf(at: number): OwnValues {
  if (at % 5 === 0) return {};
  const weapon = [['rifle'], ['rifle', 'knife'], ['none']][at % 3]!;
  const reported = `2024-01-${String(1 + (at % 28)).padStart(2, '0')}`;
  return {
    weapon,
    damage: at % 7 === 0 ? -at : at * 100,
    'wind-speed': at / 4,
    armed: at % 2 === 0,
    reported,
  };
}

const WEAPON: OwnKey = '.weapon';
const SUM: OwnKey = '.damage';
const MEAN: OwnKey = '.wind-speed';

let series: Series;
let database: ExampleDatabase;
let all: Filter;

beforeAll(async () => {
  const bundled = await readPackage('russia-militancy');
  const incidents = bundled.incidents.map((incident, at) => ({ ...incident, own: ownOf(at) }));
  series = { ...bundled, fields: FIELDS, incidents };
  all = wholeFilter(series);
  database = await openExample(series);
});

afterAll(async () => {
  await database.close();
});

type Case = readonly [title: string, query: Query];

function clause(split: Split, rest: Partial<GroupClause>): Partial<Filter> {
  return { series: { split, each: [], beyond: [], only: [], not: [], ...rest } };
}

/** Filters, each with what it is about; every clause of a filter stands in one of them. */
const FILTERS: readonly (readonly [string, Partial<Filter>])[] = [
  ['no clause', {}],
  ['nothing', { nothing: true }],
  ['a reversed window', { from: 19000 as Day, to: 18000 as Day }],
  ['clauses on links', { actors: ['is', 'iscp'], relations: ['claimed'], certainties: ['certain'] }],
  ['only disputed links', { disputed: 'only' }],
  ['no disputed links, suspicions asked for', { disputed: 'no', suspicions: true }],
  [
    'type, region and initiator',
    { types: ['shooting', 'bombing'], regions: ['dagestan'], initiators: ['non-state'] },
  ],
  ['any initiator, outside the scope', { initiators: 'any', scope: 'out' }],
  ['any scope', { scope: 'any' }],
  ['words', { words: ['police', 'a'] }],
  ['values of an own field', { own: [{ kind: 'values', key: WEAPON, values: ['rifle', 'none'] }] }],
  [
    'ranges of own fields',
    {
      own: [
        { kind: 'numbers', key: SUM, from: 100, to: null },
        { kind: 'numbers', key: MEAN, from: null, to: 60.5 },
        { kind: 'days', key: '.reported', from: '2024-01-03', to: '2024-01-20' },
      ],
    },
  ],
  ['a field that the series does not have', { own: [{ kind: 'values', key: '.unknown', values: ['none'] }] }],
  ['groups beside others', clause('actor', { each: ['iscp'] })],
  ['groups beyond some', clause('relation', { beyond: ['claimed'] })],
  ['a box', { box: { west: 35, south: 41, east: 50, north: 60.5 } }],
  ['a box over the date line', { box: { west: 40, south: 41, east: -160, north: 60.5 } }],
  [
    'places',
    { places: ['country', 'none', 'region', 'town:64.54:40.52', 'hex:200:60:70:65', 'hex:500:50:2:3'] },
  ],
  ['groups of a stack', clause('actor', { only: ['iscp', 'several'] })],
  ['groups of a stack but some', clause('region', { not: ['dagestan'] })],
  [
    'groups of a stack, rolled up',
    clause('actor', { only: ['islamic-state'], roll: ['islamic-state', 'gur'] }),
  ],
  ['groups of both kinds', clause(WEAPON, { each: ['rifle'], not: ['knife'] })],
];

const filters = () => FILTERS.map(([title, rest]) => [title, { ...all, ...rest }] as const);
const splits: readonly Split[] = [...SPLITS, WEAPON];
/** Actors and regions rolled up: under their roots, and under some that are named. */
const rolled: readonly (readonly [string, SplitBy])[] = [
  ['actor, under roots', { split: 'actor', roll: 'roots' }],
  ['actor, under those named', { split: 'actor', roll: ['islamic-state', 'iscp'] }],
  ['region, under those named', { split: 'region', roll: ['dagestan'] }],
];
const measures: readonly BaseMeasure[] = [...BASE_MEASURES, SUM, MEAN];

const CASES: Readonly<Record<Exclude<Query['kind'], 'incident'> | 'filter', () => readonly Case[]>> = {
  filter: () =>
    filters().map(([title, filter]) => [title, { kind: 'facet', filter, facet: 'type' }] as const),
  total: () => [
    ['built-in measures', { kind: 'total', filter: all, bin: 'month' }],
    ['own measures', { kind: 'total', filter: { ...all, actors: ['is'] }, bin: 'year', own: [SUM, MEAN] }],
  ],
  bins: () => {
    const bins = { kind: 'bins', filter: all, bin: 'year', measure: 'incidents', beyond: null } as const;
    return [
      ...splits.flatMap((split) => [
        [`by ${split}, beside`, { ...bins, split, stacked: false }] as const,
        [`by ${split}, stacked`, { ...bins, split, stacked: true }] as const,
        [`by ${split}, beyond some`, { ...bins, split, stacked: false, beyond: ['iscp', 'rifle'] }] as const,
      ]),
      ...rolled.map(([title, by]) => [`by ${title}, stacked`, { ...bins, ...by, stacked: true }] as const),
      ...measures.map(
        (measure) => [`${measure}`, { ...bins, measure, split: 'none', stacked: false }] as const,
      ),
      [
        'opened bar, by week',
        {
          ...bins,
          filter: { ...all, ...clause('actor', { only: ['iscp'] }) },
          bin: 'week',
          split: 'actor',
          stacked: true,
        },
      ],
    ];
  },
  groups: () => [
    ...splits.map(
      (split) => [`by ${split}`, { kind: 'groups', filter: all, measure: 'incidents', split }] as const,
    ),
    ...rolled.map(
      ([title, by]) => [`by ${title}`, { kind: 'groups', filter: all, measure: 'incidents', ...by }] as const,
    ),
    ...measures.map(
      (measure) => [`${measure}`, { kind: 'groups', filter: all, measure, split: 'actor' }] as const,
    ),
  ],
  facet: () => {
    const linked = { ...all, actors: ['is'], suspicions: true };
    return [...FACETS, WEAPON, '.armed' as const, '.unknown' as const].flatMap((facet) => [
      [`${facet}`, { kind: 'facet', filter: all, facet }] as const,
      [`${facet}, with a clause on links`, { kind: 'facet', filter: linked, facet }] as const,
    ]);
  },
  rows: () => {
    const rows = { kind: 'rows', filter: all, offset: 0, limit: 20 } as const;
    const keys = [SUM, 'fatalities', 'date', '.unknown'] as const;
    return [
      ['as they stand', { ...rows, sort: [] }],
      [
        'sorted by several',
        { ...rows, sort: keys.map((column, k) => ({ column, descending: k === 0 })), offset: 5 },
      ],
      ['with matched links', { ...rows, filter: { ...all, actors: ['is'] }, sort: [] }],
      ['past the end', { ...rows, sort: [], offset: 100_000 }],
    ];
  },
  position: () => [
    ['of an incident', { kind: 'position', filter: all, sort: [], incident: series.incidents[7]!.id }],
  ],
  marks: () => [
    ...splits.map((split) => [`by ${split}`, { kind: 'marks', filter: all, split, limit: 1000 }] as const),
    ...rolled.map(
      ([title, by]) => [`by ${title}`, { kind: 'marks', filter: all, ...by, limit: 1000 }] as const,
    ),
  ],
  places: () => {
    const grid = { across: 200, parallel: 60 };
    const places = {
      kind: 'places',
      filter: all,
      measure: 'incidents',
      box: null,
      most: 1000,
      grid,
    } as const;
    return [
      ['points', { ...places, split: 'none', stacked: false }],
      ['points by actor, stacked', { ...places, split: 'actor', stacked: true }],
      [
        'hexagons by type in a box over the date line',
        {
          ...places,
          split: 'type',
          stacked: false,
          most: 0,
          box: { west: 30, south: 40.5, east: -170, north: 60 },
        },
      ],
      ['hexagons of a measure', { ...places, measure: 'fatalities', split: 'none', stacked: false, most: 0 }],
    ];
  },
  spells: () => [['of a window', { kind: 'spells', filter: all }]],
};

function textOf({ sql, values }: Statement): string {
  const bound = Object.entries(values).map(
    ([name, { type, value }]) => `-- $${name}: ${type} ${JSON.stringify(value)}\n`,
  );
  return `${bound.join('')}${sql};\n`;
}

/** Holds a text to the golden file of a kind of query; `UPDATE_GOLDENS=1` writes it anew. */
function expectGolden(kind: string, text: string): void {
  const file = new URL(`${kind}.sql`, GOLDENS);
  if (process.env.UPDATE_GOLDENS === '1') {
    mkdirSync(GOLDENS, { recursive: true });
    writeFileSync(file, text);
  }
  expect(text).toBe(readFileSync(file, 'utf8'));
}

describe.each(Object.entries(CASES))('statements of %s', (kind, cases) => {
  it('are those of the golden file, run, and answer as evaluate does', async () => {
    const texts: string[] = [];
    for (const [title, query] of cases()) {
      const { result, statements } = await database.run(query);
      texts.push(`-- ${kind}: ${title}\n\n${statements.map(textOf).join('\n')}`);
      expect(differences(query, result, evaluate(series, query)), title).toEqual([]);
    }
    expectGolden(kind, texts.join('\n\n'));
  });
});

it('The filters of the golden files match something, but for those that cannot', () => {
  const found = filters().map(([title, filter]) => [
    title,
    evaluate(series, { kind: 'total', filter, bin: 'year' }).matched > 0,
  ]);
  expect(found.filter(([, matches]) => !matches).map(([title]) => title)).toEqual([
    'nothing',
    'a reversed window',
  ]);
});
