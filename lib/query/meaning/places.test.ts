import { beforeAll, describe, expect, it } from 'vitest';
import { readPackage, wholeFilter } from '../../engine/conformance/conformance';
import type { Series } from '../../series/model';
import type { Filter, PlacesQuery } from '../query';
import { evaluate } from './evaluate';

let series: Series;
beforeAll(async () => {
  series = await readPackage('fixtures/places');
});

/** The numbers are counted in data/fixtures/places/incidents.csv by hand. */
const asked = (more: Partial<PlacesQuery> = {}, clauses: Partial<Filter> = {}): PlacesQuery => ({
  ...{ kind: 'places', measure: 'incidents', split: 'none', stacked: false, box: null, most: 1000 },
  ...{ grid: { across: 200, parallel: 60 }, filter: { ...wholeFilter(series), ...clauses } },
  ...more,
});
function ask(more: Partial<PlacesQuery> = {}, clauses: Partial<Filter> = {}) {
  return evaluate(series, asked(more, clauses));
}
const highs = (off: Readonly<Record<string, { readonly high: number }>>) =>
  Object.fromEntries(Object.entries(off).map(([why, { high }]) => [why, high]));

describe('What is where', () => {
  it('is a mark for each point and precision, from north to south', () => {
    const { as, marks, points } = ask();
    expect(as).toBe('points');
    expect(points).toBe(9);
    expect(marks.map(({ id, high }) => [id, high])).toEqual([
      ['region:61:32', 1],
      ['district:60.6:30.3', 1],
      ['exact:60.5:30.25', 1],
      ['town:60.5:30.25', 2],
      ['town:60.2:18', 1],
      ['town:60:5.5', 1],
      ['unknown:60:5.5', 1],
      ['town:-16.5:-179.75', 1],
      ['town:-17:180', 2],
    ]);
    expect(marks[3]).toMatchObject({ name: 'Ness', names: 2, lat: 60.5, lon: 30.25, precision: 'town' });
  });

  it('goes by the name that most incidents give, of several by the first', () => {
    const town = series.incidents.find(({ id }) => id === 'town')!;
    const named = (...names: readonly (string | null)[]) => {
      const incidents = names.map((name, at) => ({
        ...town,
        ...{ id: `t${at}` as typeof town.id, place: { ...town.place, name } },
      }));
      const [mark] = evaluate({ ...series, incidents }, asked()).marks;
      return [mark?.name, mark?.names];
    };
    expect(named('Cotbus', 'Cottbus', 'Cottbus', null)).toEqual(['Cottbus', 2]);
    expect(named('Cottbus', 'Cotbus')).toEqual(['Cotbus', 2]);
    expect(named(null, null, 'Cottbus')).toEqual(['Cottbus', 1]);
    expect(named(null)).toEqual([null, 0]);
  });

  it('counts in the margin what has no point, each incident once', () => {
    const { off, outside } = ask();
    expect(highs(off)).toEqual({ region: 1, country: 3, none: 1, impossible: 1 });
    expect(outside.high).toBe(0);
  });

  it('lies in a box that may go over the date line', () => {
    expect(ask().extent).toEqual({ west: 5.5, south: -17, east: -179.75, north: 61 });
    const part = ask({ box: { west: 170, south: -20, east: -179, north: 0 } });
    expect(part.marks.map(({ id }) => id)).toEqual(['town:-16.5:-179.75', 'town:-17:180']);
    expect([part.points, part.outside.high, part.off.country.high]).toEqual([2, 8, 3]);
  });

  it('adds up the measure, and what forms each group', () => {
    const { marks } = ask({ measure: 'fatalities', split: 'type', stacked: true });
    const line = marks.find(({ id }) => id === 'town:-17:180');
    expect(line).toMatchObject({ matched: 2, low: 1, best: 1, high: 1 });
    expect(line?.groups.map(({ series: group, best }) => [group, best])).toEqual([
      ['bomb', null],
      ['raid', 1],
    ]);
  });

  it('is in hexagons where there would be more marks than are wanted, none lost', () => {
    const { as, marks, points } = ask({ most: 8 });
    expect([as, points]).toEqual(['hexagons', 9]);
    expect(marks.reduce((sum, { high }) => sum + (high ?? 0), 0)).toBe(11);
    // Ness, its town and its district lie within twelve kilometres; the town has two incidents, and two names.
    const ness = marks.find(({ name }) => name === 'Ness');
    expect(ness).toMatchObject({ precision: null, names: 2 });
    expect(marks.map(({ name }) => name)).toContain('Line');
    expect(marks.map(({ name }) => name)).not.toContain('Ness district');
    expect(ask({ most: 9 }).as).toBe('points');
  });

  it('names of a hexagon the largest groups that are wanted, and counts the others', () => {
    const wide = { most: 0, grid: { atLeast: 5000 }, split: 'type' } as const;
    const all = ask(wide).marks;
    const few = ask({ ...wide, mostGroups: 1 }).marks;
    expect(all.every(({ moreGroups }) => moreGroups === undefined)).toBe(true);
    for (const [at, { groups, moreGroups = 0, ...mark }] of few.entries()) {
      const { groups: held, ...same } = all[at]!;
      expect(mark).toEqual(same);
      expect(groups.length + moreGroups).toBe(held.length);
      expect(groups[0]).toEqual(held.reduce((a, b) => ((b.best ?? 0) > (a.best ?? 0) ? b : a)));
    }
    expect(few.some(({ moreGroups = 0 }) => moreGroups > 0)).toBe(true);
    // Points have all of them.
    expect(ask({ split: 'type', mostGroups: 1 })).toEqual(ask({ split: 'type' }));
  });

  it.each<[Partial<Filter>, number]>([
    [{ places: ['town:60.5:30.25'] }, 2],
    [{ places: ['town:60.5:30.25', 'exact:60.5:30.25'] }, 3],
    [{ places: ['country'] }, 3],
    [{ places: ['none', 'impossible', 'nothing of the kind'] }, 2],
    [{ places: ['nothing of the kind'] }, 0],
    [{ box: { west: 170, south: -20, east: -179, north: 0 } }, 3],
    [{ box: { west: 30, south: 60.5, east: 31, north: 60.6 } }, 4],
    [{ regions: ['norland'] }, 11],
    [{ regions: ['norland.east'] }, 6],
    [{ regions: ['norland.east', 'none'] }, 8],
  ])('is what a view asks for: %j', (clauses, matched) => {
    const filter = { ...wholeFilter(series), ...clauses };
    expect(evaluate(series, { kind: 'total', filter, bin: 'year' }).matched).toBe(matched);
  });

  it('opens as many incidents as each mark counts', () => {
    for (const most of [0, 1000]) {
      for (const { id, high } of ask({ most }).marks) {
        const filter = { ...wholeFilter(series), places: [id] };
        expect(evaluate(series, { kind: 'total', filter, bin: 'year' }).matched).toBe(high);
      }
    }
  });

  it('counts a region with those in it', () => {
    const { values } = evaluate(series, { kind: 'facet', filter: wholeFilter(series), facet: 'region' });
    expect(values.map(({ id, high }) => [id, high])).toEqual([
      ['none', 2],
      ['norland', 11],
      ['norland.east', 6],
      ['norland.east.ness', 4],
      ['norland.west', 4],
      ['sudland', 4],
    ]);
  });
});
