import { beforeAll, describe, expect, it } from 'vitest';
import { readPackage, wholeFilter } from '../../engine/conformance/conformance';
import type { DatasetId, Series } from '../../series/model';
import { parseView } from '../../view/parse';
import { STANDARD } from '../../view/view';
import { groupLabel } from '../../words/groups';
import { rollup } from '../plan/filter';
import { askRegions } from '../plan/plan-places';
import type { Rollup } from '../query';
import { evaluate } from './evaluate';

let series: Series;
beforeAll(async () => {
  series = await readPackage('fixtures/places');
});

/** Ness lies in East, East and West in Norland; the numbers are counted in data/fixtures/places/incidents.csv by hand. */
const EXPECTED = {
  named: { none: 2, norland: 2, 'norland.east': 2, 'norland.east.ness': 4, 'norland.west': 4, sudland: 4 },
  roots: { none: 2, norland: 11, sudland: 4 },
  inNorland: { none: 2, norland: 2, 'norland.east': 6, 'norland.west': 4, sudland: 4 },
};

function groups(measure: 'incidents' | 'fatalities', roll?: Rollup) {
  const by = { split: 'region', ...(roll === undefined ? {} : { roll }) } as const;
  const result = evaluate(series, { kind: 'groups', filter: wholeFilter(series), measure, ...by });
  return Object.fromEntries(result.groups.map(({ series: id, best }) => [id, best]));
}

describe('regions of a split', () => {
  it('stand as rows name them', () => expect(groups('incidents')).toEqual(EXPECTED.named));

  it('are rolled up under the regions that lie in none, each incident once', () => {
    expect(groups('incidents', 'roots')).toEqual(EXPECTED.roots);
    expect(groups('fatalities', 'roots')).toEqual({ none: 40, norland: 147, sudland: 67 });
  });

  it('are rolled up under those named, and stand as named where they are in none', () => {
    expect(groups('incidents', ['norland.east', 'norland.west'])).toEqual(EXPECTED.inNorland);
    expect(groups('incidents', ['norland.east', 'norland'])).toMatchObject({
      'norland.east': 6,
      norland: 11,
    });
  });

  it('form one group of a stack where all of them lie in one', () => {
    const bins = { kind: 'bins', bin: 'year', measure: 'incidents', stacked: true, beyond: null } as const;
    const stack = (by: { roll?: Rollup }) => {
      const result = evaluate(series, { ...bins, filter: wholeFilter(series), split: 'region', ...by });
      return Object.fromEntries(result.bins.map(({ series: id, high }) => [id, high]));
    };
    expect(stack({})).toMatchObject({ several: 1, 'norland.east': 1, 'norland.west': 3 });
    expect(stack({ roll: 'roots' })).toEqual(EXPECTED.roots);
  });

  it('open the incidents that they count', () => {
    const of = (each: readonly string[]) => {
      const clause = { split: 'region', roll: 'roots', each, beyond: [], only: [], not: [] } as const;
      const filter = { ...wholeFilter(series), series: clause };
      return evaluate(series, { kind: 'total', filter, bin: 'year' }).incidents.best;
    };
    expect([of(['norland']), of(['sudland']), of(['norland.east'])]).toEqual([11, 4, 0]);
  });
});

describe('a view split by region', () => {
  const standard = { ...STANDARD, regionTree: true };
  const read = (query: string) =>
    parseView('places' as DatasetId, new URLSearchParams(query), { standard }).view;

  it.each([
    ['split=region', { roll: 'roots' }],
    ['split=region&region=norland', { roll: ['norland.east', 'norland.west'] }],
    ['split=region&region=norland.east,sudland', { roll: ['norland.east', 'sudland'] }],
    ['split=region&region=sudland', { roll: [] }],
    ['split=region&roll=own', {}],
    ['split=type', {}],
  ])('?%s asks for %o', (query, expected) => {
    expect(rollup(read(query), { guide: { ...series, ...series } })).toEqual(expected);
  });

  it.each([
    ['split=region', 'norland', 'Norland'],
    ['split=region&roll=own', 'norland', 'Norland, no part named'],
    ['split=region&roll=own', 'sudland', 'Sudland'],
    ['split=region&region=norland', 'norland', 'Norland, no part named'],
    ['split=region&region=norland', 'norland.east', 'East'],
    ['split=region&region=norland,sudland', 'norland', 'Norland'],
  ])('?%s calls %s “%s”', (query, id, label) => {
    expect(groupLabel(series, read(query), id)).toEqual({ short: label, full: label });
  });

  it('shades regions by all that lies in them, and counts what is in none of them, by any measure', async () => {
    const engine = { run: async (query: never) => evaluate(series, query) } as never;
    const info = { guide: series, ranking: { actor: [], type: [], region: [] } } as never;
    const shaded = ['norland.east', 'norland.west', 'sudland'];
    const figures = async (query: string) => {
      const { values, none, total } = await askRegions(engine, read(query), info, shaded);
      const named = Object.fromEntries([...values].map(([id, { best }]) => [id, best]));
      return { ...named, none: none?.best, total: total?.best };
    };
    expect(await figures('scope=in')).toEqual({ ...EXPECTED.inNorland, total: 17 });
    expect(await figures('measure=fatalities')).toMatchObject({ 'norland.west': 116, sudland: 67, none: 40 });
  });
});
