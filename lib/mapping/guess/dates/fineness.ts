import { readDate } from '../../../dates/read-date';
import type { RawRow } from '../../../formats/raw-table';
import { toCalendar } from '../../../time/day';
import { parseEventDate } from '../../../time/edtf';
import { dateReader } from '../../row-dates/date-reader';
import type { ColumnProfile } from '../../survey/survey';
import type { DateCandidate } from './date-candidate';

const MOST_LOOKED = 200;
const STEPS: Readonly<Record<string, number>> = { day: 4, month: 2, season: 1.5 };

/** How fine the dates of a candidate mostly are: 4 a day, 3 a week, 2 a month, 1 a year or less. */
export function fineness({ date, columns }: DateCandidate): number {
  if (date.kind === 'parts') {
    if (date.day !== null || date.text !== null || date.dayOfYear !== undefined) return 4;
    if (date.week !== undefined) return 3;
    return date.month !== null ? 2 : date.quarter !== undefined ? 1.5 : 1;
  }
  const [column] = columns;
  const rule = column?.dates?.rules[0];
  if (!column || !rule) return 1;
  const steps = column.values.slice(0, MOST_LOOKED).flatMap(([text]) => {
    const read = readDate(rule, text);
    const parsed = read.kind === 'edtf' ? parseEventDate(read.edtf) : null;
    return parsed?.kind === 'date' ? [STEPS[parsed.date.precision] ?? 1] : [];
  });
  steps.sort((a, b) => a - b);
  return steps[steps.length >> 1] ?? 1;
}

/** The least share of rows whose years must agree for two candidates to be of one event. */
const AGREE = 0.8;

/** The years that a candidate gives for some rows; null where it gives none. */
function yearsOf({ date }: DateCandidate, all: readonly ColumnProfile[], rows: readonly RawRow[]) {
  const read = dateReader(date, all);
  return rows.map(({ cells }) => {
    const outcome = read(cells);
    const day = outcome.kind === 'date' ? outcome.date.earliest : null;
    return day === null ? null : toCalendar(day).year;
  });
}

/** Whether two candidates name the same year in nearly all of some rows, so that they speak of one event. */
export function sameYears(
  a: DateCandidate,
  b: DateCandidate,
  all: readonly ColumnProfile[],
  rows: readonly RawRow[],
): boolean {
  const [ofA, ofB] = [yearsOf(a, all, rows), yearsOf(b, all, rows)];
  const both = ofA.flatMap((year, at) => (year === null || ofB[at] === null ? [] : [year === ofB[at]]));
  return both.length > 0 && both.filter((same) => same).length >= both.length * AGREE;
}
