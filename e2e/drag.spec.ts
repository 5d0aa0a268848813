import { expect } from '@playwright/test';
import { test } from './kept-page';
import { open } from './reader';

test('a drag of the brush asks for nothing until the hand rests', async ({ page }) => {
  await open(page, '/russia-militancy');
  // The chart's own script comes last; until it is there the strip may still move.
  await page.waitForLoadState('networkidle');
  const handle = page.getByRole('slider', { name: 'Last day of the window' });
  await handle.scrollIntoViewIfNeeded();
  const box = await handle.boundingBox();
  if (!box) throw new Error('the handle is not on the page');
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.mouse.move(box.x + 4, box.y + 20);
  await page.mouse.down();
  await page.mouse.move(box.x - 360, box.y + 20, { steps: 30 });
  expect(asked.length).toBeLessThanOrEqual(4);
  await page.mouse.up();
  await expect(page).toHaveURL(/[?&]to=20\d\d/);
});
