import type { DrawnBin } from '../../../query/coverage/bin-parts';
import { type Bin, floorBin } from '../../../time/bin';
import { addDays, type Day, toCalendar, toDay } from '../../../time/day';
import { formatYearText } from '../../../time/written-date';
import { textWidth } from '../../scene/text-width';

/** The cell of one bin, in pixels. */
export interface CalendarCell {
  readonly row: number;
  readonly column: number;
  readonly x: number;
  readonly y: number;
}

interface Label {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

/** Bins as a calendar: one cell each, in the order of the bins. */
export interface CalendarGrid {
  readonly cells: readonly CalendarCell[];
  readonly cell: { readonly width: number; readonly height: number };
  readonly rows: readonly Label[];
  readonly columns: readonly Label[];
  /** Where the scale of colours stands, beneath the cells. */
  readonly scale: { readonly x: number; readonly y: number };
  readonly height: number;
}

/** A place in a calendar: the row's number, which grows with time, and what stands at its head. */
interface Place {
  readonly row: number;
  readonly column: number;
  readonly label: string;
  /** Which day of the week a row is, where it is one. */
  readonly weekday?: string;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;
const WEEKDAYS = 7;
/** Every other day has its name, as there is little room between rows. */
const WEEKDAY_NAMES = ['Mon', '', 'Wed', '', 'Fri', '', 'Sun'] as const;
/** Where names of weekdays stand, at the right of years. */
const WEEKDAY_LEFT = 32;

function placeOfDay(start: Day): Place {
  const { year } = toCalendar(start);
  const monday = floorBin(start, 'week');
  const weekday = start - monday;
  const column = (monday - floorBin(toDay(year, 1, 1), 'week')) / 7;
  const label = weekday === 0 ? formatYearText(year) : '';
  return { row: year * WEEKDAYS + weekday, column, label, weekday: WEEKDAY_NAMES[weekday] ?? '' };
}

/** The ISO year of a week is that of its Thursday. */
function placeOfWeek(start: Day): Place {
  const thursday = addDays(start, 3);
  const { year } = toCalendar(thursday);
  const column = Math.floor((thursday - toDay(year, 1, 1)) / 7);
  return { row: year, column, label: formatYearText(year) };
}

function placeOf(start: Day, bin: Bin): Place {
  const { year, month } = toCalendar(start);
  switch (bin) {
    case 'day':
      return placeOfDay(start);
    case 'week':
      return placeOfWeek(start);
    case 'month':
      return { row: year, column: month - 1, label: formatYearText(year) };
    case 'quarter':
      return { row: year, column: Math.floor((month - 1) / 3), label: formatYearText(year) };
    case 'year': {
      const decade = Math.floor(year / 10);
      return { row: decade, column: year - decade * 10, label: `${formatYearText(decade * 10)}s` };
    }
  }
}

/** The heads of columns by their index. */
const HEADS: Readonly<Record<Bin, ReadonlyMap<number, string>>> = {
  // Months begin about every 4.35 weeks.
  day: new Map(MONTHS.map((name, at) => [Math.round(at * 4.35), name])),
  week: new Map([1, 5, 9, 13, 17, 21, 25, 29, 33, 37, 41, 45, 49, 53].map((week) => [week - 1, `W${week}`])),
  month: new Map(MONTHS.map((name, at) => [at, name])),
  quarter: new Map([0, 1, 2, 3].map((at) => [at, `Q${at + 1}`])),
  year: new Map(Array.from({ length: 10 }, (_, at) => [at, `…${at}`])),
};

/** Columns of a calendar, and the size of its cells where there is room, in pixels. */
const SHAPES: Readonly<
  Record<Bin, { readonly columns: number; readonly widest: number; readonly tall: number }>
> = {
  day: { columns: 54, widest: 16, tall: 14 },
  week: { columns: 53, widest: 20, tall: 20 },
  month: { columns: 12, widest: 72, tall: 26 },
  quarter: { columns: 4, widest: 96, tall: 26 },
  year: { columns: 10, widest: 72, tall: 26 },
};

const HEAD = 20;
/** The size of the heads of columns, and the room between two of them, in pixels. */
export const HEAD_SIZE = 11;
const HEAD_GAP = 4;
const LEFT = 60;
/** The room of the scale of colours. */
const FOOT = 28;
/** Between the years of a calendar of days. */
const YEAR_GAP = 8;

/** The heads that have room: those that would touch the one before them are left out. */
function apart(heads: readonly Label[]): readonly Label[] {
  let end = Number.NEGATIVE_INFINITY;
  return heads.filter(({ text, x }) => {
    if (x < end + HEAD_GAP) return false;
    end = x + textWidth(text, HEAD_SIZE);
    return true;
  });
}

/** Where the bins of a chart stand as a calendar: years by months, by quarters or by weeks, weekdays by weeks, decades by years. */
export function calendarGrid(
  bins: readonly Pick<DrawnBin, 'start'>[],
  bin: Bin,
  width: number,
): CalendarGrid {
  const { columns, widest, tall } = SHAPES[bin];
  const cell = { width: Math.min(widest, Math.floor((width - LEFT - 8) / columns)), height: tall };
  const places = bins.map(({ start }) => placeOf(start, bin));
  const first = places[0]?.row ?? 0;
  const firstRow = bin === 'day' ? Math.floor(first / WEEKDAYS) * WEEKDAYS : first;
  const top = (row: number) =>
    HEAD + row * tall + (bin === 'day' ? Math.floor(row / WEEKDAYS) * YEAR_GAP : 0);
  const cells = places.map(({ row, column }): CalendarCell => {
    const at = row - firstRow;
    return { row: at, column, x: LEFT + column * cell.width, y: top(at) };
  });
  const heads = new Map(places.map(({ row, label }) => [row - firstRow, label]));
  const days = new Map(places.map(({ row, weekday = '' }) => [row - firstRow, weekday]));
  const named = (texts: ReadonlyMap<number, string>, x: number) =>
    [...texts].filter(([, text]) => text !== '').map(([row, text]) => ({ text, x, y: top(row) }));
  const lastRow = Math.max(0, ...cells.map(({ row }) => row));
  return {
    cells,
    cell,
    rows: [...named(heads, 0), ...named(days, WEEKDAY_LEFT)],
    columns: apart([...HEADS[bin]].map(([column, text]) => ({ text, x: LEFT + column * cell.width, y: 12 }))),
    scale: { x: LEFT, y: top(lastRow) + tall + 10 },
    height: top(lastRow) + tall + FOOT,
  };
}

/** The index of the bin in the next row, above (−1) or beneath (1), in the same column or the nearest to it; null where none is. */
export function besideCell({ cells }: CalendarGrid, index: number, step: 1 | -1): number | null {
  const from = cells[index];
  if (!from) return null;
  const row = cells.flatMap((cell, at) =>
    cell.row === from.row + step ? [{ at, column: cell.column }] : [],
  );
  const near = row.sort((a, b) => Math.abs(a.column - from.column) - Math.abs(b.column - from.column));
  return near[0]?.at ?? null;
}
