import { describe, expect, it } from 'vitest';
import { EXAMPLE_GUIDE as guide } from '../../testing/series/example-guide';
import type { Facet } from '../series/field-table';
import type { TypeId } from '../series/model';
import { actorName, capitalised, inNoun, labelOf, meaningInNoun, standingLabel } from './labels';

describe('a label', () => {
  it.each<[Facet, string, string]>([
    ['actor', 'islamic-state', 'IS'],
    ['actor', 'none', 'not established'],
    ['relation', 'claimed', 'claimed'],
    ['relation', 'none', 'no relation'],
    ['certainty', 'probable', 'probable'],
    ['certainty', 'none', 'no link'],
    ['type', 'bombing', 'Bombing'],
    ['type', 'none', 'type not given'],
    ['region', 'moscow-oblast', 'Moscow Oblast'],
    ['region', 'none', 'region not given'],
    ['initiator', 'foreign-state', 'foreign state'],
    ['initiator', 'state', 'the state itself'],
    ['disputed', 'only', 'disputed'],
    ['scope', 'out', 'out of scope'],
  ])('of %s=%s is “%s”', (key, id, label) => {
    expect(labelOf(guide, key, id)).toBe(label);
  });

  it('is the id where the series does not know it, even one that every object has', () => {
    expect(labelOf(guide, 'actor', 'nobody')).toBe('nobody');
    expect(labelOf(guide, 'relation', 'constructor')).toBe('constructor');
  });
});

describe('the label of a value by itself', () => {
  it('has a capital, unless it is a name or not known', () => {
    const types = [{ id: 'arson' as TypeId, label: 'arson', description: null }];
    const other = { ...guide, types };
    expect(labelOf(other, 'type', 'arson')).toBe('Arson');
    expect(standingLabel(other, 'type', 'arson')).toBe('Arson');
    expect(standingLabel(other, 'type', 'unknown-one')).toBe('unknown-one');
    expect(standingLabel(other, 'relation', 'claimed')).toBe('Claimed');
    expect(standingLabel(other, 'actor', 'al-nobody')).toBe('al-nobody');
    expect(standingLabel(other, '.weapon', 'none')).toBe('Not stated');
  });
});

describe('a title as the beginning of a line', () => {
  it.each([
    ['assault, Gransee', 'Assault, Gransee'],
    ['“assault” in Gransee', '“Assault” in Gransee'],
    ['überfall', 'Überfall'],
    ['Attack', 'Attack'],
    ['eBay threatened', 'eBay threatened'],
    ['iPhone shop looted', 'iPhone shop looted'],
    ['3 killed', '3 killed'],
    ['¿quién fue?', '¿Quién fue?'],
    ['»wort« gesagt', '»Wort« gesagt'],
    ['…and then', '…And then'],
    ['ﬁre', 'ﬁre'],
    ['', ''],
  ])('of “%s” is “%s”', (text, title) => {
    expect(capitalised(text)).toBe(title);
  });
});

describe('the name of an actor', () => {
  it('is written in full, with a dash before its branch', () => {
    expect(actorName(guide, 'iskp')).toBe('Islamic State – Khorasan Province');
    expect(actorName(guide, 'none')).toBe('not established');
  });
});

describe('the noun of a series', () => {
  it.each([
    ['An incident counts once.', 'attack', 'An attack counts once.'],
    ['An incident counts once.', 'coded mention', 'A coded mention counts once.'],
    ['Incidents per year', 'atrocity', 'Atrocities per year'],
    ['killed per incident', 'event', 'killed per event'],
    ['a coincidence', 'event', 'a coincidence'],
  ])('stands in “%s” as %s', (text, one, said) => {
    const many = one.endsWith('y') ? `${one.slice(0, -1)}ies` : `${one}s`;
    expect(inNoun(text, { one, many })).toBe(said);
  });
});

it('puts the noun of a series into what an import wrote, and not into words of the file', () => {
  const noun = { one: 'attack', many: 'attacks' };
  const texts = [
    'The first day of the incident, or the first on which it may have been.',
    'The type of the incident: 3 is Security incident; 4 is Other.',
    'An actor of the incident. No actor is meant by “Unknown incidents”.',
    'Kept as the field “Incident type”: category.',
  ];
  expect(texts.map((text) => meaningInNoun(text, noun))).toEqual([
    'The first day of the attack, or the first on which it may have been.',
    'The type of the attack: 3 is Security incident; 4 is Other.',
    'An actor of the attack. No actor is meant by “Unknown incidents”.',
    'Kept as the field “Incident type”: category.',
  ]);
});
