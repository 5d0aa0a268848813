import { expect, it } from 'vitest';
import { incident } from '../../../../testing/series/hand-made';
import { tinySeries } from '../../../../testing/series/tiny-series';
import { Budget } from '../../../caches/budget';
import { EVERYTHING } from '../../../query/info/everything';
import { binSpan } from '../../../time/bin';
import { parseDay } from '../../../time/day';
import { columnsOf } from '../columns/columns-builder';
import { BinWindows } from './bin-windows';
import { Recent } from './recent';
import { select } from './selection';
import { rowsOnceIn } from './window';
import { WordIndex } from './words';

it('finds the rows of a bin once, as long as all of them are few', async () => {
  const year = (at: number) => (at < 10 ? 2000 : 2001);
  const incidents = Array.from({ length: 20_010 }, (_, at) => incident(`i${at}`, `${year(at)}`));
  const columns = await columnsOf({ ...tinySeries(), incidents });
  const clauses = new Budget(0).named<Uint32Array>(() => 0);
  const memory = {
    words: new WordIndex(columns, 1000),
    clauses,
    lists: new Recent<never>(4),
    rows: new Recent<never>(4),
  };
  const selection = select(columns, EVERYTHING, memory);
  const windows = new BinWindows(columns, selection);
  const month = (text: string) => binSpan(parseDay(`${text}-01`)!, 'month');
  const [few, next, many] = [month('2000-02'), month('2000-03'), month('2001-02')];
  const { taken } = columns.budget;
  const found = windows.rowsIn(few.from, few.to);
  expect(columns.budget.taken - taken).toBeGreaterThan(found.doubtful.buffer.byteLength);
  expect(found).toEqual(rowsOnceIn(columns, selection, few.from, few.to));
  expect(found.doubtful).toHaveLength(10);
  expect(windows.rowsIn(few.from, few.to)).toBe(found);
  // A bin that begins on the same day and is longer, and another of the same length, are others.
  expect(windows.rowsIn(few.from, next.to)).not.toBe(found);
  expect(windows.rowsIn(next.from, next.to).shares[0]).toBeCloseTo(31 / 366);
  const large = windows.rowsIn(many.from, many.to);
  expect(large.doubtful).toHaveLength(20_000);
  expect(windows.rowsIn(many.from, many.to)).not.toBe(large);
});
