import { describe, expect, it } from 'vitest';
import type { DateRule } from '../dates/date-rule';
import { emptyMapping } from './empty-mapping';
import { fromElsewhere, whyNotKept } from './kept-mapping';
import type { Mapping } from './mapping';
import type { Question } from './proposal';

const rule = (order: DateRule['order']): DateRule => ({ order, language: null, numbers: null, pivot: null });
const dated = (order: DateRule['order'], column = 'when'): Mapping =>
  emptyMapping({ kind: 'one', column, rule: rule(order), precision: null }, 'shape');
const asked = (id: string): Question => ({ id, text: '', options: [] });
const ORDER = [asked('date-order')];

describe('a kept mapping', () => {
  it.each([
    ['of the same data set holds where the cells leave open', dated('day-first'), true, ORDER, null],
    ['of the same data set yields to the cells', dated('month-first'), true, [], /otherwise/],
    [
      'of the same data set yields to the cells also where something else is open',
      ...([dated('month-first'), true, [asked('two-digit-years')], /otherwise/] as const),
    ],
    ['of another holds where the cells settle all', dated('day-first'), false, [], null],
    ['of another settles nothing', dated('day-first'), false, ORDER, /leaves something open/],
    ['of another yields to the cells', dated('month-first'), false, [], /otherwise/],
    ['of another does not choose the date', dated('day-first', 'seen'), false, [], /other columns/],
  ] as const)('%s', (_, kept, isOwn, questions, reason) => {
    const why = whyNotKept(kept, isOwn, dated('day-first'), questions);
    if (reason === null) expect(why).toBeNull();
    else expect(why).toMatch(reason);
  });

  it('of the same data set holds where nothing could be guessed, and of another it does not', () => {
    expect(whyNotKept(dated('day-first'), true, null, [])).toBeNull();
    expect(whyNotKept(dated('day-first'), false, null, [])).not.toBeNull();
  });

  it('from elsewhere reads dates as the file settles them, and leaves names and licence to the file', () => {
    const licence = { name: 'Secret', url: null, closed: 'no' };
    const groups = [{ name: 'A', spellings: ['a'] }];
    const kept: Mapping = {
      ...dated(null),
      notes: ['n'],
      actorDecisions: { groups, placeholders: ['x'] },
      meta: { ...dated(null).meta, licence },
    };
    const used = fromElsewhere(kept, dated('day-first'));
    expect(used.notes).toEqual(['n']);
    expect(used.date.rule.order).toBe('day-first');
    expect(used.actorDecisions).toEqual({ groups: [], placeholders: [] });
    expect(used.meta.licence).toBeNull();
  });
});
