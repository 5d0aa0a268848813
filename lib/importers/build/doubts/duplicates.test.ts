import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { duplicateWatch as duplicates, incidentId } from './duplicates';

/** As rows come one after the other, by their cells. */
function duplicateWatch(...given: Parameters<typeof duplicates>) {
  const { occurrenceOf } = duplicates(...given);
  return (cells: readonly string[]) => occurrenceOf({ cells });
}

const columns = (...names: string[]) => names.map((name) => ({ name, hxl: null }));

describe('the id of a file', () => {
  it.each(['214797', 'SYR1234', 'nm-albuquerque-1', '200001010001', 'a.b_c~d'])('is kept as %s', (text) =>
    expect(incidentId(text)).toBe(text),
  );

  it.each(['none', 'several', '_x', 'a b', 'Ä', '', 'x'.repeat(200), '../../etc'])(
    'becomes one that an address can hold, from "%s"',
    (text) => expect(incidentId(text)).toMatch(/^[A-Za-z0-9][A-Za-z0-9._~-]{0,119}$/),
  );

  it('stays apart from others with the same letters', () => {
    expect(incidentId('a b')).not.toBe(incidentId('a  b'));
    expect(incidentId('a b')).not.toBe(incidentId('a-b'));
  });
});

describe('a row without an id', () => {
  const watch = () => duplicateWatch(columns('date', 'place'), null);

  it('has an ordinal among those with the same cells', () => {
    const occurrenceOf = watch();
    const rows = [
      ['2024', 'Kabul'],
      ['2024', 'Herat'],
      ['2024', 'Kabul'],
      ['2024', 'Kabul'],
    ];
    const found = rows.map((cells) => occurrenceOf(cells));
    const [first, , second, third] = found.map(({ id }) => id);
    expect(found.map((one) => one.kind === 'first' && one.ordinal)).toEqual([1, 1, 2, 3]);
    expect([second, third]).toEqual([`${first}-2`, `${first}-3`]);
  });

  it('has the same id whatever the order of columns, and with empty columns beside', () => {
    const other = duplicateWatch(columns('place', 'nothing', 'date'), null);
    expect(other(['Kabul', '', '2024']).id).toBe(watch()(['2024', 'Kabul']).id);
  });

  it('does not have the id of one whose cells stand in each other’s columns', () => {
    expect(watch()(['2024', '']).id).not.toBe(watch()(['', '2024']).id);
  });

  it.each([
    ['4.50', '4.5'],
    ['4.0', '4'],
    ['2014-01-22 00:00:00.000', '2014-01-22'],
    ['2014-01-22T00:00:00Z', '2014-01-22'],
    ['TRUE', 'true'],
  ])('has the same id where one format writes %s and another %s', (one, other) => {
    expect(watch()([one, 'Kabul']).id).toBe(watch()([other, 'Kabul']).id);
  });

  it.each([
    ['450', '45'],
    ['1.0.0', '1'],
    ['2014-01-22 10:00:00', '2014-01-22'],
    ['100', '1'],
  ])('keeps %s and %s apart', (one, other) => {
    expect(watch()([one, 'Kabul']).id).not.toBe(watch()([other, 'Kabul']).id);
  });
});

describe('a row with an id', () => {
  it('is repeated where all its cells are, and in conflict where one is not', () => {
    const occurrenceOf = duplicateWatch(columns('id', 'place'), 'id');
    const kinds = [
      ['1', 'Kabul'],
      ['2', 'Kabul'],
      ['1', 'Kabul'],
      ['1', 'Herat'],
      ['', 'Kabul'],
      ['', 'Kabul'],
    ];
    const found = kinds.map((cells) => occurrenceOf(cells));
    expect(found.map(({ kind }) => kind)).toEqual([
      'first',
      'first',
      'repeated',
      'conflicting',
      'first',
      'first',
    ]);
    expect(found.map((one) => one.kind === 'first' && one.blank)).toEqual([
      false,
      false,
      false,
      false,
      true,
      true,
    ]);
    expect(new Set(found.map(({ id }) => id)).size).toBe(4);
  });

  it('is found again among many thousand', () => {
    const occurrenceOf = duplicateWatch(columns('id'), 'id');
    const kindsOf = () => Array.from({ length: 20_000 }, (_, at) => occurrenceOf([`id-${at}`]).kind);
    expect(new Set(kindsOf())).toEqual(new Set(['first']));
    expect(new Set(kindsOf())).toEqual(new Set(['repeated']));
  });

  it('is first, repeated or in conflict as a plain map says', () => {
    const cell = fc.constantFrom('a', 'b', 'c', 'x y');
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { maxLength: 30 }), (rows) => {
        const occurrenceOf = duplicateWatch(columns('id', 'what'), 'id');
        const seen = new Map<string, string>();
        for (const [id, what] of rows) {
          const before = seen.get(id);
          const kind = before === undefined ? 'first' : before === what ? 'repeated' : 'conflicting';
          if (before === undefined) seen.set(id, what);
          expect(occurrenceOf([id, what]).kind).toBe(kind);
        }
      }),
    );
  });
});
