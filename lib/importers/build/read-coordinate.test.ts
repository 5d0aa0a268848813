import { describe, expect, it } from 'vitest';
import { readDegrees } from './read-coordinate';

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
    ['1'.repeat(400), 'lat'],
  ] as const)('are not read from "%s"', (text, axis) => {
    const degrees = readDegrees(text, axis);
    expect(Math.abs(degrees) <= 90).toBe(false);
  });
});
