import { describe, expect, it } from 'vitest';
import { type Bin, binStarts } from '../../../time/bin';
import { toDay } from '../../../time/day';
import { besideCell, calendarGrid } from './calendar-grid';

function places(bin: Bin, from: [number, number, number], to: [number, number, number]) {
  const bins = binStarts(toDay(...from), toDay(...to), bin).map((start) => ({ start }));
  const { cells, rows } = calendarGrid(bins, bin, 900);
  return { cells: cells.map(({ row, column }) => [row, column]), rows: rows.map(({ text }) => text) };
}

// Days and weeks by the printed calendars of 2020, 2021 and 2024.
describe('the place of a bin in a calendar', () => {
  it.each<[Bin, [number, number, number], [number, number, number], number[][], string[]]>([
    [
      'month',
      [2023, 12, 15],
      [2024, 2, 1],
      [
        [0, 11],
        [1, 0],
        [1, 1],
      ],
      ['2023', '2024'],
    ],
    [
      'quarter',
      [2023, 11, 1],
      [2024, 4, 1],
      [
        [0, 3],
        [1, 0],
        [1, 1],
      ],
      ['2023', '2024'],
    ],
    // Monday 28 Dec 2020 begins week 53 of 2020, 4 Jan 2021 week 1 of 2021.
    [
      'week',
      [2020, 12, 28],
      [2021, 1, 10],
      [
        [0, 52],
        [1, 0],
      ],
      ['2020', '2021'],
    ],
    // 30 Dec 2024 is the Monday of week 1 of 2025.
    ['week', [2024, 12, 30], [2024, 12, 31], [[0, 0]], ['2025']],
    // 31 Dec 2023 is a Sunday, 1 Jan 2024 the Monday of the first week of its year.
    [
      'day',
      [2023, 12, 31],
      [2024, 1, 2],
      [
        [6, 52],
        [7, 0],
        [8, 0],
      ],
      ['2024', 'Sun', 'Mon'],
    ],
    [
      'year',
      [1999, 1, 1],
      [2001, 1, 1],
      [
        [0, 9],
        [1, 0],
        [1, 1],
      ],
      ['1990s', '2000s'],
    ],
  ])('is right for a %s', (bin, from, to, cells, rows) => {
    expect(places(bin, from, to)).toEqual({ cells, rows });
  });

  it.each([330, 1100])('has heads of weeks that do not touch at %i px', (width) => {
    const bins = binStarts(toDay(2023, 1, 1), toDay(2023, 12, 31), 'week').map((start) => ({ start }));
    const { columns } = calendarGrid(bins, 'week', width);
    // A letter or a digit of 11 px takes about 7.
    const room = columns.slice(1).map(({ x }, at) => x - columns[at]!.x - 7 * columns[at]!.text.length);
    expect(Math.min(...room)).toBeGreaterThan(0);
    expect(columns.map(({ text }) => text)).toContain('W1');
    expect(columns.length).toBeGreaterThan(3);
  });

  it('leads from a row to the nearest cell of the next', () => {
    const bins = binStarts(toDay(2023, 11, 1), toDay(2024, 3, 1), 'month').map((start) => ({ start }));
    const grid = calendarGrid(bins, 'month', 900);
    // From November 2023 down: March is the nearest of January to March 2024.
    expect(besideCell(grid, 0, 1)).toBe(4);
    expect(besideCell(grid, 4, -1)).toBe(0);
    expect(besideCell(grid, 0, -1)).toBeNull();
  });
});
