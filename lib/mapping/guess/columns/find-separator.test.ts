import { expect, it } from 'vitest';
import { findSeparator, namesIn } from './find-separator';

const column = (...texts: readonly string[]) => ({ values: texts.map((text) => [text, 1] as const) });

it.each([
  [';', ['ISKP', 'Taliban', 'ISKP; Taliban', 'Taliban;ISKP']],
  ['|', ['A', 'B', 'A|B', 'B|C']],
  ['|', ['Rebels|Army', 'Police|Gang']],
  [', ', ['Hamas', 'Fatah', 'Hamas, Fatah', 'Fatah, Hamas']],
  [' / ', ['Hamas', 'Fatah', 'Hamas / Fatah', 'Fatah / Hamas']],
  [' & ', ['Hamas', 'Fatah', 'Hamas & Fatah', 'Fatah & Hamas']],
  [null, ['Police Department, NY', 'Sheriff, NY', 'State Police, NY']],
  [null, ['Ahrar al-Sham, Jabhat Fateh al-Sham', 'IS', 'SDF']],
  [null, ['and/or', 'Front for Peace & Justice', 'Front for Peace & Land']],
  [null, ['one; only']],
  [null, []],
])('parts names by %j', (sign, texts) => {
  expect(findSeparator(column(...texts))).toBe(sign);
});

it('gives the names of a cell without blanks and empty parts', () => {
  expect(namesIn(' ISKP ; ;Taliban; ', ';')).toEqual(['ISKP', 'Taliban']);
  expect(namesIn(' A; B ', null)).toEqual(['A; B']);
  expect(namesIn('  ', null)).toEqual([]);
});
