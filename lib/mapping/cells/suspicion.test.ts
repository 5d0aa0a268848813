import { expect, it } from 'vitest';
import { readSuspicion } from './suspicion';

it.each([
  ['Group X (suspected)', 'Group X'],
  ['Group X [alleged]', 'Group X'],
  ['Group X, suspected', 'Group X'],
  ['Group X?', 'Group X'],
  ['Suspected Group X', 'Group X'],
  ['Grupo X (presunto)', 'Grupo X'],
  ['Группа Х (предположительно)', 'Группа Х'],
  ['جماعة س (مشتبه به)', 'جماعة س'],
])('reads %s as a name that is suspected', (text, name) =>
  expect(readSuspicion(text)).toEqual({ name, isSuspected: true }),
);

it.each([
  'Group X',
  'suspected militants',
  'Group X (Kenya)',
  'Suspects of the North',
  'Front (Probable Dawn)',
])('leaves %s as it is', (text) => expect(readSuspicion(text)).toEqual({ name: text, isSuspected: false }));
