import { expect } from '@playwright/test';
import { attacks, firstDay } from './independent';
import { test } from './kept-page';
import { open } from './reader';

const inYear = (year: string) => attacks.filter(({ date }) => firstDay(date ?? '').startsWith(year)).length;

test('the count of a year stands beside that of the year before, which opens', async ({ page, request }) => {
  const [now, before] = [inYear('2018'), inYear('2017')];
  expect(now).not.toBe(before);
  await open(page, '/russia-militancy?from=2018&to=2018');
  const headline = page.getByRole('region', { name: 'Headline figures' });
  const difference = `${Math.abs(now - before)} ${now < before ? 'fewer' : 'more'} than in the 12 months before:`;
  await expect(headline).toContainText(difference);
  const { earlier } = await (await request.get('/russia-militancy/view.json?from=2018&to=2018')).json();
  expect(earlier).toMatchObject([
    { kind: 'before', from: '2017-01-01', to: '2017-12-31', incidents: { best: before } },
  ]);
  const [{ rate }] = earlier;
  expect(rate.verdict).toBe('open');
  await expect(headline).toContainText('; may be chance');
  await headline.getByRole('link', { name: String(before), exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('2017');
});
