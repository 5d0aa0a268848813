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
  const on = page.getByRole('navigation', { name: 'Filters that are on' });
  for (const value of ['IS', 'Not established']) {
    const facet = page.getByRole('complementary', { name: 'Filters' }).getByRole('region', { name: 'Actor' });
    const box = facet.getByRole('checkbox', { name: new RegExp(`^${value} \\d`) });
    await box.click();
    await expect(on).toContainText('Actor');
    await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
    // Figures grow and shrink within their lines, also when the filter goes again.
    expect(await shiftOf(page), value).toBeLessThan(0.005);
    await box.click();
    await expect(on).not.toContainText('Actor');
    await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
  }
});

for (const width of [1280, 390]) {
  test(`every value stays where it is while filters are set, ${width} px wide`, async ({ page }) => {
    await page.setViewportSize({ width, height: 844 });
    await page.goto('/russia-militancy');
    await page.locator('html[data-ready]').waitFor();
    if (width < 1024) await page.getByRole('link', { name: 'Filters', exact: true }).click();
    const filters =
      width < 1024
        ? page.getByRole('dialog', { name: 'Filters' })
        : page.getByRole('complementary', { name: 'Filters' });
    const heights = () =>
      filters
        .getByRole('region')
        .evaluateAll((all) => all.map((one) => Math.round(one.getBoundingClientRect().height)));
    const before = await heights();
    for (const [facet, value, key] of [
      ['Type', /^Assassination \d/, 'type'],
      ['Region', /^Krasnodar Krai \d/, 'region'],
      ['Started by', /^Mixed \d/, 'initiator'],
    ] as const) {
      await filters
        .getByRole('region', { name: facet, exact: true })
        .getByRole('checkbox', { name: value })
        .click();
      await expect.poll(() => new URL(page.url()).searchParams.has(key)).toBe(true);
      await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
      expect(await heights(), facet).toEqual(before);
    }
  });
}
