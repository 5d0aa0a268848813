import { describe, expect, it } from 'vitest';
import { ISO_DATES } from '../../dates/date-rule';
import { emptyMapping } from '../empty-mapping';
import { shapeOf } from '../shape';
import { checkMapping } from './check-mapping';

const COLUMNS = ['Date', 'End', 'Who', 'What', 'Dead'].map((name) => ({ name, hxl: null }));
const FULL = {
  ...emptyMapping({ kind: 'one', column: 'Date', rule: ISO_DATES, precision: null }, shapeOf(COLUMNS)),
  actors: [
    { column: 'Who', separator: ';', relation: { fixed: 'claimed' }, certainty: { fixed: 'certain' } },
  ],
  type: 'What',
  title: '{What} by {Who}',
  fatalities: { low: null, best: 'Dead', high: null },
  initiator: { column: 'What', values: { Raid: 'state' }, otherwise: 'unclear' },
  meta: {
    title: 'Raids',
    description: null,
    publisher: null,
    licence: { name: 'CC0', url: null, closed: null },
    noun: { one: 'raid', many: 'raids' },
    places: null,
    killed: null,
  },
};

const reasonsOf = (json: unknown) => {
  const checked = checkMapping(json, COLUMNS);
  return checked.kind === 'bad' ? checked.reasons : [];
};

describe('a mapping that is good', () => {
  it('comes back as it is, also through JSON', () => {
    expect(checkMapping(JSON.parse(JSON.stringify(FULL)), COLUMNS)).toEqual({ kind: 'ok', mapping: FULL });
  });

  it('may leave out all but the date', () => {
    const json = { date: { kind: 'span', start: 'Date', end: 'End' } };
    const mapping = emptyMapping(
      { kind: 'span', start: 'Date', end: 'End', rule: ISO_DATES, meaning: { fixed: 'lasting' } },
      shapeOf(COLUMNS),
    );
    expect(checkMapping(json, COLUMNS)).toEqual({ kind: 'ok', mapping });
  });

  it('keeps of a reading what it says, and nothing else', () => {
    const checked = checkMapping({ ...FULL, reading: { sheet: '2024' } }, COLUMNS);
    expect(checked).toMatchObject({ kind: 'ok', mapping: { reading: { sheet: '2024' } } });
    expect(checked.kind === 'ok' && Object.keys(checked.mapping.reading)).toEqual(['sheet']);
  });
});

describe('a mapping that is bad', () => {
  it.each([
    ['nothing', null, 'The mapping must be an object, not null'],
    ['a list', [], 'The mapping must be an object, not []'],
    ['no date', { ...FULL, date: undefined }, 'date must be an object, not undefined'],
    ['a date without a column', { ...FULL, date: { kind: 'one' } }, 'date.column is missing'],
    [
      'another kind of date',
      { ...FULL, date: { kind: 'when', column: 'Date' } },
      'date.kind must be one of one, not "when"',
    ],
    [
      'a column that there is not',
      { ...FULL, type: 'Kind' },
      'type names the column “Kind”, which the file does not have',
    ],
    [
      'such a column in a title',
      { ...FULL, title: '{Kind}' },
      'title names the column “Kind”, which the file does not have',
    ],
    [
      'a relation that is none',
      { ...FULL, actors: [{ column: 'Who', relation: { fixed: 'accused' } }] },
      'actors[0].relation.fixed must be one of claimed, attributed, suspected, involved, not "accused"',
    ],
    ['a key that is none', { ...FULL, fatality: 'Dead' }, 'fatality is no key of a mapping'],
    ['a number for a text', { ...FULL, place: 4 }, 'place must be a text, not 4'],
    [
      'another format',
      { ...FULL, format: 'annals-mapping/9' },
      'format must be one of annals-mapping/1, not "annals-mapping/9"',
    ],
    [
      'a pivot that is no year',
      { ...FULL, date: { ...FULL.date, rule: { ...ISO_DATES, pivot: 99999 } } },
      'date.rule.pivot must be a year, 0 to 9999',
    ],
  ])('%s', (_, json, reason) => {
    expect(reasonsOf(json)).toEqual([reason]);
  });

  it('names at most twenty faults', () => {
    const notes = Array.from({ length: 100 }, (_, at) => at);
    expect(reasonsOf({ ...FULL, notes })).toHaveLength(21);
  });

  it('takes keys of prototypes for what they are', () => {
    const json = JSON.parse('{"date":{"kind":"one","column":"Date"},"__proto__":{"id":"x"},"constructor":1}');
    expect(reasonsOf(json)).toEqual([
      '__proto__ is no key of a mapping',
      'constructor is no key of a mapping',
    ]);
    const labels = JSON.parse('{"date":{"kind":"one","column":"Date"},"typeLabels":{"__proto__":"x"}}');
    const checked = checkMapping(labels, COLUMNS);
    expect(checked.kind === 'ok' && Object.entries(checked.mapping.typeLabels)).toEqual([['__proto__', 'x']]);
    expect(reasonsOf({ ...FULL, type: 'constructor' })).toHaveLength(1);
  });
});
