import { describe, expect, it } from 'vitest';
import { EXAMPLE_GUIDE as guide } from '../../../testing/series/example-guide';
import type { OwnField } from '../../series/fields';
import { parseView } from '../../view/parse';
import { checkView } from './view-issues';

function check(query: string) {
  return checkView(parseView(guide.meta.id, new URLSearchParams(query)).view, guide);
}

const plain = { many: false, unit: null, aggregate: 'none', column: null, description: null } as const;
const RANGED: readonly OwnField[] = [
  { ...plain, id: 'size', label: 'Size', kind: 'number', aggregate: 'sum' },
  { ...plain, id: 'told', label: 'Told', kind: 'day' },
];
const OPEN: readonly OwnField[] = [
  { ...plain, id: 'weapon', label: 'Weapon', kind: 'category', many: true },
  { ...plain, id: 'night', label: 'Night', kind: 'flag' },
  { ...plain, id: 'remark', label: 'Remark', kind: 'text' },
];

describe('checking a view against its series', () => {
  it('finds nothing in known ids, “none” among them', () => {
    const query =
      'actor=iskp,none&relation=claimed,none&certainty=certain,none&type=ied,none&region=dagestan,none&initiator=mixed';
    expect(check(query)).toEqual([]);
  });

  it.each([
    [
      'actor=ikp',
      'actor',
      'ikp',
      '“ikp” is no actor of this series, so nothing matches. Did you mean “iskp”?',
    ],
    [
      'actor=ISKP',
      'actor',
      'ISKP',
      '“ISKP” is no actor of this series, so nothing matches. Did you mean “iskp”?',
    ],
    [
      'actor=daesh',
      'actor',
      'daesh',
      '“daesh” is no actor of this series, so nothing matches. Did you mean “islamic-state”?',
    ],
    [
      'region=Moscow+Oblast',
      'region',
      'Moscow Oblast',
      '“Moscow Oblast” is no region of this series, so nothing matches. Did you mean “moscow-oblast”?',
    ],
    [
      'compare=actor:iscp,ikp',
      'compare',
      'ikp',
      '“ikp” is no actor of this series, so it matches nothing. Did you mean “iskp”?',
    ],
    ['compare=view:nope', 'compare', 'nope', '“nope” is no view of this series, so it matches nothing.'],
    [
      'compare=view:actor:nope~from:2023',
      'compare',
      'actor:nope~from:2023',
      '“nope” is no actor of this series, so nothing matches. Did you mean “none”?',
    ],
    [
      'compare=.nope:a,b',
      'compare',
      '.nope',
      '“.nope” is no field of this series, so there is nothing to show.',
    ],
    [
      'select=2023,only:nope',
      'select',
      'only:nope',
      '“select=only:nope” names no group of a chart split by actor, so it matches nothing.',
    ],
    ['type=kidnapping', 'type', 'kidnapping', '“kidnapping” is no type of this series, so nothing matches.'],
    [
      'relation=claim,claimed',
      'relation',
      'claim',
      '“claim” is no relation of this series, so it matches nothing.',
    ],
    [
      'certainty=cretain',
      'certainty',
      'cretain',
      '“cretain” is no certainty of this series, so nothing matches. Did you mean “certain”?',
    ],
    ['initiator=none', 'initiator', 'none', '“none” is no initiator of this series, so nothing matches.'],
  ])('names what is unknown in %s, and the nearest known id', (query, key, value, message) => {
    expect(check(query)).toEqual([{ key, value, code: 'unknown-id', message }]);
  });

  it.each([
    ['.size=abc', 'abc', '“abc” is no number, so nothing matches.'],
    ['.size=5,abc,none', '5,abc,none', '“abc” is no number, so it matches nothing.'],
    ['.size=5.0', '5.0', '“5.0” is written “5”, so nothing matches.'],
    ['.size=07,1e3,8', '07,1e3,8', '“07” and “1e3” are written “7” and “1000”, so they match nothing.'],
    ['.size=2024-03-01..', '2024-03-01..', '“2024-03-01” is no number, so nothing matches.'],
    ['.size=10..0', '10..0', 'The range “10..0” ends before it begins, so nothing lies in it.'],
    ['.told=2024-03..2024-05', '2024-03..2024-05', '“2024-03..2024-05” is no day, so nothing matches.'],
    ['.told=2024-02-30..', '2024-02-30..', '“2024-02-30” is no day, so nothing matches.'],
    ['.told=1,2', '1,2', '“1” and “2” are no days, so nothing matches.'],
    [
      '.told=2024-05-01..2024-03-01',
      '2024-05-01..2024-03-01',
      'The range “2024-05-01..2024-03-01” ends before it begins, so nothing lies in it.',
    ],
  ])('says of a field of numbers or days what cannot match: %s', (query, value, message) => {
    const [issue, ...others] = checkView(parseView(guide.meta.id, new URLSearchParams(query)).view, {
      ...guide,
      fields: RANGED,
    });
    expect(others).toEqual([]);
    expect(issue).toMatchObject({ key: query.split('=')[0], value, code: 'bad-value' });
    expect(issue?.message.startsWith(`${message} Write a `)).toBe(true);
  });

  it.each([
    '.size=5',
    '.size=-1.5..1e3',
    '.size=2..2',
    '.size=2.0..2.50',
    '.size=none',
    '.told=2024-03-01',
    '.told=..2024-03-01',
    '.told=none',
  ])('says nothing of values of them that can match: %s', (query) => {
    const { view } = parseView(guide.meta.id, new URLSearchParams(query));
    expect(checkView(view, { ...guide, fields: RANGED })).toEqual([]);
  });

  it.each([
    [
      '.weapon=dron',
      '.weapon',
      'dron',
      '“dron” is no value of “Weapon” in this series, so nothing matches. Did you mean “drone”?',
    ],
    [
      '.weapon=knife,gas,mine',
      '.weapon',
      'gas,mine',
      '“gas” and “mine” name no value of “Weapon” in this series, so they match nothing.',
    ],
    ['.night=maybe', '.night', 'maybe', '“maybe” is no value of “Night” in this series, so nothing matches.'],
    [
      'compare=.weapon:knife,gas',
      'compare',
      'gas',
      '“gas” is no value of “Weapon” in this series, so it matches nothing.',
    ],
    [
      'split=.weapon&select=2024-03-01..2024-03-31,gas',
      'select',
      'gas',
      '“select=gas” names no group of a chart split by .weapon, so it matches nothing.',
    ],
    [
      'split=.weapon&series=gas,only:knife',
      'series',
      'gas',
      '“series=gas” names no group of a chart split by .weapon, so it matches nothing.',
    ],
  ])('names values that no incident has in a field of the series’ own: %s', (query, key, value, message) => {
    const { view } = parseView(guide.meta.id, new URLSearchParams(query));
    expect(checkView(view, { ...guide, fields: OPEN }, () => ['knife', 'drone', 'a, b'])).toEqual([
      { key, value, code: 'unknown-id', message },
    ]);
  });

  it.each([
    '.weapon=knife,drone,none',
    '.weapon=a%5C%2C b',
    '.night=yes,no,none',
    'compare=.weapon:knife,none',
    'compare=.night:yes,no',
    'split=.weapon&select=2024-03-01..2024-03-31,knife',
    'split=.weapon&series=drone,not:knife',
    '.remark=anything',
  ])('says nothing of values that one has, of yes and no, and of texts: %s', (query) => {
    const { view } = parseView(guide.meta.id, new URLSearchParams(query));
    expect(checkView(view, { ...guide, fields: OPEN }, () => ['knife', 'drone', 'a, b'])).toEqual([]);
  });

  it('says nothing of values where it is not known which there are', () => {
    const { view } = parseView(guide.meta.id, new URLSearchParams('.weapon=gas&compare=.weapon:gas,mine'));
    expect(checkView(view, { ...guide, fields: OPEN })).toEqual([]);
  });

  it('names the first of many unknown ids and counts the rest', () => {
    expect(check('type=q1,q2,q3,q4,q5')[0]?.message).toBe(
      '“q1”, “q2”, “q3” and 2 more name no type of this series, so nothing matches.',
    );
  });

  it('names groups that the split does not have', () => {
    expect(check('series=iscp,only:iskp,not:gur,several,none')).toEqual([]);
    expect(check('series=only:bombing,several&split=type')).toHaveLength(0);
    expect(check('series=bombing').map(({ key, value, code }) => [key, value, code])).toEqual([
      ['series', 'bombing', 'unknown-id'],
    ]);
    expect(check('series=several&split=none')).toHaveLength(1);
  });

  it.each([
    ['from=2024-06&to=-30m', ['from', '2024-06', 'reversed-window']],
    ['from=2024&to=-1y', ['from', '2024', 'reversed-window']],
  ])('says of a window with a rolling end that it is reversed: %s', (query, issue) => {
    expect(check(query).map(({ key, value, code }) => [key, value, code])).toEqual([issue]);
  });

  it.each(['from=2023&to=-3m', 'from=-12m&to=-30m', 'from=-12m&to=2010', 'to=-90y', 'from=2030'])(
    'says nothing of a window that is not: %s',
    (query) => expect(check(query)).toEqual([]),
  );

  it('says that a bin too fine for the window is drawn coarser', () => {
    const issues = check('bin=day');
    expect(issues.map(({ key, value, code }) => [key, value, code])).toEqual([
      ['bin', 'day', 'too-many-bins'],
    ]);
    expect(check('bin=day&from=2024')).toEqual([]);
    expect(issues[0]?.message).toContain('the finest that it can be drawn by is the week');
  });
});
