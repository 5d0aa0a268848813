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
