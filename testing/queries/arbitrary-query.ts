import fc from 'fast-check';
import {
  type Filter,
  type GroupClause,
  NONE,
  type OwnFilter,
  type Query,
  type Rollup,
  SEVERAL,
  type SplitBy,
} from '../../lib/query/query';
import { COLUMNS, type Column, FACETS, type Facet, SPLITS, type Split } from '../../lib/series/field-table';
import { type OwnField, ownIds, ownKey, ownNumber } from '../../lib/series/fields';
import { BASE_MEASURES, type BaseMeasure } from '../../lib/series/measures';
import {
  CERTAINTIES,
  type Coverage,
  INITIATORS,
  type IncidentId,
  RELATIONS,
  type Series,
} from '../../lib/series/model';
import { type Box, locationOf, OFF_MAP } from '../../lib/series/places/location';
import { hexagonId, placeId } from '../../lib/series/places/place-ids';
import { searchWords } from '../../lib/series/search-text';
import { BINS } from '../../lib/time/bin';
import { addDays, type Day, type DaySpan } from '../../lib/time/day';
import { TEXT_WORDS } from '../series/arbitrary-series';

/** A list of some of the values, often empty, at times with `none` and an id that nothing has. */
function some(values: readonly string[]): fc.Arbitrary<readonly string[]> {
  const list = fc.uniqueArray(fc.constantFrom(...values, NONE, 'unknown'), { minLength: 1, maxLength: 3 });
  return fc.oneof({ weight: 7, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: list });
}

/** Mostly wide, at times narrow, one day long, reversed or all of time. Weights: numbers drawn are biased to their ends. */
function windows({ from, to }: Pick<Coverage, 'from' | 'to'>): fc.Arbitrary<DaySpan> {
  const margin = 40;
  const day = fc.integer({ min: from - margin, max: to + margin }).map((one) => one as Day);
  const pair = fc.tuple(day, day);
  const wide = fc
    .tuple(fc.constantFrom(-margin, 0, 9), fc.constantFrom(-500, 0, margin))
    .map(([start, end]) => ({ from: addDays(from, start), to: addDays(to, end) }));
  return fc.oneof(
    { weight: 6, arbitrary: wide },
    { weight: 3, arbitrary: pair.map(([a, b]) => (a < b ? { from: a, to: b } : { from: b, to: a })) },
    { weight: 1, arbitrary: pair.map(([a, b]) => ({ from: a, to: b })) },
    { weight: 1, arbitrary: day.map((one) => ({ from: one, to: one })) },
  );
}

/** The folded words of a search: texts that occur, parts of them, and marks that mean something in SQL. */
function words({ incidents }: Series): fc.Arbitrary<readonly string[]> {
  const titles = incidents.slice(0, 20).flatMap(({ title }) => title.split(' ').slice(0, 3));
  const word = fc.constantFrom(...TEXT_WORDS, ...titles, 'att', 'nowhere', "'", '%');
  return fc.array(word, { maxLength: 2 }).map((all) => searchWords(all.join(' ')));
}

/** The values of every split, and some that none has. */
function splitIds(series: Series): readonly string[] {
  return [
    ...[NONE, SEVERAL, 'nowhere', ...RELATIONS, ...INITIATORS],
    ...[...series.actors, ...series.types, ...series.regions].map(({ id }) => id),
  ];
}

/** How actors or regions are rolled up: not at all, under the roots, or under some, known or not. */
function rollups(ids: readonly string[]): fc.Arbitrary<{ readonly roll?: Rollup }> {
  const named = fc.uniqueArray(fc.constantFrom(...ids, NONE, 'unknown'), { maxLength: 4 });
  return fc.oneof(
    { weight: 2, arbitrary: fc.constant({}) },
    { weight: 1, arbitrary: fc.constant({ roll: 'roots' } as const) },
    { weight: 1, arbitrary: named.map((roll) => ({ roll })) },
  );
}

/** Splits of every kind; every other one by actors or by regions, rolled up or not. */
function splits(series: Series, others: readonly Split[]): fc.Arbitrary<SplitBy> {
  const by = <S extends 'actor' | 'region'>(split: S, ids: readonly { readonly id: string }[]) =>
    rollups(ids.map(({ id }) => id)).map((roll) => ({ split, ...roll }));
  const plain = fc.constantFrom(...others).map((split) => ({ split }));
  return fc.oneof(
    { weight: 2, arbitrary: by('actor', series.actors) },
    { weight: 1, arbitrary: by('region', series.regions) },
    { weight: 3, arbitrary: plain },
  );
}

/** Clauses on the groups of a chart, over the values of every split. */
function groupClauses(series: Series): fc.Arbitrary<GroupClause | null> {
  const list = fc.array(fc.constantFrom(...splitIds(series)), { maxLength: 4 });
  const values = fc.record({ each: list, beyond: list, only: list, not: list });
  const clause = fc.tuple(splits(series, SPLITS), values).map(([by, one]) => ({ ...by, ...one }));
  return fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: clause });
}

/** A clause on an own field: values that occur, and ranges where its kind has an order. */
function ownFilter(series: Series, field: OwnField): fc.Arbitrary<OwnFilter> {
  const key = ownKey(field);
  const held = series.incidents.flatMap((one) => ownIds(one, key));
  const values = fc.uniqueArray(fc.constantFrom(...held, NONE, 'yes', '3'), { maxLength: 3 });
  const byValues = values.map((some) => ({ kind: 'values' as const, key, values: some }));
  if (field.kind === 'number') {
    const numbers = series.incidents.flatMap((one) => ownNumber(one, key) ?? []);
    const end = fc.constantFrom(null, -3, 0, 4.5, ...numbers);
    const range = fc.record({ from: end, to: end });
    return fc.oneof(
      byValues,
      range.map((ends) => ({ kind: 'numbers' as const, key, ...ends })),
    );
  }
  if (field.kind !== 'day') return byValues;
  const day = fc.constantFrom(null, '1969-05-05', '1971-01-01', ...held);
  const range = fc.record({ from: day, to: day });
  return fc.oneof(
    byValues,
    range.map((ends) => ({ kind: 'days' as const, key, ...ends })),
  );
}

/** Clauses on own fields, also on one that the series does not have. */
function ownFilters(series: Series): fc.Arbitrary<readonly OwnFilter[]> {
  const unknown = { kind: 'values' as const, key: '.unknown' as const, values: [NONE] };
  const clause = fc.oneof(fc.constant(unknown), ...series.fields.map((field) => ownFilter(series, field)));
  return fc.oneof(
    { weight: 5, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.array(clause, { minLength: 1, maxLength: 2 }) },
  );
}

/** Often none; at times over the date line. */
const boxes: fc.Arbitrary<Box | null> = fc.oneof(
  { weight: 5, arbitrary: fc.constant(null) },
  {
    weight: 1,
    arbitrary: fc.record({
      west: fc.constantFrom(-180, -20.5, 0, 170),
      south: fc.constantFrom(-90, -30.25, 40),
      east: fc.constantFrom(-170, 37.6173, 60, 180),
      north: fc.constantFrom(0, 55.75, 90),
    }),
  },
);

const grids = fc.record({
  across: fc.constantFrom(20, 200, 1000, 5000),
  parallel: fc.constantFrom(0, 40, 60),
});

/** Often none; else points that occur, hexagons, and what is off the map. */
function places({ incidents }: Series): fc.Arbitrary<readonly string[]> {
  const points = incidents.slice(0, 20).map((one) => placeId(locationOf(one)));
  const hexagon = fc
    .tuple(grids, fc.nat(8), fc.integer({ min: -4, max: 4 }))
    .map(([grid, column, row]) => hexagonId(grid, { column, row }));
  const one = fc.oneof(fc.constantFrom(...points, ...OFF_MAP, 'unknown', 'hex:1:2'), hexagon);
  return fc.oneof(
    { weight: 7, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.uniqueArray(one, { minLength: 1, maxLength: 4 }) },
  );
}

/** Filters of every clause, over the ids of a series. */
export function arbitraryFilter(series: Series): fc.Arbitrary<Filter> {
  return fc
    .record({
      span: windows(series.meta.coverage),
      actors: some(series.actors.map(({ id }) => id)),
      relations: some(RELATIONS),
      suspicions: fc.boolean(),
      certainties: some(CERTAINTIES),
      disputed: fc.constantFrom(null, null, null, null, null, 'no', 'only'),
      types: some(series.types.map(({ id }) => id)),
      regions: some(series.regions.map(({ id }) => id)),
      initiators: fc.oneof(some(INITIATORS), fc.constant('any' as const)),
      scope: fc.constantFrom('in', 'in', 'out', 'any'),
      own: ownFilters(series),
      words: fc.oneof({ weight: 7, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: words(series) }),
      series: groupClauses(series),
      box: boxes,
      places: places(series),
      nothing: fc.oneof(
        { weight: 30, arbitrary: fc.constant(false) },
        { weight: 1, arbitrary: fc.constant(true) },
      ),
    })
    .map(({ span, ...filter }) => ({ ...filter, ...span }));
}

function sorts(series: Series) {
  const column = fc.constantFrom<Column>(...COLUMNS, ...series.fields.map(ownKey), '.unknown');
  return fc.array(fc.record({ column, descending: fc.boolean() }), { maxLength: 3 });
}

function withSplit<T extends object>(split: fc.Arbitrary<SplitBy>, rest: fc.Arbitrary<T>) {
  return fc.tuple(split, rest).map(([by, one]) => ({ ...by, ...one }));
}

/** Queries of every kind about a series. */
export function arbitraryQuery(series: Series): fc.Arbitrary<Query> {
  const filter = arbitraryFilter(series);
  const sort = sorts(series);
  const ids = series.incidents.map(({ id }) => id);
  const incident = fc.constantFrom(...ids, 'unknown' as IncidentId);
  const bin = fc.constantFrom(...BINS);
  const own = [...series.fields.map(ownKey), '.unknown' as const];
  const measure = fc.constantFrom<BaseMeasure>(...BASE_MEASURES, ...own);
  const split = splits(series, [...SPLITS, ...own]);
  const groups = fc.array(fc.constantFrom(...splitIds(series)), { maxLength: 4 });
  const beyond = fc.option(groups, { freq: 2 });
  const kind = <K extends Query['kind']>(name: K) => fc.constant(name);
  const bins = { kind: kind('bins'), filter, bin, measure, stacked: fc.boolean() };
  return fc.oneof(
    fc.record({ kind: kind('total'), filter, bin, own: fc.subarray(own) }),
    withSplit(split, fc.record({ ...bins, beyond })),
    withSplit(split, fc.record({ ...bins, beyond: fc.constant(null), only: groups })),
    withSplit(split, fc.record({ kind: kind('groups'), filter, measure })),
    withSplit(
      split,
      fc.record({ kind: kind('groups'), filter, measure, stacked: fc.constant(true as const) }),
    ),
    fc.record({ kind: kind('facet'), filter, facet: fc.constantFrom<Facet>(...FACETS, ...own) }),
    fc.record({ kind: kind('rows'), filter, sort, offset: fc.nat(12), limit: fc.nat(30) }),
    fc.record({ kind: kind('position'), filter, sort, incident }),
    withSplit(split, fc.record({ kind: kind('marks'), filter, limit: fc.constantFrom(5, 1000) })),
    withSplit(
      split,
      fc.record({
        ...{ kind: kind('places'), filter, measure, stacked: fc.boolean(), box: boxes },
        ...{ most: fc.constantFrom(0, 3, 1000), grid: grids },
      }),
    ),
    fc.record({ kind: kind('spells'), filter }),
    fc.record({ kind: kind('incident'), incident }),
  );
}
