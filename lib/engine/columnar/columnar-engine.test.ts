import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryQuery } from '../../../testing/queries/arbitrary-query';
import { arbitrarySeries } from '../../../testing/series/arbitrary-series';
import { EVERYTHING } from '../../query/info/everything';
import type { Query } from '../../query/query';
import type { Series } from '../../series/model';
import { addDays } from '../../time/day';
import { runCampaign } from '../conformance/campaign';
import { checkQueries } from '../conformance/check';
import { conformance } from '../conformance/conformance';
import { columnarEngine } from './columnar-engine';
import { columnsOf } from './columns/columns-builder';
import { OFF_CODES } from './columns/locations';

/** So low that series of a test take every shortcut. */
const LIMITS = { step: 3, few: 4, characters: 30, locations: OFF_CODES + 2 };
const open = async (series: Series) => columnarEngine(await columnsOf(series), LIMITS);

conformance('columnar', open);

/** The same query in windows that move on, as under a brush, and back. */
function brushed(query: Query): readonly Query[] {
  if (query.kind === 'incident') return [query];
  const { filter } = query;
  return [0, 1, 17, 400, -200, 0].map((days) => ({
    ...query,
    filter: { ...filter, from: addDays(filter.from, days), to: addDays(filter.to, days + (days % 5)) },
  }));
}

describe('the columnar engine', () => {
  it('answers as evaluate does while the window moves over what it keeps', async () => {
    let pairs = 0;
    const cases = arbitrarySeries(60).chain((series) =>
      fc.tuple(fc.constant(series), fc.array(arbitraryQuery(series), { minLength: 8, maxLength: 8 })),
    );
    const property = fc.asyncProperty(cases, async ([series, queries]) => {
      const engine = await open(series);
      for (const query of queries) {
        const moved = brushed(query);
        await checkQueries(engine, series, moved);
        pairs += moved.length;
      }
    });
    await fc.assert(property, { seed: 7, numRuns: 20, endOnFailure: true });
    expect(pairs).toBeGreaterThan(800);
  });

  it('answers as evaluate does with the limits that large series have', async () => {
    const plain = async (series: Series) => columnarEngine(await columnsOf(series));
    const reached = await runCampaign(plain, { seed: 11, pairs: 250, incidents: 60 });
    expect(reached.pairs).toBe(250);
  });

  it('reads no date that has no gaps to find the last incident', async () => {
    const [series] = fc.sample(arbitrarySeries(60), { seed: 5, numRuns: 1 });
    const columns = await columnsOf(series!);
    const { spans, column } = columns.dates;
    const read: number[] = [];
    const at = column.values.at.bind(column.values);
    const noted = (code: number) => {
      read.push(code);
      return at(code);
    };
    Object.defineProperty(column.values, 'at', { value: noted });
    await checkQueries(columnarEngine(columns), series!, [{ kind: 'spells', filter: EVERYTHING }]);
    expect(spans.gaps).toContain(0);
    expect(read.filter((code) => spans.gaps[code] === 0)).toEqual([]);
  });
});
