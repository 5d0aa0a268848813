import { expect, it } from 'vitest';
import { hasPhrase, nameWords, phrases } from './name-words';

it.each([
  ['Event_Date', 'event date'],
  ['eventDate', 'event date'],
  ['EVENT-DATE ', 'event date'],
  ['actor1', 'actor 1'],
  ['Nombre de décès', 'nombre de deces'],
  ['Täter', 'tater'],
  ['Населённый пункт', 'населенныи пункт'],
  ['start_date.year', 'start date year'],
  ['#', ''],
])('%s is %j', (name, words) => {
  expect(nameWords(name)).toBe(words);
});

it('finds whole words and phrases only', () => {
  const wanted = phrases('date event_day');
  expect(hasPhrase('first date', wanted)).toBe(true);
  expect(hasPhrase('the event day', wanted)).toBe(true);
  expect(hasPhrase('update', wanted)).toBe(false);
  expect(hasPhrase('event of the day', wanted)).toBe(false);
});
