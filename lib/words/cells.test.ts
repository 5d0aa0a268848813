import { describe, expect, it } from 'vitest';
import type { Place } from '../series/model';
import { besideTitle, isPartOfTitle } from './cells';
import { shareText } from './comparison';

const NOWHERE: Place = { name: null, country: null, lat: null, lon: null, precision: null, note: null };

describe('what stands beside a title', () => {
  it.each<[string, Partial<Place>, string | null]>([
    ['Bomb in a market', { name: 'Krefeld' }, 'Krefeld'],
    ['assault, Krefeld', { name: 'Krefeld', lat: 51.33, lon: 6.56 }, null],
    ['IED', { lat: 33.275, lon: 44.451 }, '33.28° N, 44.45° E'],
    ['IED', {}, null],
    ['Murder in Kirkuk', { name: 'Ur' }, 'Ur'],
    ['Syrian insurgents', { name: 'Syria' }, 'Syria'],
    ['Attack (Ur), at night', { name: 'ur' }, null],
    ['IED', { lat: 999, lon: 0 }, null],
    ['IED', { lat: 0, lon: 0 }, null],
    ['IED', { name: '' }, null],
  ])(
    'is the place, unless the title says it, and the point of what has no name: %s',
    (title, place, said) => {
      expect(besideTitle({ title, place: { ...NOWHERE, ...place } })).toBe(said);
    },
  );

  it('is no type and no region that the title was made of', () => {
    expect(isPartOfTitle({ title: 'miscellaneous attack, Krefeld' }, 'Miscellaneous attack')).toBe(true);
    expect(isPartOfTitle({ title: 'Attack in Moscow' }, 'Moscow')).toBe(false);
  });
});

describe('a share', () => {
  it.each([
    [{ low: 20.5, best: 24.4, high: 26.7 }, '24.4 % (20.5–26.7)'],
    [{ low: 1.282, best: 1.282, high: 1.333 }, '1.3 %'],
    [{ low: null, best: 5, high: null }, '5 %'],
  ])('has a range only where its ends are written apart', (share, text) => {
    expect(shareText(share)).toBe(text);
  });
});
