import { DATE_NOT_KNOWN, dateWords, writtenOf } from './atom-words';
import type { Bin } from './bin';
import { type Day, parseDay, toCalendar } from './day';
import { type EdtfMember, isOpen, shapeOf } from './edtf-text';
import type { EventDate } from './event-date';
import { endsOf, formatWritten, formatYearText, type Joint, joinDates } from './written-date';

/** Writes a day as `22 Mar 2024`. */
export function formatDayText(day: Day): string {
  return formatWritten({ day, unit: 'day' });
}

/**
 * The shortest words for a window, both ends inclusive: `2017`, `Mar 2024`, `2017–2020`, `2017 – Mar 2024`,
 * `Jan–Mar 2024`, `5 Mar – 7 Apr 2024`. Whole years and months are named only where both ends allow it.
 */
export function formatSpan(from: Day, to: Day): string {
  return joinDates(...endsOf(from, to), '–');
}

/** The name of the bin that begins on `start`: `22 Mar 2024`, `week of 18 Mar 2024`, `Mar 2024`, `Q1 2024`, `2024`. */
export function formatBin(start: Day, bin: Bin): string {
  if (bin === 'week') return `week of ${formatDayText(start)}`;
  if (bin !== 'quarter') return formatWritten({ day: start, unit: bin });
  const { year, month } = toCalendar(start);
  return `Q${Math.ceil(month / 3)} ${formatYearText(year)}`;
}

/** Two dates joined in the fewest words; `far` says it at length where one is marked or written more coarsely. */
function pairWords(
  from: string,
  to: string,
  joint: Joint,
  far: (from: string, to: string) => string,
): string {
  const [a, b] = [writtenOf(from), writtenOf(to)];
  return a && b && a.unit === b.unit ? joinDates(a, b, joint) : far(dateWords(from), dateWords(to));
}

function isUnknown(side: string): boolean {
  return isOpen(side) || /^XXXX(-XX){0,2}$/.test(side);
}

function rangeWords(from: string, to: string): string {
  if (isUnknown(from) && isUnknown(to)) return DATE_NOT_KNOWN;
  if (isUnknown(from)) return `until ${dateWords(to)}, start not known`;
  if (isUnknown(to)) return `from ${dateWords(from)}, ${to === '..' ? 'end open' : 'end not known'}`;
  return pairWords(from, to, '–', (a, b) => `from ${a} to ${b}`);
}

/** A stretch of which one day is meant; of two neighbouring days, one `or` the other. */
function choiceWords(from: string, to: string): string {
  if (isUnknown(from)) return `not after ${dateWords(to)}`;
  if (isUnknown(to)) return `not before ${dateWords(from)}`;
  const [a, b] = [writtenOf(from), writtenOf(to)];
  if (a && b && a.unit === 'day' && b.unit === 'day' && b.day - a.day <= 1) return joinDates(a, b, 'or');
  return `between ${pairWords(from, to, 'and', (first, last) => `${first} and ${last}`)}`;
}

function membersWords(members: readonly EdtfMember[], joint: 'or' | 'and'): string {
  const [first, second, ...more] = members;
  if (first?.kind === 'at' && second?.kind === 'at' && more.length === 0) {
    return pairWords(first.at, second.at, joint, (a, b) => `${a} ${joint} ${b}`);
  }
  const through = joint === 'or' ? choiceWords : rangeWords;
  const words = members.map((member) =>
    member.kind === 'at' ? dateWords(member.at) : through(member.from, member.to === '' ? '..' : member.to),
  );
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${joint} ${words.at(-1)}`;
}

/**
 * An incident's date in a reader's words, which keep its doubt: `22 Mar 2024`, `about Sep 2023`,
 * `8 Oct 2022 (uncertain)`, `30 Mar – 2 Apr 2024` (several days), `29 or 30 Aug 2023` and `between 1 and 9 May 2018`
 * (one of them), `from 12 Mar 2024, end not known`, `not after 2016`.
 */
export function formatEventDate(date: EventDate): string {
  const shape = shapeOf(date.edtf);
  if (shape.kind === 'one') return dateWords(shape.at);
  if (shape.kind === 'range') return rangeWords(shape.from, shape.to);
  return membersWords(shape.members, shape.kind === 'oneOf' ? 'or' : 'and');
}

/** A day written `YYYY-MM-DD` in words; the text itself where it is no day. */
export function dayInWords(text: string): string {
  const day = parseDay(text);
  return day === null ? text : formatDayText(day);
}
