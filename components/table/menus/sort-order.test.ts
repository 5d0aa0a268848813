import { describe, expect, it } from 'vitest';
import type { Column } from '@/lib/series/field-table';
import type { OwnField } from '@/lib/series/fields';
import type { SortKey } from '@/lib/view/view';
import { directionWords, toggleSort } from './sort-order';

/** Reads `-date,title` by hand. */
function keys(text: string): SortKey[] {
  return text === ''
    ? []
    : text.split(',').map((item) => ({
        column: item.replace('-', '') as Column,
        descending: item.startsWith('-'),
      }));
}

const speed: OwnField = {
  ...{ id: 'speed', label: 'Speed', kind: 'number', many: false, unit: 'km/h' },
  ...{ aggregate: 'mean', column: 'speed', description: null },
};
const GUIDE = { fields: [speed] };

describe('choosing a column', () => {
  it.each<[string, Column, string]>([
    ['', 'date', 'date'],
    ['date', 'date', ''],
    ['', 'title', 'title'],
    ['title', 'title', '-title'],
    ['-title', 'title', 'title'],
    ['', 'fatalities', '-fatalities'],
    ['-fatalities', 'fatalities', 'fatalities'],
    ['-fatalities,title', 'title', 'title'],
    ['-fatalities,title', 'fatalities', 'fatalities'],
    ['title', 'date', ''],
    ['', '.speed', '-.speed'],
  ])('turns “%s” by %s into “%s”', (before, column, after) => {
    expect(toggleSort(GUIDE, keys(before), column, false)).toEqual(keys(after));
  });
});

describe('adding a column', () => {
  it.each<[string, Column, string]>([
    ['', 'title', '-date,title'],
    ['-date,title', 'title', '-date,-title'],
    ['-date,-title', 'title', ''],
    ['type', 'fatalities', 'type,-fatalities'],
    ['type,-fatalities', 'type', '-type,-fatalities'],
    ['-type,-fatalities', 'type', '-fatalities'],
    ['title', 'title', '-title'],
    ['-title', 'title', 'title'],
  ])('turns “%s” by %s into “%s”', (before, column, after) => {
    expect(toggleSort(GUIDE, keys(before), column, true)).toEqual(keys(after));
  });
});

describe('a direction in words', () => {
  it.each([
    ['-date', 'newest first'],
    ['date', 'oldest first'],
    ['-sources', 'highest first'],
    ['fatalities', 'lowest first'],
    ['title', 'A to Z'],
    ['.speed', 'lowest first'],
    ['-region', 'Z to A'],
  ])('for %s is “%s”', (key, expected) => {
    expect(keys(key).map((one) => directionWords(GUIDE, one))).toEqual([expected]);
  });
});
