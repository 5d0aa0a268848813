import { describe, expect, it } from 'vitest';
import { readableTitle } from './readable-title';

describe('a title out of an id or the name of a file', () => {
  it.each([
    ['ucdp-syria', 'UCDP Syria'],
    ['acled-south-sudan', 'ACLED South Sudan'],
    ['em-dat-floods', 'EM-DAT floods'],
    ['my-events', 'My events'],
    ['air_raids in  ukraine', 'Air raids in Ukraine'],
    ['nagorno-karabakh', 'Nagorno-Karabakh'],
    ['NYPD_stops', 'NYPD stops'],
    ['mcKenzie', 'McKenzie'],
    ['arvig', 'Arvig'],
    ['malign-usage', 'Malign usage'],
    ['2024-10', '2024 10'],
    ['constructor', 'Constructor'],
    ['-', ''],
  ])('of %s is %s', (name, title) => {
    expect(readableTitle(name)).toBe(title);
  });

  it('stays as it is when it is taken for a name again', () => {
    for (const name of ['ucdp-syria', 'my-events', 'attacks-in-mali']) {
      expect(readableTitle(readableTitle(name))).toBe(readableTitle(name));
    }
  });
});
