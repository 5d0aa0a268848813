import { expect, it } from 'vitest';
import { incident } from '../../../../testing/series/hand-made';
import { tinySeries } from '../../../../testing/series/tiny-series';
import { Budget } from '../../../caches/budget';
import { EVERYTHING } from '../../../query/info/everything';
import { parseDay } from '../../../time/day';
import { columnsOf } from '../columns/columns-builder';
import { Recent } from './recent';
import { select } from './selection';
import { rowsIn } from './window';
import { WordIndex } from './words';

it('counts the rows of windows with many dates in doubt among what may be let go', async () => {
  const incidents = Array.from({ length: 4000 }, (_, at) => incident(`i${at}`, at < 3000 ? '2000' : '2001'));
  const columns = await columnsOf({ ...tinySeries(), incidents });
  const clauses = new Budget(0).named<Uint32Array>(() => 0);
  const memory = {
    words: new WordIndex(columns, 1000),
    clauses,
    lists: new Recent<never>(4),
    rows: new Recent<never>(4),
  };
  const selection = select(columns, EVERYTHING, memory);
  const inMonth = (year: number, month: number) =>
    rowsIn(columns, selection, parseDay(`${year}-0${month}-01`)!, parseDay(`${year}-0${month}-28`)!);
  const taken = columns.budget.taken;
  expect(inMonth(2001, 2).doubtful).toHaveLength(1000);
  // Little is not counted.
  expect(columns.budget.taken).toBe(taken);
  const found = inMonth(2000, 2);
  expect(found.doubtful).toHaveLength(3000);
  expect(inMonth(2000, 2)).toBe(found);
  const each = columns.budget.taken - taken;
  // A row's number, its share and the parts of that.
  expect(each).toBeGreaterThan(3000 * 12);
  inMonth(2000, 3);
  expect(columns.budget.taken - taken).toBe(2 * each);
});
