import { describe, expect, it } from 'vitest';
import type { RawTable } from '../../formats/raw-table';
import { problemAt } from '../../importers/import-codes';
import { MOST_CHARACTERS } from './column-tally';
import { MOST_VALUES } from './survey';
import { surveyTable } from './survey-table';

/** A table of so many rows, made as they are read. */
function table(names: readonly string[], rows: number, cells: (at: number) => readonly string[]): RawTable {
  return {
    file: 'made.csv',
    columns: names.map((name) => ({ name, hxl: null })),
    size: rows,
    async *batches() {
      for (let from = 0; from < rows; from += 1000) {
        const count = Math.min(1000, rows - from);
        const batch = Array.from({ length: count }, (_, at) => ({
          line: from + at + 2,
          cells: cells(from + at),
        }));
        yield { rows: batch, problems: [], bytes: from + count };
      }
    },
  };
}

const surveyOf = async (cells: readonly string[]) => {
  const { columns } = await surveyTable(table(['x'], cells.length, (at) => [cells[at] ?? '']));
  return columns[0]!;
};

describe('a column', () => {
  it('counts filled cells and distinct texts as trimmed, most first', async () => {
    const column = await surveyOf([' b', 'a', '', 'b ', '   ', 'b', 'c']);
    expect(column).toMatchObject({ filled: 5, distinct: 3, longest: 1, samples: ['b', 'a', 'c'] });
    expect(column.values).toEqual([
      ['b', 3],
      ['a', 1],
      ['c', 1],
    ]);
  });

  it.each([
    ['whole numbers', ['1', '2', '10'], { numbers: 3, least: 1, greatest: 10, rises: true, falls: false }],
    [
      'falling numbers',
      ['3', '2.5', '-1'],
      { numbers: 3, least: -1, greatest: 3, rises: false, falls: true },
    ],
    ['equal numbers', ['2', '2'], { numbers: 2, least: 2, greatest: 2, rises: true, falls: true }],
    [
      'numbers among words',
      ['2', 'x', '1', '3'],
      { numbers: 3, least: 1, greatest: 3, rises: false, falls: false },
    ],
    ['exponents and signs', ['+1e3', '.5'], { numbers: 2, least: 0.5, greatest: 1000 }],
    [
      'what is no number',
      ['0x10', 'Infinity', '1,5', 'NaN', '1 2', '-'],
      { numbers: 0, least: null, rises: false },
    ],
  ])('sees %s', async (_, cells, expected) => {
    expect(await surveyOf(cells)).toMatchObject(expected);
  });

  it('concludes on dates only where there are some', async () => {
    const days = Array.from({ length: 600 }, (_, at) => `2021-03-${String((at % 28) + 1).padStart(2, '0')}`);
    expect((await surveyOf(days)).dates).toMatchObject({
      cells: 600,
      understood: 600,
      first: '2021-03-01',
      last: '2021-03-28',
    });
    expect((await surveyOf(days.map((_, at) => `Ward ${at}`))).dates).toBeNull();
    expect((await surveyOf(days.map((_, at) => String(at)))).dates).toBeNull();
  });

  it('keeps a bounded number of texts, and says that there were more', async () => {
    const rows = MOST_VALUES * 4;
    const { columns } = await surveyTable(
      table(['often', 'new'], rows, (at) => [at % 4 ? 'same' : `text ${at}`, `text ${at}`]),
    );
    expect(columns[0]).toMatchObject({ filled: rows, distinct: null });
    expect(columns[0]?.values[0]).toEqual(['same', rows * 0.75]);
    expect(columns[1]?.distinct).toBeNull();
    expect(columns[1]?.values).toHaveLength(MOST_VALUES);
  });

  it('cuts long texts', async () => {
    const long = 'x'.repeat(1_000_000);
    const column = await surveyOf([long, `${long}y`, 'short']);
    expect(column).toMatchObject({ longest: 1_000_001, distinct: 2 });
    expect(column.values[0]?.[0]).toHaveLength(MOST_CHARACTERS);
  });
});

describe('a table', () => {
  it('counts rows, problem rows and rows equal to one before them', async () => {
    const rows = [
      ['a', 'b'],
      ['a', 'b'],
      ['ab', ''],
      ['', 'ab'],
      ['a', 'b'],
    ];
    const lost = problemAt({ file: 'x', row: 3, column: null, value: null }, 'truncated-file', 'torn');
    const note = problemAt({ file: 'x', row: 3, column: 'a', value: null }, 'equal-row', 'equal');
    const survey = await surveyTable({
      ...table(['a', 'b'], 0, () => []),
      async *batches() {
        yield { rows: rows.map((cells, at) => ({ line: at + 2, cells })), problems: [lost, note], bytes: 9 };
      },
    });
    expect(survey).toMatchObject({ rows: 5, problems: 1, equalRows: 2 });
    expect(survey.preview.map(({ cells }) => cells)).toEqual(rows);
  });

  it('keeps few rows for a preview, and fewer where they are long', async () => {
    expect((await surveyTable(table(['a'], 500, () => ['x']))).preview).toHaveLength(50);
    const long = 'x'.repeat(900_000);
    expect((await surveyTable(table(['a'], 9, () => [long]))).preview).toHaveLength(2);
  });

  it('reports its progress and stops where it is told to', async () => {
    const seen: number[] = [];
    const control = new AbortController();
    const done = surveyTable(
      table(['a'], 10_000, (at) => [String(at)]),
      {
        signal: control.signal,
        onProgress({ rows }) {
          seen.push(rows);
          if (rows === 3000) control.abort();
        },
      },
    );
    await expect(done).rejects.toThrow(/abort/i);
    expect(seen).toEqual([1000, 2000, 3000]);
  });

  it('surveys an empty table and thousands of columns', async () => {
    expect(await surveyTable(table([], 0, () => []))).toMatchObject({ rows: 0, columns: [], equalRows: 0 });
    const names = Array.from({ length: 2_000 }, (_, at) => `c${at}`);
    const { columns } = await surveyTable(table(names, 50, (at) => names.map((name) => name + at)));
    expect(columns).toHaveLength(2_000);
    expect(columns[1999]).toMatchObject({ filled: 50, distinct: 50 });
  });

  it('keeps fewer texts of each of very many columns, and says so', async () => {
    const names = Array.from({ length: 10_000 }, (_, at) => `c${at}`);
    // A few more than are kept: each is ten thousand cells.
    const rows = 205;
    const cells = (row: number) => [`kind ${row % 3}`, ...new Array(names.length - 1).fill(`text ${row}`)];
    const { columns } = await surveyTable(table(names, rows, cells));
    expect(columns[0]).toMatchObject({ filled: rows, distinct: 3 });
    expect(columns[9_999]).toMatchObject({ filled: rows, distinct: null });
    expect(columns[9_999]?.values).toHaveLength(200);
  });

  it('knows the columns in focus to the end, and of the others what the first rows say', async () => {
    const rows = 60_000;
    const cells = (at: number) => [`actor ${at % 30}`, `note ${at % 40}`];
    const asked: number[] = [];
    const focus = (soFar: { readonly rows: number }) => {
      asked.push(soFar.rows);
      return new Set(['actor']);
    };
    const { rows: read, columns } = await surveyTable(table(['actor', 'note'], rows, cells), { focus });
    expect(read).toBe(rows);
    expect(asked).toHaveLength(1);
    expect(columns[0]).toMatchObject({ filled: rows, distinct: 30 });
    expect(columns[0]?.values[0]?.[1]).toBe(rows / 30);
    // Not whole, and said to be so.
    expect(columns[1]).toMatchObject({ filled: asked[0], distinct: null });
  });
});
