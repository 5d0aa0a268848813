import type { FeatureCollection, MultiLineString, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { apartFrom } from './apart-from';

function lines(...coordinates: Position[][]): MultiLineString {
  return { type: 'MultiLineString', coordinates };
}

function disputed(...coordinates: Position[][]): FeatureCollection<MultiLineString> {
  return {
    type: 'FeatureCollection',
    features: [{ type: 'Feature', properties: {}, geometry: lines(...coordinates) }],
  };
}

const length = ({ coordinates }: MultiLineString) =>
  coordinates.reduce(
    (sum, line) =>
      sum +
      line
        .slice(1)
        .reduce((all, [x = 0, y = 0], at) => all + Math.hypot(x - line[at]![0]!, y - line[at]![1]!), 0),
    0,
  );

describe('borders apart from lines in dispute', () => {
  const border: Position[] = [
    [0, 0],
    [10, 0],
    [10, 5],
  ];

  it('are left out where such a line runs along them, and nowhere else', () => {
    const rest = apartFrom(
      lines(border),
      disputed([
        [2, 0.02],
        [4, -0.02],
      ]),
    );
    expect(rest.coordinates).toHaveLength(2);
    // Two of fifteen degrees are in dispute; a twentieth about either end counts as the same line.
    expect(length(rest)).toBeGreaterThan(15 - 2 - 0.3);
    expect(length(rest)).toBeLessThan(15 - 2);
    expect(rest.coordinates[0]![0]).toEqual([0, 0]);
    expect(rest.coordinates[1]!.at(-1)).toEqual([10, 5]);
  });

  it('stay as they are where none is near, or one only crosses them', () => {
    expect(
      apartFrom(
        lines(border),
        disputed([
          [0, 2],
          [8, 3],
        ]),
      ).coordinates,
    ).toEqual([border]);
    expect(apartFrom(lines(border), null).coordinates).toEqual([border]);
    const crossed = apartFrom(
      lines(border),
      disputed([
        [5, -3],
        [5, 3],
      ]),
    );
    expect(length(crossed)).toBeCloseTo(15, 6);
  });
});
