import { readingOf } from './atom-days';
import { type DaySpan, toDay } from './day';
import { type EdtfAtom, isSeason, readAtom } from './edtf-text';
import { countDays } from './event-date';
import { endsOf, formatWritten, formatYearText, joinDates, type WrittenDate } from './written-date';

/** What a reader is told of a date of which nothing is known. */
export const DATE_NOT_KNOWN = 'date not known';

const SEASONS = ['spring', 'summer', 'autumn', 'winter'];

/** The words of the codes 21 to 41. The winter of a year reaches into the next, and says so. */
function seasonWords(code: number, year: number): string {
  if (code >= 40) return `${code === 40 ? 'first' : 'second'} half of ${formatYearText(year)}`;
  if (code >= 37) return `${['first', 'second', 'last'][code - 37]} third of ${formatYearText(year)}`;
  if (code >= 33) return `Q${code - 32} ${formatYearText(year)}`;
  const hemisphere = code >= 29 ? 'southern ' : code >= 25 ? 'northern ' : '';
  const crosses = code === 24 || code === 28 || code === 30;
  const years = crosses
    ? joinDates({ day: toDay(year, 1, 1), unit: 'year' }, { day: toDay(year + 1, 1, 1), unit: 'year' }, '–')
    : formatYearText(year);
  return `${hemisphere}${SEASONS[(code - 21) % 4]} ${years}`;
}

/** A day, month or year whose digits are all known; null for everything coarser or partly unspecified. */
function completeOf(atom: EdtfAtom): WrittenDate | null {
  if (isSeason(atom.month)) return null;
  const year = Number(atom.year);
  const [month, day] = [atom.month ?? 'XX', atom.day ?? 'XX'];
  if (Number.isNaN(year)) return null;
  if (month === 'XX' && day === 'XX') return { day: toDay(year, 1, 1), unit: 'year' };
  if (month.includes('X')) return null;
  if (day === 'XX') return { day: toDay(year, Number(month), 1), unit: 'month' };
  return day.includes('X') ? null : { day: toDay(year, Number(month), Number(day)), unit: 'day' };
}

/** `2010s` for a decade, except that the first of a century would read as the century. */
function decadeWords(atom: EdtfAtom): string | null {
  if (!/^[0-9]{3}X$/.test(atom.year) || atom.month !== null) return null;
  const decade = Number(atom.year.slice(0, 3));
  return decade % 10 === 0 ? null : `${decade}0s`;
}

/** Unspecified digits: the first and the last day that match, and how many do where there are gaps between them. */
function patternWords(days: readonly DaySpan[]): string {
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) return DATE_NOT_KNOWN;
  if (first === last) return `between ${joinDates(...endsOf(first.from, first.to), 'and')}`;
  const ends = joinDates({ day: first.from, unit: 'day' }, { day: last.to, unit: 'day' }, 'and');
  return `one of ${countDays(days)} days between ${ends}`;
}

/** The words of a date in its marks: `about` for approximate, `(uncertain)` for uncertain. */
function withMarks(words: string, atom: EdtfAtom): string {
  const about = atom.marks.some(({ sign }) => sign !== '?') ? 'about ' : '';
  return about + words + (atom.marks.some(({ sign }) => sign !== '~') ? ' (uncertain)' : '');
}

function plainWords(atom: EdtfAtom): string {
  const written = completeOf(atom);
  if (written) return formatWritten(written);
  if (isSeason(atom.month) && !atom.year.includes('X'))
    return seasonWords(Number(atom.month), Number(atom.year));
  const reading = readingOf(atom);
  return decadeWords(atom) ?? (reading.kind === 'reading' ? patternWords(reading.days) : atom.bare);
}

/** One EDTF date in words: `22 Mar 2024`, `about Sep 2023`, `8 Oct 2022 (uncertain)`; the text itself if it is none. */
export function dateWords(text: string): string {
  const atom = readAtom(text);
  return atom ? withMarks(plainWords(atom), atom) : text;
}

/** A day, month or year written in full and without marks, so that it can be joined to another; else null. */
export function writtenOf(text: string): WrittenDate | null {
  const atom = readAtom(text);
  return atom && atom.marks.length === 0 ? completeOf(atom) : null;
}
