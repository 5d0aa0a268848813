import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { arbitrarySeries } from '../../../testing/series/arbitrary-series';
import { importDataPackage } from '../../importers/datapackage/datapackage';
import { readPackageFolder } from '../../importers/datapackage/read-folder';
import { planRanking, rankedSplits } from '../../query/info/series-info';
import type { Filter, PlacesQuery, Query, SplitBy } from '../../query/query';
import { byAsked } from '../../series/facets';
import { COLUMNS, FACETS, SPLITS } from '../../series/field-table';
import { isOwnKey, type OwnKey, ownKey } from '../../series/fields';
import { BASE_MEASURES } from '../../series/measures';
import type { DatasetId, Series } from '../../series/model';
import { BINS } from '../../time/bin';
import { runCampaign } from './campaign';
import { checkQueries, type OpenEngine, sampleQueries } from './check';

const DATA = new URL('../../../data/', import.meta.url).pathname;
/** Change it to draw others. bench/engines/conformance.ts draws any number of them. */
const SEED = 20240322;
const PAIRS = 2000;
/** What a campaign may take in milliseconds where other work goes on beside it. */
const MINUTES = 300_000;

/** The folders of the bundled series and of the fixtures, under `data/`. Throws where the fixtures are missing. */
function packages(): readonly string[] {
  const fixtures = readdirSync(join(DATA, 'fixtures'), { withFileTypes: true });
  return [
    'russia-militancy',
    ...fixtures.filter((one) => one.isDirectory()).map(({ name }) => `fixtures/${name}`),
  ];
}

/** A package as a series. Throws where it does not import. */
export async function readPackage(folder: string): Promise<Series> {
  const id = folder.replace('fixtures/', '') as DatasetId;
  const { series, problems } = importDataPackage(id, await readPackageFolder(join(DATA, folder)));
  if (!series) throw new Error(`data/${folder} does not import: ${problems[0]?.reason}`);
  return series;
}

/** Everything in the series' coverage, the state and what is outside the scope left out. */
export function wholeFilter({ meta }: Series): Filter {
  const empty = {
    ...byAsked(() => []),
    words: [],
  };
  const { from, to } = meta.coverage;
  return {
    from,
    to,
    ...empty,
    suspicions: false,
    disputed: null,
    scope: 'in',
    own: [],
    series: null,
    box: null,
    places: [],
    nothing: false,
  };
}

/**
 * Actors under their roots, and under some of the bundled series: one that is part of another, and one that nobody knows. Regions
 * likewise, of the fixture on places.
 */
const ROLLED: readonly SplitBy[] = [
  { split: 'actor', roll: 'roots' },
  { split: 'actor', roll: ['islamic-state', 'iscp', 'unknown'] },
  { split: 'region', roll: ['norland.east', 'norland', 'sudland', 'unknown'] },
];

/** Points and hexagons, of the whole world and of a part of it over the date line, by every split and by every measure. */
function placesQueries(filter: Filter, own: readonly OwnKey[]): readonly PlacesQuery[] {
  const plain = { kind: 'places', filter, measure: 'incidents', stacked: true, box: null } as const;
  const grid = { across: 200, parallel: 60 };
  const box = { west: 30, south: 40.5, east: -170, north: 60 };
  return [
    ...[...[...SPLITS, ...own].map((split): SplitBy => ({ split })), ...ROLLED].flatMap((by) => [
      { ...plain, ...by, most: 1000, grid },
      { ...plain, ...by, stacked: false, most: 0, grid, box },
      { ...plain, ...by, stacked: false, most: 0, mostGroups: 2, grid: { atLeast: 2000 } },
      // So many that they are not compared as they are added up.
      { ...plain, ...by, stacked: false, most: 0, mostGroups: 2e9, grid: { atLeast: 2000 } },
    ]),
    ...[...BASE_MEASURES, ...own].map(
      (measure) =>
        ({ ...plain, measure, split: 'type', most: 20, mostGroups: 1, grid: { atLeast: 0 } }) as const,
    ),
  ];
}

/** Every kind, facet, split, measure, bin and sort once over one filter, own fields among them. */
export function everyQuery(filter: Filter, { fields }: Pick<Series, 'fields'>): readonly Query[] {
  const own = fields.map(ownKey);
  return [
    ...BINS.map((bin) => ({ kind: 'total', filter, bin, own }) as const),
    ...[...[...SPLITS, ...own].map((split): SplitBy => ({ split })), ...ROLLED].flatMap((by) => [
      { kind: 'marks', filter, ...by, limit: 1000 } as const,
      // Own measures by one split only: all by all would be thousands.
      ...[
        ...(isOwnKey(by.split) ? ['incidents' as const] : BASE_MEASURES),
        ...(by.split === 'none' ? own : []),
      ].flatMap((measure) => [
        { kind: 'groups', filter, measure, ...by } as const,
        ...[true, false].map(
          (stacked) =>
            ({ kind: 'bins', filter, bin: 'month', measure, ...by, stacked, beyond: null }) as const,
        ),
        { kind: 'bins', filter, bin: 'year', measure, ...by, stacked: false, beyond: ['iscp'] } as const,
      ]),
    ]),
    ...[...FACETS, ...own].map((facet) => ({ kind: 'facet', filter, facet }) as const),
    ...[...COLUMNS, ...own].flatMap((column) =>
      [true, false].map(
        (descending) =>
          ({ kind: 'rows', filter, sort: [{ column, descending }], offset: 0, limit: 1000 }) as const,
      ),
    ),
    ...placesQueries(filter, own),
    { kind: 'spells', filter },
    ...rankedSplits({ fields: [] }).map(planRanking),
  ];
}

/** How an engine is held to the meaning. */
export interface Conformance {
  /** A series as the engine keeps it, where it has an order of its own for links. */
  readonly kept?: (series: Series) => Series;
  /** Random pairs of a series and a query. */
  readonly pairs?: number;
  /**
   * Of the queries of every kind one in so many is asked of a fixture, others of the next one: of an engine that takes long for
   * each. About own fields all are asked.
   */
  readonly oneIn?: number;
  /** Random queries about each fixture. */
  readonly sampled?: number;
}

/**
 * The suite that every engine passes: on the bundled series, on every fixture and on random pairs of a series and a query
 * it gives the answers of `evaluate`, low, high and the order of rows to the letter, best within rounding.
 */
export function conformance(
  name: string,
  open: OpenEngine,
  { kept = (series) => series, pairs = PAIRS, oneIn = 1, sampled = 60 }: Conformance = {},
): void {
  const askedOf = (series: Series, first: number) =>
    everyQuery(wholeFilter(series), series).filter((_, at) => (at + first) % oneIn === 0);

  describe.each(packages())(`${name} over data/%s`, (folder) => {
    let series: Series;
    beforeAll(async () => {
      series = kept(await readPackage(folder));
    });

    it('answers every kind of query as evaluate does', async () => {
      const engine = await open(series);
      await checkQueries(engine, series, askedOf(series, packages().indexOf(folder)));
      await checkQueries(engine, series, sampleQueries(series, sampled, SEED));
      await engine.close();
    });
  });

  it(
    `${name} answers about ${pairs} random pairs as evaluate does (seed ${SEED})`,
    async () => {
      const reached = await runCampaign(open, { seed: SEED, pairs, incidents: 30, kept });
      expect(reached.pairs).toBe(pairs);
    },
    MINUTES,
  );

  it(`${name} answers every kind of query about own fields as evaluate does`, async () => {
    const [series] = fc.sample(arbitrarySeries(60), { seed: SEED, numRuns: 1 }).map(kept);
    const engine = await open(series!);
    await checkQueries(engine, series!, everyQuery({ ...wholeFilter(series!), initiators: 'any' }, series!));
    await engine.close();
  });

  it(`${name} answers many queries at once as it answers them one by one`, async () => {
    const series = await readPackage('russia-militancy');
    const engine = await open(series);
    const queries = askedOf(series, 0);
    const alone: unknown[] = [];
    for (const query of queries) alone.push(await engine.run(query));
    expect(await Promise.all(queries.map((query) => engine.run(query)))).toEqual(alone);
    await engine.close();
  });

  it(`${name} gives no answer to a query that was aborted`, async () => {
    const series = await readPackage('fixtures/one-incident');
    const engine = await open(series);
    const [query] = everyQuery(wholeFilter(series), series);
    const controller = new AbortController();
    const running = engine.run(query!, controller.signal);
    controller.abort();
    await expect(running).rejects.toThrow(/abort/i);
    await engine.close();
  });
}
