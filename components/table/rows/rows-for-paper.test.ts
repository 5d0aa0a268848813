import { expect, it } from 'vitest';
import { planView } from '@/lib/query/plan/plan';
import { defaultView } from '@/lib/view/keys';
import { infoOf, testEngine } from '@/testing/pages/test-dashboard';
import { SMALL } from '@/testing/pages/test-series';
import { keepForPaper, rowsForPaper } from './rows-for-paper';

it('finds the rows of the series that is asked, not those of another that is asked alike', async () => {
  const [one, other] = [testEngine(SMALL).engine, testEngine(SMALL).engine];
  const query = planView(defaultView(SMALL.meta.id), infoOf(SMALL)).rows;
  const { rows } = await one.run(query);
  expect(rows.length).toBeGreaterThan(0);
  keepForPaper(one, [[query, rows]]);
  expect(rowsForPaper(one, query)).toEqual(rows);
  expect(rowsForPaper(other, query)).toBeNull();
});
