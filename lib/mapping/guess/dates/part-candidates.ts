import { type DateInference, ISO_DATES } from '../../../dates/date-rule';
import { collectDates } from '../../../dates/evidence/date-evidence';
import { type ReadDate, readDate } from '../../../dates/read-date';
import { saysUnknown } from '../../../dates/words/date-words';
import { plainText } from '../../../text/plain-text';
import type { DateMapping } from '../../mapping';
import { withYear } from '../../row-dates/with-year';
import type { ColumnProfile } from '../../survey/survey';
import { isNumeric, isWordy, shareOf } from '../columns/content';
import { DATE } from '../columns/field-names';
import { nameRank } from '../columns/name-list';
import type { DateCandidate } from './date-candidate';
import { monthLanguage } from './month-language';
import { type DatePart, type NamedPart, partOf } from './part-names';

/** A column that is named like a part of a date, and whose cells fit. */
interface PartColumn extends NamedPart {
  readonly column: ColumnProfile;
}

type PartsMapping = Extract<DateMapping, { kind: 'parts' }>;

/** The columns of one date, by their parts. */
type Group = Partial<Record<DatePart, ColumnProfile>>;

const isPlainYear = (text: string) =>
  /^\d{4}(\.0*)?$/.test(text) && Number(text) >= 1000 && Number(text) <= 2200;
const isNoYear = (text: string) => /^(0|-9|-99|-999|-9999)(\.0*)?$/.test(text);

/** Whether the cells are whole numbers up to a greatest in the digits of another script. */
const inOtherDigits = (column: ColumnProfile, greatest: number) =>
  column.numbers === 0 &&
  column.filled > 0 &&
  shareOf(column, (text) => /^\d{1,4}$/.test(plainText(text)) && Number(plainText(text)) <= greatest) >= 0.9;

const isYearPart = (column: ColumnProfile) =>
  isNumeric(column) && (column.least ?? Number.NaN) >= -9999 && (column.greatest ?? Number.NaN) <= 9999;

/** Whether at least half of the cells are numbers from −99 to a greatest; a 99 among them makes its row a problem. */
const isPart = (column: ColumnProfile, greatest: number) =>
  isNumeric(column) && shareOf(column, (text) => Number(text) >= -99 && Number(text) <= greatest) >= 0.5;

const QUARTER = /^(?:\p{L}+[\s.]*)?[1-4](?:\.0*)?$/u;
const WEEK = /^(?:\p{L}+[\s.]*)?(\d{1,2})(?:\.0*)?$/u;
const isWeek = (text: string) => Number(WEEK.exec(text)?.[1] ?? 99) <= 53;

const FITS: Readonly<Record<DatePart, (column: ColumnProfile) => boolean>> = {
  year: (column) => isYearPart(column) || inOtherDigits(column, 9999),
  month: (column) => isPart(column, 12) || monthLanguage(column) !== null || inOtherDigits(column, 12),
  day: (column) => isPart(column, 31) || inOtherDigits(column, 31),
  quarter: (column) => column.filled > 0 && shareOf(column, (text) => QUARTER.test(text.trim())) >= 0.9,
  dayOfYear: (column) => isPart(column, 366),
  week: (column) => column.filled > 0 && shareOf(column, isWeek) >= 0.9,
};

/** A sheet may be called after its year. */
const SHEET: NamedPart = { part: 'year', side: null, of: '', plain: true };

/** Which part of a date a column is: by its name, or the year that sheets are called after. */
export function partIn(column: ColumnProfile): NamedPart | null {
  const isSheet = column.name === 'sheet' && column.filled > 0 && shareOf(column, isPlainYear) === 1;
  return isSheet ? SHEET : partOf(column);
}

function partColumns(columns: readonly ColumnProfile[]): readonly PartColumn[] {
  return columns.flatMap((column) => {
    const named = partIn(column);
    return named !== null && FITS[named.part](column) ? [{ ...named, column }] : [];
  });
}

/** A numeric column called `Date` beside year and month holds the days. */
function numberedDate(columns: readonly ColumnProfile[], group: Group): ColumnProfile | undefined {
  if (!group.year || !group.month || group.day) return undefined;
  return columns.find((column) => nameRank(column, DATE) >= 2 && FITS.day(column) && partOf(column) === null);
}

/** The columns of one date: those of one side and of one thing, of two for a part the one with more cells. */
function groupOf(parts: readonly PartColumn[], side: NamedPart['side'], of: string): Group {
  const group: Group = {};
  for (const { column, part, ...named } of parts) {
    if (named.side !== side || named.of !== of) continue;
    const other = group[part];
    if (other === undefined || column.filled > other.filled) group[part] = column;
  }
  return group;
}

const present = (columns: readonly (ColumnProfile | undefined)[]) =>
  columns.filter((column) => column !== undefined);

/** What stands beside a year in place of month and day: days or weeks of it, or quarters where no month is there. */
function stretchOf({ month, day, week, quarter, dayOfYear }: Group) {
  if (month && day) return null;
  if (dayOfYear) return { key: 'dayOfYear', column: dayOfYear, score: 2.1, said: 'day of the year' } as const;
  // Weeks are of the year unless a month stands beside them in which they are counted.
  if (week && (!month || (week.greatest ?? 53) > 6))
    return { key: 'week', column: week, score: 1.7, said: 'week' } as const;
  return quarter && !month ? ({ key: 'quarter', column: quarter, score: 1, said: 'quarter' } as const) : null;
}

function candidateOf(group: Group, end: Group, rows: number): DateCandidate | null {
  const { year, month, day } = group;
  const stretch = stretchOf(group);
  if (!year || (!month && !stretch)) return null;
  const hasEnd = end.year && end.month && (end.day !== undefined) === (day !== undefined);
  const date: PartsMapping = {
    kind: 'parts',
    year: year.name,
    month: month?.name ?? null,
    day: month ? (day?.name ?? null) : null,
    ...(stretch ? { [stretch.key]: stretch.column.name } : {}),
    ...(hasEnd && end.year
      ? { end: { year: end.year.name, month: end.month?.name ?? null, day: end.day?.name ?? null } }
      : {}),
    text: null,
    rule: { ...ISO_DATES, language: month ? monthLanguage(month) : null },
  };
  const said = stretch ? `year and ${stretch.said}` : day ? 'year, month and day' : 'year and month';
  const ends = hasEnd ? [end.year, end.month, end.day] : [];
  return {
    date,
    columns: present([year, month, month ? day : undefined, stretch?.column, ...ends]),
    score: (stretch ? stretch.score : day ? 2.2 : 1.2) + (2 * year.filled) / Math.max(1, rows),
    named: true,
    reason: `named ${said}, with numbers that fit`,
  };
}

/** A column of years in which codes such as −9 stand for those that are not known. */
function yearAlone(parts: readonly PartColumn[], rows: number): readonly DateCandidate[] {
  const found = parts.find(
    ({ part, side, of, column }) =>
      part === 'year' &&
      side !== 'end' &&
      of === '' &&
      shareOf(column, isPlainYear) >= 0.5 &&
      shareOf(column, (text) => isPlainYear(text) || isNoYear(text)) >= 0.95,
  );
  if (!found) return [];
  const year = found.column;
  return [
    {
      date: { kind: 'parts', year: year.name, month: null, day: null, text: null, rule: ISO_DATES },
      columns: [year],
      score: (2 * year.filled) / Math.max(1, rows),
      named: true,
      reason: 'named year, with years and codes for “not known”',
    },
  ];
}

/** A leap year, in which every day of a calendar is. */
const SOME_YEAR = 2000;
const YEAR_ADDED = /[ ./-]?2000$/;
const HAS_YEAR = /(?<!\d)\d{4}(?!\d)/;

/** The column as it would be with a year in each cell; null where its cells have years, or are no days. */
function dated(column: ColumnProfile): ColumnProfile | null {
  const { filled, dates: alone } = column;
  if (filled === 0 || (alone !== null && alone.understood > alone.cells / 2)) return null;
  if (shareOf(column, (text) => HAS_YEAR.test(text)) > 0.05) return null;
  const evidence = collectDates();
  for (const [text, count] of column.values) {
    if (saysUnknown(text.trim().toLowerCase())) continue;
    for (let at = 0; at < Math.min(count, 3); at++) evidence.observe(withYear(text, SOME_YEAR));
  }
  const dates = evidence.conclude();
  const [rule] = dates?.rules ?? [];
  if (dates === null || !rule || dates.understood < dates.cells * 0.8) return null;
  return shareOf(column, (text) => isDay(readDate(rule, withYear(text, SOME_YEAR)))) >= 0.8
    ? { ...column, dates: { ...dates, examples: dates.examples.map(withoutYear) } }
    : null;
}

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** An example as the file has it, with what each rule makes of it but for the year. */
function withoutYear({
  text,
  readings,
}: DateInference['examples'][number]): DateInference['examples'][number] {
  const inWords = (reading: string) =>
    reading.replace(
      /^\d{4}-(\d\d)-(\d\d)$/,
      (_, month: string, day: string) => `${Number(day)} ${MONTHS[Number(month) - 1]}`,
    );
  return { text: text.replace(YEAR_ADDED, ''), readings: readings.map(inWords) };
}

/** The columns of a date, with what their cells say beside the year where one has days without a year. */
export function datedByYear(columns: readonly ColumnProfile[], date: DateMapping): readonly ColumnProfile[] {
  if (date.kind !== 'parts' || date.text === null) return columns;
  return columns.map((column) => (column.name === date.text ? (dated(column) ?? column) : column));
}

/** Whether a reading is of days, not of months that a year would do for as well. */
const isDay = (read: ReadDate) => read.kind === 'edtf' && /\d{4}-\d\d-\d\d/.test(read.edtf);

/** Whether a column may hold days without a year: by its name, and with a month or a second number in its cells. */
function mayLackYear(column: ColumnProfile): boolean {
  const part = partOf(column)?.part;
  const named =
    nameRank(column, DATE) > 0 ||
    part === 'month' ||
    part === 'day' ||
    /month|mes\b|tag\b/i.test(column.name);
  return named && (isWordy(column) || shareOf(column, (text) => /\d\D+\d/.test(text)) > 0.5);
}

/** Whether a column holds days that name no year, so that another would have to give it. */
export const lacksYear = (column: ColumnProfile) => mayLackYear(column) && dated(column) !== null;

/** A year in one column and a day without a year in another: `2019` and `January 3`. */
function yearAndDay(
  columns: readonly ColumnProfile[],
  parts: readonly PartColumn[],
  rows: number,
): readonly DateCandidate[] {
  const year = parts.find(({ part, side, of }) => part === 'year' && side !== 'end' && of === '')?.column;
  if (!year) return [];
  for (const column of columns.filter((one) => one !== year && mayLackYear(one))) {
    const day = dated(column);
    if (!day) continue;
    return [
      {
        date: { kind: 'parts', year: year.name, month: null, day: null, text: column.name, rule: ISO_DATES },
        columns: [year, day],
        score: 3 + (2 * Math.min(year.filled, column.filled)) / Math.max(1, rows),
        named: true,
        reason: 'a year, and beside it days that name none',
      },
    ];
  }
  return [];
}

/** Dates whose parts stand in columns of their own, under names of any language. */
export function partCandidates(columns: readonly ColumnProfile[], rows: number): readonly DateCandidate[] {
  const parts = partColumns(columns);
  const kinds = [...new Set(parts.map(({ of }) => of))].sort((a, b) => a.length - b.length);
  const made = kinds.flatMap((of) => {
    const end = groupOf(parts, 'end', of);
    return (['start', null] as const).flatMap((side) => {
      const group = groupOf(parts, side, of);
      const day = side === null && of === '' ? numberedDate(columns, group) : undefined;
      const whole = day ? { ...group, day } : group;
      const found = candidateOf(whole, end, rows);
      // What a date is of is less sure than when nothing is said.
      return found ? [{ ...found, score: found.score - (of === '' ? 0 : 0.5) }] : [];
    });
  });
  const days = yearAndDay(columns, parts, rows);
  const all = [...days, ...made];
  return all.length > 0 ? all : yearAlone(parts, rows);
}
