import { describe, expect, it } from 'vitest';
import { readDegrees, readPair } from './read-coordinate';

describe('degrees', () => {
  it.each([
    ['33.75769', 'lat', 33.75769],
    ['-33,5', 'lat', -33.5],
    ['44', 'lon', 44],
    ['4.4e1', 'lon', 44],
    ['33.5° N', 'lat', 33.5],
    ['33.5S', 'lat', -33.5],
    ['W 70.25', 'lon', -70.25],
    [`33°30'N`, 'lat', 33.5],
    [`33° 30' 36" S`, 'lat', -33.51],
    [`55°49′34″N`, 'lat', 55 + 49 / 60 + 34 / 3600],
    ['55 45 N', 'lat', 55.75],
    ['S 55 45 36', 'lat', -55.76],
    ['037-37-30E', 'lon', 37.625],
    ['55º45´N', 'lat', 55.75],
    ['55d 45′ N', 'lat', 55.75],
    ['−33,5', 'lat', -33.5],
    ['W 70° 15,5′', 'lon', -(70 + 15.5 / 60)],
  ] as const)('are read from %s', (text, axis, degrees) =>
    expect(readDegrees(text, axis)).toBeCloseTo(degrees, 9),
  );

  it.each([
    ['N 33 N', 'lat'],
    ['33 E', 'lat'],
    ['33 N', 'lon'],
    [`33°75'N`, 'lat'],
    ['north', 'lat'],
    ['', 'lat'],
    ['12 13', 'lat'],
    ['12 75 N', 'lat'],
    ['2024-11-05', 'lat'],
    ['1'.repeat(400), 'lat'],
  ] as const)('are not read from "%s"', (text, axis) => {
    const degrees = readDegrees(text, axis);
    expect(Math.abs(degrees) <= 90).toBe(false);
  });
});

describe('two coordinates in a cell', () => {
  it.each([
    ['28.02, -13.78', 28.02, -13.78],
    ['28.02,-13.78', 28.02, -13.78],
    ['(28.02 -13.78)', 28.02, -13.78],
    ['28,02; 13,78', 28.02, 13.78],
    ['28.02|13.78', 28.02, 13.78],
    ['28.5° N, 13.25° W', 28.5, -13.25],
    ['13.25° W, 28.5° N', 28.5, -13.25],
    ['N 28.5 W 13.25', 28.5, -13.25],
    ["12°30'N - 044°15'E", 12.5, 44.25],
    ['POINT(13.78 28.02)', 28.02, 13.78],
  ])('%s', (text, lat, lon) => expect(readPair(text, 'lat-lon')).toEqual({ lat, lon }));

  it('are in the other order where that is said, unless letters say which is which', () => {
    expect(readPair('13.78, 28.02', 'lon-lat')).toEqual({ lat: 28.02, lon: 13.78 });
    expect(readPair('28.5 N, 13.25 E', 'lon-lat')).toEqual({ lat: 28.5, lon: 13.25 });
  });

  it.each(['28.02', 'Port A', '1, 2, 3', '', 'Port A, 12', '9'.repeat(500)])('are not read from %s', (text) =>
    expect(readPair(text, 'lat-lon')).toBeNull(),
  );
});
