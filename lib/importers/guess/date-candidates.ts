import { ISO_DATES } from '../dates/date-rule';
import type { DateMapping } from '../mapping/mapping';
import { nameWords } from '../survey/name-words';
import type { ColumnProfile } from '../survey/survey';
import { inPercent, isNumeric, shareOf } from './content';
import { DATE, DAY, END, MONTH, OTHER_DATE, START, YEAR } from './field-names';
import { monthLanguage } from './month-language';
import { nameRank } from './name-list';

/** Columns that may say when it happened, and how good they look: half for their names, half for their cells. */
export interface DateCandidate {
  readonly date: DateMapping;
  readonly columns: readonly ColumnProfile[];
  readonly score: number;
  readonly named: boolean;
  readonly reason: string;
}

const YEARS = { least: 1000, greatest: 2200 };

const saysYear = (column: ColumnProfile) =>
  nameRank(column, YEAR) >= 2 || ` ${nameWords(column.name)} `.includes(' year ');

/** Numbers are years, or days of a spreadsheet, only where name and range say so. */
function numbersFit(column: ColumnProfile): boolean {
  const { least, greatest } = column;
  if (!isNumeric(column) || least === null || greatest === null) return true;
  const kind = column.dates?.rules[0]?.numbers;
  if (kind === 'year') return saysYear(column) && least >= YEARS.least && greatest <= YEARS.greatest;
  if (kind === 'excel' || kind === 'excel-1904') return least >= 10_000 && nameRank(column, DATE) > 0;
  return true;
}

/** How many of its cells, and of all rows, a column's best rule reads. */
function readShare(
  { dates }: ColumnProfile,
  rows: number,
): { readonly cells: number; readonly rows: number } {
  if (dates === null || dates.rules.length === 0 || dates.cells === 0) return { cells: 0, rows: 0 };
  return { cells: dates.understood / dates.cells, rows: rows === 0 ? 0 : dates.understood / rows };
}

const isNamed = (column: ColumnProfile) =>
  nameRank(column, DATE) > 0 || nameRank(column, START) > 0 || saysYear(column);

/** Whether a column can be read as dates: half of its cells where it is named so, else four in five. */
export function isReadable(column: ColumnProfile, rows: number): boolean {
  return readShare(column, rows).cells >= (isNamed(column) ? 0.5 : 0.8) && numbersFit(column);
}

function nameScore(column: ColumnProfile): number {
  const rank = Math.max(nameRank(column, DATE), Math.min(nameRank(column, START), 0.8));
  const other = nameRank(column, OTHER_DATE) > 0 ? 2 : 0;
  const end = nameRank(column, END) > 0 ? 1 : 0;
  const year = column.dates?.rules[0]?.numbers === 'year' ? 1.5 : 0;
  return rank - other - end - year;
}

const cellsInWords = (column: ColumnProfile, rows: number) => {
  const share = readShare(column, rows).cells;
  return share >= 1 ? 'all its cells are dates' : `${inPercent(share)} of its cells are dates`;
};

function inOneColumn(column: ColumnProfile, rows: number): DateCandidate {
  const named = nameRank(column, DATE) > 0;
  const other = nameRank(column, OTHER_DATE) > 0;
  const words = other
    ? 'named like the date of something about it'
    : named
      ? 'named like a date'
      : 'not named like one';
  return {
    date: { kind: 'one', column: column.name, rule: column.dates?.rules[0] ?? ISO_DATES, precision: null },
    columns: [column],
    score: nameScore(column) + 2 * readShare(column, rows).rows,
    named: isNamed(column),
    reason: `${words}, and ${cellsInWords(column, rows)}`,
  };
}

/** The name of a column without the words that say start, end or date: columns of one span have the same. */
function stem(column: ColumnProfile): string {
  const dropped = [START.words, END.words, DATE.words];
  return nameWords(column.name)
    .split(' ')
    .filter((word) => !dropped.some((words) => words.has(word)))
    .join(' ');
}

const isTagged = ({ hxl }: ColumnProfile, side: 'start' | 'end') =>
  hxl?.startsWith('#date') === true && hxl.includes(`+${side}`);

/** Whether two columns are start and end of the same: by their tags, or by names that differ in nothing else. */
const isPair = (start: ColumnProfile, end: ColumnProfile) =>
  (isTagged(start, 'start') && isTagged(end, 'end')) ||
  (stem(start) === stem(end) && nameRank(start, END) === 0 && isNamed(start));

function spans(readable: readonly ColumnProfile[], rows: number): readonly DateCandidate[] {
  return readable.flatMap((end) => {
    if (nameRank(end, END) === 0 && !isTagged(end, 'end')) return [];
    const start = readable.find((one) => one !== end && isPair(one, end));
    if (!start) return [];
    const isBare = nameRank(start, START) === 0;
    return [
      {
        date: {
          kind: 'span' as const,
          start: start.name,
          end: end.name,
          rule: ISO_DATES,
          meaning: { fixed: 'lasting' as const },
        },
        columns: [start, end],
        score: (isBare ? nameScore(start) : Math.max(1, nameScore(start))) + 2 * readShare(start, rows).rows,
        named: true,
        reason: `named like start and end, and ${inPercent(readShare(start, rows).cells)} and ${inPercent(readShare(end, rows).cells)} of their cells are dates`,
      },
    ];
  });
}

const isYearPart = (column: ColumnProfile) =>
  isNumeric(column) && (column.least ?? Number.NaN) >= -9999 && (column.greatest ?? Number.NaN) <= 9999;

/** Whether at least half of the cells are numbers from −99 to a greatest; a 99 among them makes its row a problem. */
const isPart = (column: ColumnProfile, greatest: number) =>
  isNumeric(column) && shareOf(column, (text) => Number(text) >= -99 && Number(text) <= greatest) >= 0.5;

const isMonthPart = (column: ColumnProfile) => isPart(column, 12) || monthLanguage(column) !== null;

const isDayPart = (column: ColumnProfile) => isPart(column, 31);

function best(
  columns: readonly ColumnProfile[],
  list: typeof YEAR,
  fits: (column: ColumnProfile) => boolean,
) {
  const ranked = columns.filter((column) => nameRank(column, list) >= 2 && fits(column));
  return ranked.sort((a, b) => nameRank(b, list) - nameRank(a, list))[0] ?? null;
}

function parts(columns: readonly ColumnProfile[], rows: number): readonly DateCandidate[] {
  const year = best(columns, YEAR, isYearPart);
  const month = best(columns, MONTH, isMonthPart);
  if (!year || !month) return [];
  const day = best(columns, DAY, isDayPart);
  const used = day ? [year, month, day] : [year, month];
  return [
    {
      date: {
        kind: 'parts',
        year: year.name,
        month: month.name,
        day: day?.name ?? null,
        text: null,
        rule: { ...ISO_DATES, language: monthLanguage(month) },
      },
      columns: used,
      score: (day ? 2.2 : 1.2) + (2 * year.filled) / Math.max(1, rows),
      named: true,
      reason: `named ${day ? 'year, month and day' : 'year and month'}, with numbers that fit`,
    },
  ];
}

const isPlainYear = (text: string) =>
  /^\d{4}(\.0*)?$/.test(text) && Number(text) >= YEARS.least && Number(text) <= YEARS.greatest;

const isNoYear = (text: string) => /^(0|-9|-99|-999|-9999)(\.0*)?$/.test(text);

/** A column of years in which codes such as −9 stand for those that are not known. */
function yearsAlone(columns: readonly ColumnProfile[], rows: number): readonly DateCandidate[] {
  const year = best(
    columns,
    YEAR,
    (column) =>
      !isReadable(column, rows) &&
      shareOf(column, isPlainYear) >= 0.5 &&
      shareOf(column, (text) => isPlainYear(text) || isNoYear(text)) >= 0.95,
  );
  if (!year) return [];
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

/** Everything in a table that may be the date of its rows, best first. */
export function dateCandidates(columns: readonly ColumnProfile[], rows: number): readonly DateCandidate[] {
  const readable = columns.filter((column) => isReadable(column, rows));
  const pairs = spans(readable, rows);
  const paired = new Set(pairs.flatMap((pair) => pair.columns));
  const whole = parts(columns, rows);
  const ofParts = whole.length > 0 ? whole : yearsAlone(columns, rows);
  const inParts = new Set(ofParts.flatMap((one) => one.columns));
  const ones = readable
    .filter((column) => !paired.has(column) && !inParts.has(column))
    .map((column) => inOneColumn(column, rows));
  return [...ones, ...pairs, ...ofParts].sort((a, b) => b.score - a.score);
}
