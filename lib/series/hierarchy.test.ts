import { describe, expect, it } from 'vitest';
import { type Day, formatDay, MAX_DAY, MIN_DAY, parseDay } from '../time/day';
import { parseEventDate } from '../time/edtf';
import type { EventDate } from '../time/event-date';
import { findCycle, memberships } from './hierarchy';
import type { ActorId, ActorRelation } from './model';

const id = (text: string) => text as ActorId;

function dateOf(text: string): EventDate | null {
  const parsed = parseEventDate(text);
  return parsed.kind === 'date' ? parsed.date : null;
}

/** `child parent`, `child parent from to` or, for a tie, with a `~` before the parent; `-` leaves a bound out. */
function relation(text: string): ActorRelation {
  const [child = '', parent = '', from = '-', to = '-'] = text.split(' ');
  return {
    child: id(child),
    parent: id(parent.replace('~', '')),
    kind: parent.startsWith('~') ? 'tie' : 'part',
    from: from === '-' ? null : dateOf(from),
    to: to === '-' ? null : dateOf(to),
    note: null,
  };
}

function written(day: Day): string {
  if (day === MIN_DAY) return '';
  return day === MAX_DAY ? '' : formatDay(day);
}

/** Memberships but those of an actor in itself, as sorted lines. */
function lines(actors: string, ...relations: string[]): string[] {
  return memberships(actors.split(' ').map(id), relations.map(relation))
    .filter(({ ancestor, member }) => ancestor !== member)
    .map(({ ancestor, member, from, to }) => `${member} in ${ancestor} ${written(from)}..${written(to)}`)
    .sort();
}

describe('memberships', () => {
  it('make every actor its own member for all time', () => {
    expect(memberships([id('a')], [])).toEqual([{ ancestor: 'a', member: 'a', from: MIN_DAY, to: MAX_DAY }]);
  });

  it('reach from child to parent and on to the parent of the parent', () => {
    expect(lines('a b c', 'a b', 'b c')).toEqual(['a in b ..', 'a in c ..', 'b in c ..']);
  });

  it('follow several parents of one actor', () => {
    expect(lines('a b c', 'a b', 'a c')).toEqual(['a in b ..', 'a in c ..']);
  });

  it('meet once in the top of a diamond', () => {
    expect(lines('a b c d', 'a b', 'a c', 'b d', 'c d')).toEqual([
      'a in b ..',
      'a in c ..',
      'a in d ..',
      'b in d ..',
      'c in d ..',
    ]);
  });

  it('keep both spans where the sides of a diamond are dated differently', () => {
    const found = lines('a b c d', 'a b - 2016', 'a c 2018 -', 'b d', 'c d');
    expect(found).toContain('a in d ..2016-12-31');
    expect(found).toContain('a in d 2018-01-01..');
  });

  it('read the dates of a relation at their widest and intersect them along the path', () => {
    expect(lines('a b c', 'a b 2015-06 2020', 'b c 2017~ 2023-03-05')).toEqual([
      'a in b 2015-06-01..2020-12-31',
      'a in c 2016-01-01..2020-12-31',
      'b in c 2016-01-01..2023-03-05',
    ]);
  });

  it('end a path whose dates never meet', () => {
    expect(lines('a b c', 'a b - 2015', 'b c 2017 -')).toEqual([
      'a in b ..2015-12-31',
      'b in c 2017-01-01..',
    ]);
  });

  it('do not follow ties', () => {
    expect(lines('a b c', 'a ~b', 'b c')).toEqual(['b in c ..']);
  });

  it('end in a cycle instead of walking on', () => {
    expect(lines('a b', 'a b', 'b a')).toEqual(['a in b ..', 'b in a ..']);
  });

  it('hold a day of a dated relation on its first and last day only up to them', () => {
    const [found] = memberships([id('a')], [relation('a b 2015-06-23 2024-03-03')]).filter(
      (m) => m.ancestor === 'b',
    );
    expect([found?.from, found?.to]).toEqual([parseDay('2015-06-23'), parseDay('2024-03-03')]);
  });
});

describe('a cycle', () => {
  const find = (...relations: string[]) => findCycle(relations.map(relation));

  it('is not found in a diamond', () => {
    expect(find('a b', 'a c', 'b d', 'c d')).toBeNull();
  });

  it('is given by its ids, the first repeated at the end', () => {
    expect(find('a b', 'b c', 'c a')).toEqual(['a', 'b', 'c', 'a']);
  });

  it('is given without the way that leads into it', () => {
    expect(find('x a', 'a b', 'b a')).toEqual(['a', 'b', 'a']);
  });

  it('is an actor that is part of itself', () => {
    expect(find('a a')).toEqual(['a', 'a']);
  });

  it('is not made by ties', () => {
    expect(find('a b', 'b ~a')).toBeNull();
  });

  it('is found even where the dates never meet', () => {
    expect(find('a b - 2015', 'b a 2017 -')).toEqual(['a', 'b', 'a']);
  });
});

describe('a lattice of actors', () => {
  /** Rungs of two actors each, of which both are part of both of the next: 2^n ways lead up n rungs. */
  const rungs = 40;
  const relations = Array.from({ length: rungs }, (_, rung) =>
    ['a', 'b'].flatMap((child) =>
      ['a', 'b'].map((parent) => relation(`${child}${rung} ${parent}${rung + 1}`)),
    ),
  ).flat();

  it('is walked once, not once for each way', () => {
    const actors = Array.from({ length: rungs + 1 }, (_, rung) => [`a${rung}`, `b${rung}`]).flat();
    const all = memberships(actors.map(id), relations);
    // Each actor of rung r is its own member and part of two actors of each rung above.
    const expected = actors.reduce((sum, _, at) => sum + 1 + 2 * (rungs - (at >> 1)), 0);
    expect(all).toHaveLength(expected);
  });
});
