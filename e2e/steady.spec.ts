import { expect, type Page, test } from '@playwright/test';

/** Where the table stands, in pixels from the top of the page. */
function tableTop(page: Page): Promise<number> {
  return page
    .locator('#incidents')
    .evaluate((section) => Math.round(section.getBoundingClientRect().top + scrollY));
}

for (const { width, most } of [
  { width: 390, most: 40 },
  { width: 1280, most: 4 },
  { width: 1920, most: 4 },
]) {
  test(`the page stays where it is when the scripts arrive, ${width} px wide`, async ({ page, context }) => {
    await page.setViewportSize({ width, height: 900 });
    const before = await context.newPage();
    await before.setViewportSize({ width, height: 900 });
    await before.route('**/*.js', (route) => route.abort());
    await before.goto('/russia-militancy');
    await page.goto('/russia-militancy');
    await page.locator('html[data-ready]').waitFor();
    expect(Math.abs((await tableTop(page)) - (await tableTop(before)))).toBeLessThanOrEqual(most);
  });
}

/** How far what stands on the screen moved, as browsers count it, whoever moved it. */
function shiftOf(page: Page): Promise<number> {
  return page.evaluate(() => (window as unknown as { shift: number }).shift);
}

test('nothing on the screen moves when the first filter is set', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  for (const value of ['IS', 'Ukraine', 'Not established']) {
    await page.goto('/russia-militancy');
    await page.locator('html[data-ready]').waitFor();
    await page.evaluate(() => {
      Object.assign(window, { shift: 0 });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) {
          (window as unknown as { shift: number }).shift += (entry as unknown as { value: number }).value;
        }
      }).observe({ type: 'layout-shift' });
    });
    const facet = page.getByRole('complementary', { name: 'Filters' }).getByRole('region', { name: 'Actor' });
    await facet.getByRole('checkbox', { name: new RegExp(`^${value} \\d`) }).click();
    await expect(page.getByRole('navigation', { name: 'Filters that are on' })).toContainText('Actor');
    await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
    // Figures grow and shrink within their lines.
    expect(await shiftOf(page), value).toBeLessThan(0.005);
  }
});
