import { describe, expect, it } from 'vitest';
import { boundarySet } from '../store/outlines/boundary-sets';
import { regionAt } from './region-at';

const set = boundarySet(null)!;
const named = (lat: number, lon: number, said: string | null = null) =>
  regionAt(set, { lat, lon }, said).map(({ label }) => label);

describe('The region of a point', () => {
  it.each<[string, number, number, readonly RegExp[]]>([
    ['Munich', 48.14, 11.58, [/Ba(y|v)e?(rn|ria)/, /^Germany$/]],
    ['Aleppo', 36.2, 37.16, [/Aleppo|Halab/, /^Syria/]],
    ['the Atlantic', 30, -40, []],
  ])('is the unit and its country: %s', (_, lat, lon, expected) => {
    const found = named(lat, lon);
    expect(found).toHaveLength(expected.length);
    for (const [at, name] of expected.entries()) expect(found[at]).toMatch(name);
  });

  it.each([
    ['Crimea, where the row says Ukraine', 45.2, 34.1, 'Ukraine', ['Crimea', 'Ukraine']],
    ['Crimea, where the row says Russia', 45.2, 34.1, 'Russia', ['Russia']],
    ['the Golan, where the row says Syria', 33.1, 35.75, 'Syria', ['Syria']],
    ['Prishtina, where the row says Serbia', 42.66, 21.16, 'Serbia', ['Serbia']],
    ['Munich, where the row says Atlantis', 48.14, 11.58, 'Atlantis', []],
  ])('is of the country that is said: %s', (_, lat, lon, said, expected) => {
    expect(named(lat, lon, said)).toEqual(expected);
  });

  it('lies in its country', () => {
    const [unit, country] = regionAt(set, { lat: 48.14, lon: 11.58 }, null);
    expect(unit).toMatchObject({ country: country!.label, parent: country!.id });
    expect(unit!.id).toMatch(/^[a-z0-9]+\.[a-z0-9-]+$/);
  });
});
