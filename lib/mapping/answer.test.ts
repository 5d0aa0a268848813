import { expect, it } from 'vitest';
import { ISO_DATES } from '../dates/date-rule';
import { answerQuestion } from './answer';
import { emptyMapping } from './empty-mapping';

const EMPTY = emptyMapping({ kind: 'one', column: 'd', rule: ISO_DATES, precision: null }, 'x', {
  sheet: 'A',
});

it('answers a question by changing the mapping, or by another reading', () => {
  const date = { kind: 'one', column: 'e', rule: ISO_DATES, precision: null } as const;
  expect(answerQuestion(EMPTY, { value: 'e', label: 'e', change: { mapping: { date } } })).toEqual({
    ...EMPTY,
    date,
  });
  expect(
    answerQuestion(EMPTY, { value: 'b', label: 'b', change: { reading: { encoding: 'utf-8' } } }).reading,
  ).toEqual({ sheet: 'A', encoding: 'utf-8' });
});
