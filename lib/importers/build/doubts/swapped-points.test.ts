import { describe, expect, it } from 'vitest';
import type { RawRow } from '../../../formats/raw-table';
import type { Place, RegionDef, RegionId } from '../../../series/model';
import { type SeemsExchanged, SwappedPoints } from './swapped-points';

type Point = readonly [country: string | null, lat: number | null, lon: number | null];

const KYIV = { id: 'kyiv' as RegionId, label: 'Kyiv oblast', country: null } as unknown as RegionDef;

function found(
  points: readonly Point[],
  regions: readonly RegionId[] = [],
  outlines: SeemsExchanged | null = null,
) {
  const watch = new SwappedPoints(outlines);
  points.forEach(([country, lat, lon], at) => {
    const row = { line: at + 2, cells: [] } as object as RawRow;
    const place: Place = { name: null, country, lat, lon, precision: null, note: null };
    watch.observe(row, { place, regions });
  });
  return watch
    .conclude('a.csv', 'lat', [KYIV])
    .map(({ row, column, value, code, reason }) => [row, column, value, code, reason.split('; with')[0]]);
}

/** Kyiv and around. */
const ukraine = Array.from({ length: 9 }, (_, at): Point => ['Ukraine', 50.4 + at / 10, 30.5]);

describe('Points whose numbers are exchanged', () => {
  it('lie among the others of their country once they are exchanged', () => {
    expect(found([...ukraine, ['Ukraine', 30.6, 50.5]])).toEqual([
      [11, 'lat', '30.6, 50.5', 'swapped-coordinates', 'far from all else in Ukraine'],
    ]);
  });

  it('lie among the others of their region where rows name no country', () => {
    const points = [...ukraine, ['Ukraine', 30.6, 50.5] as const].map(([, ...at]): Point => [null, ...at]);
    expect(found(points, [KYIV.id])).toEqual([
      [11, 'lat', '30.6, 50.5', 'swapped-coordinates', 'far from all else in Kyiv oblast'],
    ]);
    expect(found(points, [KYIV.id, 'lviv' as RegionId])).toEqual([]);
  });

  it.each<[string, readonly Point[]]>([
    ['far from all others either way', [['Ukraine', 10, 20]]],
    ['of another country', [['Iran', 30.6, 50.5]]],
    ['of no country', [[null, 30.6, 50.5]]],
    ['without a point', [['Ukraine', null, null]]],
    ['as many as they would lie among', Array.from({ length: 9 }, (): Point => ['Ukraine', 30.6, 50.5])],
  ])('are not those %s', (_, points) => expect(found([...ukraine, ...points])).toEqual([]));

  it('are told by the file that each stands in', () => {
    const watch = new SwappedPoints();
    const rows: [file: string | undefined, line: number, lat: number, lon: number][] = [
      ...Array.from(
        { length: 9 },
        (_, at) => ['a.csv', at + 2, 50.4, 30.5] as [string, number, number, number],
      ),
      ['a.csv', 11, 30.6, 50.5],
      ['b.csv', 2, 30.7, 50.5],
      [undefined, 7, 30.8, 120.5],
      ['b.csv', 3, 30.9, 50.5],
    ];
    for (const [file, line, lat, lon] of rows) {
      const place: Place = { name: null, country: 'Ukraine', lat, lon, precision: null, note: null };
      watch.observe({ line, file, cells: [] } as object as RawRow, { place, regions: [] });
    }
    // Three of nine are too many to be exchanged ones; with outlines each is told.
    expect(watch.conclude('own.csv', 'lat', [])).toEqual([]);
    const told = new SwappedPoints((_, { lat }) => lat < 31);
    for (const [file, line, lat, lon] of rows) {
      const place: Place = { name: null, country: 'Ukraine', lat, lon, precision: null, note: null };
      told.observe({ line, file, cells: [] } as object as RawRow, { place, regions: [] });
    }
    expect(told.conclude('own.csv', 'lat', []).map(({ file, row }) => [file, row])).toEqual([
      ['a.csv', 11],
      ['b.csv', 2],
      ['b.csv', 3],
    ]);
  });

  it('are told by the outlines of their country where few others speak for them', () => {
    // Moscow and Magadan as they are, Moscow and Grozny exchanged, which lie in Iran and in Saudi Arabia.
    const points = [
      ['Russia', 55.75, 37.62],
      ['Russia', 59.57, 150.8],
      ['Russia', 37.62, 55.75],
      ['Russia', 25.7, 43.32],
      ['Ruritania', 37.62, 55.75],
    ] as const;
    const asked: string[] = [];
    const inRussia: SeemsExchanged = (country, { lat, lon }) => {
      asked.push(country);
      return country === 'Russia' && lat === 37.62 && lon === 55.75;
    };
    expect(found(points)).toEqual([]);
    expect(found(points, [], inRussia)).toEqual([
      [4, 'lat', '37.62, 55.75', 'swapped-coordinates', 'far from Russia as it is outlined'],
    ]);
    expect(asked).toContain('Ruritania');
    const many = Array.from({ length: 23 }, () => points[2]);
    const told = new SwappedPoints(inRussia);
    many.forEach(([country, lat, lon], at) => {
      const place: Place = { name: null, country, lat, lon, precision: null, note: null };
      told.observe({ line: at + 2, cells: [] } as object as RawRow, { place, regions: [] });
    });
    const reasons = told.conclude('a.csv', 'lat', []).map(({ reason }) => reason);
    expect(reasons).toHaveLength(20);
    expect(reasons.filter((one) => one.includes('3 more rows'))).toEqual([reasons.at(-1)]);
  });

  it('are not told where either way is the same place', () => {
    const cameroon = Array.from({ length: 9 }, (_, at): Point => ['Cameroon', 9 + at / 10, 12.5]);
    expect(found([...cameroon, ['Cameroon', 12.5, 9.5]])).toEqual([]);
  });
});
