import { ISO_DATES } from '../../../dates/date-rule';
import { saysUnknown } from '../../../dates/words/date-words';
import { saysOpen } from '../../../dates/words/open-end';
import { nameWords } from '../../../text/name-words';
import { foldWords, plainText } from '../../../text/plain-text';
import type { ColumnProfile } from '../../survey/survey';
import { inPercent, isNumeric, shareOf } from '../columns/content';
import { DATE, END, OTHER_DATE, START, YEAR } from '../columns/field-names';
import { nameRank } from '../columns/name-list';
import type { DateCandidate } from './date-candidate';
import { partCandidates } from './part-candidates';
import { partOf } from './part-names';

const YEARS = { least: 1000, greatest: 2200 };

const saysYear = (column: ColumnProfile) => nameRank(column, YEAR) >= 2 || partOf(column)?.part === 'year';

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

/** Of one moment in two columns the local one is preferred to the one in UTC. */
const clock = (column: ColumnProfile) => {
  const words = nameWords(column.name).split(' ');
  return (words.includes('local') ? 0.3 : 0) - (words.includes('utc') || words.includes('gmt') ? 0.3 : 0);
};

function nameScore(column: ColumnProfile): number {
  const rank = Math.max(nameRank(column, DATE), Math.min(nameRank(column, START), 0.8));
  const other = nameRank(column, OTHER_DATE) > 0 ? 2 : 0;
  const end = nameRank(column, END) > 0 ? 1 : 0;
  const year = column.dates?.rules[0]?.numbers === 'year' ? 1.5 : 0;
  return rank - other - end - year + clock(column);
}

const cellsInWords = (column: ColumnProfile, rows: number) => {
  const share = readShare(column, rows).cells;
  return share >= 1 ? 'all its cells are dates' : `${inPercent(share)} of its cells are dates`;
};

const bothInWords = (columns: readonly ColumnProfile[], rows: number) => {
  const shares = columns.map((column) => readShare(column, rows).cells);
  const words = shares.every((share) => share >= 1) ? 'all' : `${shares.map(inPercent).join(' and ')} of`;
  return `${words} their cells are dates`;
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

/** Ends may be blank throughout, or say no more than that it goes on. */
const mayEnd = (column: ColumnProfile, rows: number) =>
  column.filled === 0 || readShare(column, rows).cells + shareOf(column, isBlankOrOpen) >= 0.5;

function isBlankOrOpen(text: string): boolean {
  const folded = foldWords(plainText(text));
  return saysUnknown(folded) || saysOpen(folded);
}

function spans(
  readable: readonly ColumnProfile[],
  columns: readonly ColumnProfile[],
  rows: number,
): readonly DateCandidate[] {
  return columns.flatMap((end) => {
    if ((nameRank(end, END) === 0 && !isTagged(end, 'end')) || !mayEnd(end, rows)) return [];
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
        reason: `named like start and end, and ${bothInWords([start, end], rows)}`,
      },
    ];
  });
}

/** Everything in a table that may be the date of its rows, best first. */
export function dateCandidates(columns: readonly ColumnProfile[], rows: number): readonly DateCandidate[] {
  const readable = columns.filter((column) => isReadable(column, rows));
  const pairs = spans(readable, columns, rows);
  const paired = new Set(pairs.flatMap((pair) => pair.columns));
  const inColumns = partCandidates(columns, rows).filter(
    ({ columns: [only, ...more] }) => more.length > 0 || (only && !isReadable(only, rows)),
  );
  const inParts = new Set(inColumns.flatMap((one) => one.columns.map(({ name }) => name)));
  const ones = readable
    .filter((column) => !paired.has(column) && !inParts.has(column.name))
    .map((column) => inOneColumn(column, rows));
  return [...ones, ...pairs, ...inColumns].sort((a, b) => b.score - a.score);
}
