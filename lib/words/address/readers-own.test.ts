import { expect, it } from 'vitest';
import { toDay } from '../../time/day';
import { parseNote } from '../../view/grammar/notes';
import { notedSentence } from './readers-own';

const notes = [parseNote('2016-01-05~Cologne')!, parseNote('2017~A year')!, parseNote('2018-02~Later')!];

it.each<[number, number, string | null]>([
  [2016, 2017, 'Noted by whoever made this link, not by the series: 5 Jan 2016, “Cologne”; 2017, “A year”.'],
  [2018, 2018, 'Noted by whoever made this link, not by the series: Feb 2018, “Later”.'],
  [2020, 2021, null],
])('the notes of %i to %i are said in words where nothing has a place for them', (from, to, said) => {
  expect(notedSentence(notes, { from: toDay(from, 1, 1), to: toDay(to, 12, 31) })).toBe(said);
});
