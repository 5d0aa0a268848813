import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ExampleDatabase, openExample } from '../../../../testing/engines/example-database';
import { evaluate } from '../../../query/meaning/evaluate';
import type { Filter, Query } from '../../../query/query';
import type { FieldKind } from '../../../series/field-kinds';
import type { OwnField, OwnKey } from '../../../series/fields';
import type { ActorId, IncidentId, RegionId, Series, TypeId } from '../../../series/model';
import { differences } from '../../conformance/compare';
import { readPackage, wholeFilter } from '../../conformance/conformance';
import { ownList } from '../../sql/columns';

/** Texts that would change a statement if they became part of one. */
const HOSTILE = [
  ...["'", "''", "x' OR true --", "'; DROP TABLE incidents; --", "'); DELETE FROM links; SELECT ('"],
  ...[
    '"',
    '\\',
    "\\'",
    '$from_day',
    '$1',
    '?',
    ':from_day',
    '%',
    '{}',
    '[]',
    '/*',
    '--',
    ';',
    ')',
    '\0',
    "\0'",
  ],
  ...['\n', '\u2019', '\u02bc', '\ud800', 'null', 'e\u0301', '🐈'],
];
const PLAIN = 'x';
const KEY: OwnKey = '.note';
const DAY: OwnKey = '.seen';

function field(id: string, kind: FieldKind): OwnField {
  const none = { many: false, unit: null, aggregate: 'none', column: null, description: null } as const;
  return { id, label: id, kind, ...none };
}

let series: Series;
let database: ExampleDatabase;
let all: Filter;

/** A series whose incidents have the hostile texts as ids, titles, types, regions, actors and values, one each. */
beforeAll(async () => {
  const one = await readPackage('fixtures/one-incident');
  const incident = one.incidents[0]!;
  const link = incident.links[0]!;
  const wellFormed = HOSTILE.filter((text) => text === Buffer.from(text).toString());
  series = {
    ...one,
    fields: [field('note', 'category'), field('seen', 'day')],
    incidents: [...wellFormed, PLAIN].map((text) => ({
      ...incident,
      ...{ id: text as IncidentId, title: text, type: text as TypeId, regions: [text as RegionId] },
      ...{ links: [{ ...link, actor: text as ActorId }], own: { note: text, seen: '2024-01-01' } },
    })),
  };
  all = wholeFilter(series);
  database = await openExample(series);
});

afterAll(async () => {
  await database.close();
});

/** Every place of a query that holds a text which a reader may write. */
const PLACES: Readonly<Record<string, (text: string) => Query>> = {
  type: (text) => counted({ types: [text] }),
  region: (text) => counted({ regions: [text] }),
  actor: (text) => counted({ actors: [text] }),
  relation: (text) => counted({ relations: [text] }),
  certainty: (text) => counted({ certainties: [text] }),
  initiator: (text) => counted({ initiators: [text] }),
  'a word': (text) => counted({ words: [text] }),
  'a value of an own field': (text) => counted({ own: [{ kind: 'values', key: KEY, values: [text] }] }),
  'the ends of a range': (text) => counted({ own: [{ kind: 'days', key: DAY, from: text, to: text }] }),
  'a group beside others': (text) => counted({ series: { ...GROUPS, each: [text] } }),
  'a group beyond some': (text) => counted({ series: { ...GROUPS, beyond: [text] } }),
  'a group of a stack': (text) => counted({ series: { ...GROUPS, only: [text] } }),
  'a group of a stack but some': (text) => counted({ series: { ...GROUPS, not: [text] } }),
  'groups beyond some': (text) => ({
    ...{ kind: 'bins', filter: all, bin: 'year', measure: 'incidents', split: 'actor', stacked: false },
    beyond: [text],
  }),
  'the incident of a position': (text) => ({
    ...{ kind: 'position', filter: all, sort: [], incident: text as IncidentId },
  }),
};
const GROUPS = { split: 'actor', each: [], beyond: [], only: [], not: [] } as const;

function counted(rest: Partial<Filter>): Query {
  return { kind: 'facet', facet: 'type', filter: { ...all, ...rest } };
}

describe.each(Object.entries(PLACES))('a hostile text as %s', (_, queryOf) => {
  it('leaves the SQL as it is for any other, and means itself', async () => {
    const plain = (await database.run(queryOf(PLAIN))).statements.map(({ sql }) => sql);
    for (const text of HOSTILE) {
      const { result, statements } = await database.run(queryOf(text));
      expect(statements.map(({ sql }) => sql)).toEqual(plain);
      expect(differences(queryOf(text), result, evaluate(series, queryOf(text))), text).toEqual([]);
    }
  });
});

it.each(['.a"b', '.a; DROP TABLE incidents', ".x'", '.A', '.', '.a b', '.é'])(
  'The key %j, which no field can have, never becomes a name in SQL',
  async (key) => {
    const query: Query = { kind: 'facet', facet: key as OwnKey, filter: all };
    const { result, statements } = await database.run(query);
    const unknown = await database.run({ ...query, facet: '.unknown' });
    expect(statements).toEqual(unknown.statements);
    expect(differences(query, result, evaluate(series, query))).toEqual([]);
    expect(() => ownList(key as OwnKey)).toThrow('No field can have the id');
  },
);

it.each([1.5, Number.NaN, 2 ** 31, 1e12])(
  'The number %d is refused where a whole one is bound',
  async (number) => {
    const query: Query = { kind: 'rows', filter: all, sort: [], offset: 0, limit: number };
    await expect(database.run(query)).rejects.toMatchObject({ name: 'EngineError' });
  },
);
