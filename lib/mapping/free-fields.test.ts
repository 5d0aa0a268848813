import { describe, expect, it } from 'vitest';
import { ISO_DATES } from '../dates/date-rule';
import { emptyMapping } from './empty-mapping';
import { asKind, changedFields, type FieldGuess, fieldsOf, freeGuesses, refitted } from './free-fields';
import type { FieldMapping, Mapping } from './mapping';

const field = (column: string): FieldMapping => ({
  ...{ column, id: column, label: column, kind: 'category', unit: null, aggregate: 'none', separator: null },
  labels: {},
});
const guess = (column: string, place: FieldGuess['place'] = 'rest'): FieldGuess => ({
  ...{ field: field(column), why: 'it repeats', nothing: [], place },
});

const GUESSES = [
  guess('when', 'timed'),
  guess('mood'),
  guess('kind'),
  guess('dyad', 'named'),
  guess('code', 'repeats'),
];
const DATE = { kind: 'one', column: 'when', rule: ISO_DATES, precision: null } as const;
const MAPPING: Mapping = { ...emptyMapping(DATE, 'shape'), type: 'kind', title: '{dyad}' };
const columnsOf = (fields: readonly FieldMapping[] | null) => fields?.map(({ column }) => column);

describe('the fields of a mapping', () => {
  it('are the columns that nothing else takes, what a date leaves, and what a codebook names', () => {
    expect(freeGuesses(MAPPING, GUESSES).map(({ field: { column } }) => column)).toEqual([
      'when',
      'mood',
      'dyad',
    ]);
    expect(columnsOf(fieldsOf(MAPPING, GUESSES))).toEqual(['when', 'mood', 'dyad']);
  });

  it('are named once one of them is changed, and keep their order', () => {
    const mood = { ...field('mood'), label: 'Mood of the day' };
    const changed = changedFields(MAPPING, GUESSES, 'mood', mood);
    expect(changed).toEqual([field('when'), mood, field('dyad')]);
    const dropped = changedFields(MAPPING, GUESSES, 'mood', null);
    expect(columnsOf(dropped)).toEqual(['when', 'dyad']);
    const again = changedFields({ ...MAPPING, fields: dropped }, GUESSES, 'mood', mood);
    expect(columnsOf(again)).toEqual(['when', 'mood', 'dyad']);
  });

  it('gain a column that is free again, and lose one that something else reads now', () => {
    const named = { ...MAPPING, fields: [field('mood')] };
    expect(columnsOf(refitted(named, { ...named, type: 'mood' }, GUESSES).fields)).toEqual(['kind']);
    expect(columnsOf(refitted(named, { ...named, type: null }, GUESSES).fields)).toEqual(['mood', 'kind']);
  });

  it('stay as they are where the change is of the fields, or none is named', () => {
    const named = { ...MAPPING, fields: [field('mood')] };
    expect(refitted(named, { ...named, fields: [] }, GUESSES).fields).toEqual([]);
    expect(refitted(MAPPING, { ...MAPPING, type: null }, GUESSES).fields).toBeNull();
  });

  it('have a unit and a way to add up as numbers alone, and parts as texts alone', () => {
    const range = { ...field('range'), kind: 'number', unit: 'km', aggregate: 'mean' } as const;
    expect(asKind(range, 'text', range)).toMatchObject({ kind: 'text', unit: null, aggregate: 'none' });
    const tags = { ...field('tags'), separator: ';' };
    expect(asKind(tags, 'number', range)).toMatchObject({ unit: 'km', aggregate: 'mean', separator: null });
  });
});
