import fc from 'fast-check';
import { FACETS, type Filter, NONE, type Query, SEVERAL, type SeriesClause } from '../../query/query';
import {
  CERTAINTIES,
  type Coverage,
  INITIATORS,
  type IncidentId,
  MEASURES,
  RELATIONS,
  type Series,
} from '../../series/model';
import { searchWords } from '../../series/text';
import { BINS } from '../../time/bin';
import { addDays, type Day, type DaySpan } from '../../time/day';
import { COLUMNS, SPLITS } from '../../view/view';
import { TEXT_WORDS } from './arbitrary-series';

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

/** Clauses on the series of a chart, over the values of every split. */
function seriesClauses(series: Series): fc.Arbitrary<SeriesClause | null> {
  const list = fc.array(fc.constantFrom(...splitIds(series)), { maxLength: 4 });
  const clause = fc.record({
    split: fc.constantFrom(...SPLITS),
    each: list,
    beyond: list,
    only: list,
    not: list,
  });
  return fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: clause });
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
      words: fc.oneof({ weight: 7, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: words(series) }),
      series: seriesClauses(series),
      nothing: fc.oneof(
        { weight: 30, arbitrary: fc.constant(false) },
        { weight: 1, arbitrary: fc.constant(true) },
      ),
    })
    .map(({ span, ...filter }) => ({ ...filter, ...span }));
}

const sort = fc.array(fc.record({ column: fc.constantFrom(...COLUMNS), descending: fc.boolean() }), {
  maxLength: 3,
});

/** Queries of every kind about a series. */
export function arbitraryQuery(series: Series): fc.Arbitrary<Query> {
  const filter = arbitraryFilter(series);
  const ids = series.incidents.map(({ id }) => id);
  const incident = fc.constantFrom(...ids, 'unknown' as IncidentId);
  const bin = fc.constantFrom(...BINS);
  const measure = fc.constantFrom(...MEASURES);
  const split = fc.constantFrom(...SPLITS);
  const beyond = fc.option(fc.array(fc.constantFrom(...splitIds(series)), { maxLength: 4 }), { freq: 2 });
  const kind = <K extends Query['kind']>(name: K) => fc.constant(name);
  return fc.oneof(
    fc.record({ kind: kind('total'), filter, bin }),
    fc.record({ kind: kind('bins'), filter, bin, measure, split, stacked: fc.boolean(), beyond }),
    fc.record({ kind: kind('groups'), filter, measure, split }),
    fc.record({ kind: kind('facet'), filter, facet: fc.constantFrom(...FACETS) }),
    fc.record({ kind: kind('rows'), filter, sort, offset: fc.nat(12), limit: fc.nat(30) }),
    fc.record({ kind: kind('position'), filter, sort, incident }),
    fc.record({ kind: kind('marks'), filter, split, limit: fc.constantFrom(5, 1000) }),
    fc.record({ kind: kind('spells'), filter }),
    fc.record({ kind: kind('incident'), incident }),
  );
}
