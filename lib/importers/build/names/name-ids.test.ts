import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { idsOfNames } from './name-ids';

const ids = (...names: string[]) => [...idsOfNames(names, 'a').values()];
const LEGAL = /^[A-Za-z0-9][A-Za-z0-9._~-]*$/;

describe('the id of a name', () => {
  it.each([
    ['Islamic State', 'islamic-state'],
    ["Jama'at Nasr al-Islam wal Muslimin (JNIM)", 'jama-at-nasr-al-islam-wal-muslimin-jnim'],
    ['Fédération Anarchiste', 'federation-anarchiste'],
    ['Straße der Ärzte', 'strasse-der-arzte'],
    ['Вилаят Кавказ', 'vilayat-kavkaz'],
    ['Лашкар-е-Тайба', 'lashkar-e-tayba'],
    ['Ένοπλη Ομάδα', 'enopli-omada'],
    ['17N', '17n'],
  ])('of %s is %s', (name, id) => expect(ids(name)).toEqual([id]));

  it('ends in a hash where letters of the name are in no Latin spelling', () => {
    expect(ids('حماس')[0]).toMatch(/^a-[0-9a-f]{8}$/);
    expect(ids('حماس Hamas')[0]).toMatch(/^hamas-[0-9a-f]{8}$/);
  });

  it('ends in a hash for every name that shares a slug, so that none owns it', () => {
    const [upper, lower, other] = ids('Wagner Group', 'WAGNER GROUP', 'Rusich');
    expect(upper).toMatch(/^wagner-group-[0-9a-f]{8}$/);
    expect(lower).toMatch(/^wagner-group-[0-9a-f]{8}$/);
    expect(upper).not.toBe(lower);
    expect(other).toBe('rusich');
  });

  it('is never a word of the address grammar', () => {
    for (const id of ids('None', 'several')) expect(id).toMatch(/^(none|several)-[0-9a-f]{8}$/);
  });

  it('is cut for a long name, and a hash tells it from others with the same beginning', () => {
    const long = 'Committee for the Liberation of Everything '.repeat(20);
    const [one, two] = ids(`${long}East`, `${long}West`);
    expect(one!.length).toBeLessThan(80);
    expect(one).not.toBe(two);
  });

  it('is legal and its own, whatever the names, and does not depend on their order', () => {
    const name = fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('a', 'A', 'a!', 'none', 'é', 'e'));
    fc.assert(
      fc.property(fc.uniqueArray(name, { maxLength: 12 }), (names) => {
        const found = idsOfNames(names, 'a');
        const turned = idsOfNames(names.toReversed(), 'a');
        expect(new Set(found.values()).size).toBe(names.length);
        for (const one of names) {
          expect(found.get(one)).toMatch(LEGAL);
          expect(turned.get(one)).toBe(found.get(one));
        }
      }),
    );
  });
});
