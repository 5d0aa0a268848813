import { ISO_DATES } from '../../../dates/date-rule';
import type { DateMapping } from '../../mapping';
import type { ColumnProfile } from '../../survey/survey';
import { dateCandidates, isReadable } from './date-candidates';
import { monthLanguage } from './month-language';
import { type DatePart, partOf } from './part-names';

/** Which columns a reader named as the date, or the name that no column has. */
export type NamedDate =
  | { readonly kind: 'date'; readonly date: DateMapping }
  | { readonly kind: 'unknown'; readonly name: string };

const SIGNS = /\s*[,;|+/]\s*/;

/** The columns of a text that names one, or several with commas between. */
function columnsIn(text: string, columns: readonly ColumnProfile[]): readonly ColumnProfile[] | string {
  const find = (name: string) => columns.find((column) => column.name === name.trim());
  const one = find(text);
  if (one) return [one];
  const names = text.split(SIGNS);
  const missing = names.find((name) => find(name) === undefined);
  return missing ?? names.flatMap((name) => find(name) ?? []);
}

/** Year, month, day by what the columns are called, else by the order in which they were named. */
function partsOf(columns: readonly ColumnProfile[]): ReadonlyMap<DatePart, ColumnProfile> {
  const byName = new Map(
    columns.flatMap((column) => {
      const part = partOf(column)?.part;
      return part === undefined ? [] : [[part, column] as const];
    }),
  );
  if (byName.size === columns.length && byName.has('year')) return byName;
  return new Map(
    (['year', 'month', 'day'] as const).flatMap((part, at) => {
      const column = columns[at];
      return column ? [[part, column] as const] : [];
    }),
  );
}

function inParts(columns: readonly ColumnProfile[]): DateMapping {
  const parts = partsOf(columns);
  const [month, week] = [parts.get('month'), parts.get('week')];
  const [quarter, dayOfYear] = [parts.get('quarter'), parts.get('dayOfYear')];
  return {
    kind: 'parts',
    year: parts.get('year')?.name ?? '',
    month: month?.name ?? null,
    day: parts.get('day')?.name ?? null,
    ...(week ? { week: week.name } : {}),
    ...(quarter ? { quarter: quarter.name } : {}),
    ...(dayOfYear ? { dayOfYear: dayOfYear.name } : {}),
    text: null,
    rule: { ...ISO_DATES, language: month ? monthLanguage(month) : null },
  };
}

/**
 * The date that a reader names by its columns: one; year, month and day; a year and a day without one; start and end.
 * Several are parted by commas, and taken by their names where these say which is which, else in the order given.
 */
export function namedDate(text: string, all: readonly ColumnProfile[], rows: number): NamedDate {
  const columns = columnsIn(text, all);
  if (typeof columns === 'string') return { kind: 'unknown', name: columns };
  const [first, second] = columns;
  if (!first) return { kind: 'unknown', name: text };
  if (!second) {
    return { kind: 'date', date: { kind: 'one', column: first.name, rule: ISO_DATES, precision: null } };
  }
  const guessed = dateCandidates(columns, rows).find((one) => one.columns.length === columns.length);
  if (guessed) return { kind: 'date', date: guessed.date };
  if (columns.length === 2 && columns.every((column) => isReadable(column, rows))) {
    const ends = { start: first.name, end: second.name, meaning: { fixed: 'lasting' } } as const;
    return { kind: 'date', date: { kind: 'span', ...ends, rule: ISO_DATES } };
  }
  return { kind: 'date', date: inParts(columns) };
}
