import { expect, it } from 'vitest';
import { ISO_DATES } from '../dates/date-rule';
import { answerQuestion } from './answer';
import {
  acceptGroup,
  addPlaceholder,
  keepApart,
  removeActorColumn,
  removePlaceholder,
  setActorColumn,
} from './change-actors';
import { dateInOneColumn, dateInParts, dateInSpan, readDatesBy } from './change-date';
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

it('changes the date columns and their rule', () => {
  expect(dateInOneColumn(EMPTY, 'when').date).toEqual({
    kind: 'one',
    column: 'when',
    rule: ISO_DATES,
    precision: null,
  });
  expect(dateInSpan(EMPTY, 'from', 'to').date).toMatchObject({ kind: 'span', start: 'from', end: 'to' });
  expect(dateInParts(EMPTY, { year: 'y', month: null, day: null }).date).toMatchObject({
    kind: 'parts',
    year: 'y',
  });
  expect(readDatesBy(EMPTY, { order: 'day-first' }).date.rule).toEqual({ ...ISO_DATES, order: 'day-first' });
});

it('accepts a group and keeps spellings apart again; no spelling is in two groups', () => {
  const one = acceptGroup(EMPTY, { name: 'A', spellings: ['A', 'a', 'a'] });
  expect(one.actorDecisions.groups).toEqual([{ name: 'A', spellings: ['A', 'a'] }]);
  const moved = acceptGroup(one, { name: 'B', spellings: ['B', 'a'] });
  expect(moved.actorDecisions.groups).toEqual([{ name: 'B', spellings: ['B', 'a'] }]);
  expect(keepApart(moved, ['a']).actorDecisions.groups).toEqual([]);
});

it('adds and removes texts that mean unknown', () => {
  const twice = addPlaceholder(addPlaceholder(EMPTY, '?'), '?');
  expect(twice.actorDecisions.placeholders).toEqual(['?']);
  expect(removePlaceholder(twice, '?').actorDecisions.placeholders).toEqual([]);
});

it('adds, changes and removes a column of actors', () => {
  const one = setActorColumn(EMPTY, 'who', 'involved', null);
  const other = setActorColumn(one, 'who', 'claimed', ';');
  expect(other.actors).toEqual([
    { column: 'who', separator: ';', relation: { fixed: 'claimed' }, certainty: { fixed: 'certain' } },
  ]);
  expect(removeActorColumn(other, 'who').actors).toEqual([]);
});
