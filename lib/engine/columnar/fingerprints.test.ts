import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitrarySeries } from '../../../testing/series/arbitrary-series';
import { filter, incident, seriesOfHand } from '../../../testing/series/hand-made';
import { columnsBytes, columnsIn } from '../../../testing/stores/columns-in-memory';
import { compareViews } from '../../query/changes/compare-views';
import type { Engine } from '../../query/engine';
import { inTurn } from '../../query/in-turn';
import { meaningEngine } from '../../query/meaning/evaluate';
import type { Incident, Series } from '../../series/model';
import { cachedEngine } from '../cache';
import { sampleQueries } from '../conformance/check';
import { knowing } from '../stored/first-answers';
import { rebuiltOnce } from '../stored/rebuilt-once';
import { columnarEngine } from './columnar-engine';
import { columnsOf } from './columns/columns-builder';

const inMemory = async (series: Series) => columnarEngine(await columnsOf(series));
const inFile = async (series: Series) => columnarEngine(columnsIn(await columnsBytes(series), series));

/** A later revision: some incidents gone, some with a part of another, some new, all in another order. */
function later(series: Series, others: readonly Incident[], part: keyof Incident): Series {
  const kept = series.incidents.flatMap((one, at) => {
    const other = others[at];
    if (at % 5 === 1) return [];
    return at % 4 === 2 && other !== undefined ? [{ ...one, [part]: other[part] }] : [one];
  });
  const added = others.slice(0, 3).map((one, at) => ({ ...one, id: `new-${at}` as Incident['id'] }));
  return { ...series, incidents: [...added, ...kept].reverse() };
}

describe('incidents as numbers', () => {
  it('show the changes that all incidents show, of any revisions in any view', async () => {
    const parts = ['date', 'title', 'place', 'links', 'fatalities', 'own', 'sources', 'notes'] as const;
    const pair = fc.tuple(arbitrarySeries(40), arbitrarySeries(40), fc.constantFrom(...parts));
    let found = 0;
    const same = fc.asyncProperty(pair, async ([series, { incidents, actorRelations }, part]) => {
      const young = { ...later(series, incidents, part), actorRelations };
      const queries = sampleQueries(series, 6, 11);
      const [old, now] = [await inFile(series), await inMemory(young)];
      for (const query of queries) {
        if (!('filter' in query)) continue;
        const side = (engine: Engine) => ({ engine, filter: query.filter });
        const meant = await compareViews(side(meaningEngine(series)), side(meaningEngine(young)));
        expect(await compareViews(side(old), side(now))).toEqual(meant);
        for (const most of [0, 2]) {
          expect(await compareViews(side(old), side(now), most)).toEqual(meant.slice(0, most));
        }
        // Where more than so many differ all incidents are read.
        expect(await compareViews(side(old), side(now), 3, 1)).toEqual(meant.slice(0, 3));
        found += meant.length;
      }
    });
    await fc.assert(same, { numRuns: 25, seed: 20261201, endOnFailure: true });
    expect(found).toBeGreaterThan(100);
  });

  it('are the same whatever the order of rows, and however they are kept', async () => {
    const one = incident('a', '2020-01-05', ['x'], { title: 'One' });
    const two = incident('b', '2020-01-06', ['y'], { title: 'Two', own: { size: 3 } });
    const plain = { many: false, unit: null, aggregate: 'none', column: null, description: null } as const;
    const size = { ...plain, id: 'size', label: 'Size', kind: 'number' } as const;
    const numbersOf = async (engine: Engine) => {
      const { numbers, id } = await engine.fingerprints!(filter());
      return Object.fromEntries(
        Array.from({ length: numbers.length / 4 }, (_, row) => [
          id(row),
          [...numbers.subarray(row * 4, row * 4 + 4)],
        ]),
      );
    };
    const known = await numbersOf(await inMemory(seriesOfHand([one, two], [], [size])));
    expect(Object.keys(known)).toEqual(['a', 'b']);
    expect(await numbersOf(await inFile(seriesOfHand([two, one], [], [size])))).toEqual(known);
    // What no incident states changes nothing, and what one states changes that one.
    const more = { ...plain, id: 'more', label: 'More', kind: 'text' } as const;
    expect(await numbersOf(await inMemory(seriesOfHand([one, two], [], [size, more])))).toEqual(known);
    const other = await numbersOf(await inMemory(seriesOfHand([one, { ...two, title: 'Too' }], [], [size])));
    expect(other.a).toEqual(known.a);
    expect(other.b).not.toEqual(known.b);
  });

  it('have those incidents alone read that differ, and of these no more than are wanted', async () => {
    const all = Array.from({ length: 30 }, (_, at) => incident(`i${at}`, '2020-01-05', ['x']));
    const young = all.map((one, at) => (at % 6 === 0 ? { ...one, title: `Other ${at}` } : one));
    const asked: string[] = [];
    const side = async (incidents: readonly Incident[]) => {
      const engine = await inMemory(seriesOfHand(incidents));
      const run: Engine['run'] = (query, signal) => {
        asked.push(query.kind === 'incident' ? query.incident : query.kind);
        return engine.run(query, signal);
      };
      return { engine: { ...engine, run }, filter: filter() };
    };
    const [before, after] = [await side(all), await side(young)];
    expect((await compareViews(before, after)).map(({ id }) => id)).toEqual([
      'i0',
      'i12',
      'i18',
      'i24',
      'i6',
    ]);
    expect(asked.sort()).toEqual(['i0', 'i0', 'i12', 'i12', 'i18', 'i18', 'i24', 'i24', 'i6', 'i6']);
    asked.length = 0;
    expect(await compareViews(before, after, 2)).toHaveLength(2);
    expect(asked).toEqual(['i0', 'i0', 'i12', 'i12']);
  });

  it('are there whatever an engine is wrapped in, and end where nobody waits', async () => {
    const engine = cachedEngine(inTurn(knowing(await inMemory(seriesOfHand([])), () => null)), 1000);
    const rebuilt = await rebuiltOnce({
      open: async () => engine,
      isDamaged: () => false,
      discard: async () => undefined,
    });
    expect((await rebuilt.fingerprints!(filter())).numbers).toHaveLength(0);
    await expect(rebuilt.fingerprints!(filter(), AbortSignal.abort(new Error('left')))).rejects.toThrow(
      'left',
    );
  });

  it('hide no change where ids share theirs', async () => {
    const side = (incidents: readonly Incident[]) => ({
      filter: filter(),
      engine: {
        ...meaningEngine(seriesOfHand(incidents)),
        // The same numbers of the id for all; those of what is said have the id in them.
        fingerprints: async () => ({
          numbers: Uint32Array.from(
            incidents.flatMap(({ id, title }) => [1, 1, id.charCodeAt(0), title.length]),
          ),
          id: (at: number) => incidents[at]!.id,
        }),
      },
    });
    const named = (id: string, title: string) => incident(id, '2020-01-05', ['x'], { title });
    const before = side([named('a', 'A'), named('b', 'B'), named('c', 'C')]);
    const after = side([named('c', 'C'), named('a', 'Aa'), named('d', 'D')]);
    const changes = await compareViews(before, after);
    expect(changes.map(({ id, kind }) => [id, kind])).toEqual([
      ['a', 'changed'],
      ['b', 'removed'],
      ['d', 'added'],
    ]);
  });
});
