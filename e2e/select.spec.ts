import { expect, type Locator, type Page, test } from '@playwright/test';
import { violationsInBoth } from './axe';
import { attacks, firstDay, ISLAMIC_STATE, links } from './independent';
import { byRecharts, expectRows, figure, key, open } from './reader';

test.use({ hasTouch: true });

const inYear = (year: string) => attacks.filter(({ date }) => firstDay(date ?? '').startsWith(year));
const tiedToIs = (id: string | undefined) =>
  links.some(({ incident, actor }) => incident === id && ISLAMIC_STATE.includes(actor ?? ''));

const chart = (page: Page) => page.getByRole('application');
const card = (page: Page) => page.getByRole('region', { name: 'Selected' });

/** The middle of what is drawn, in sight. */
async function middleOf(mark: Locator): Promise<{ readonly x: number; readonly y: number }> {
  await mark.evaluate((element) => element.scrollIntoView({ block: 'center' }));
  const box = await mark.boundingBox();
  if (!box) throw new Error('the mark is not drawn');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

test('a bar, a bin and a lane are selected by mouse, keyboard and touch; the charts stay', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page, '/russia-militancy?bin=year&split=type&mode=stack');
  await byRecharts(page);
  const raids = inYear('2023').filter(({ type }) => type === 'cross-border-raid');
  const bar = page.getByRole('link', { name: new RegExp(`^Cross-border raid, 2023: ${raids.length}\\b`) });
  const at = await middleOf(bar);
  await page.mouse.click(at.x, at.y);
  await expect.poll(() => key(page, 'select')).toBe('2023,only:cross-border-raid');
  await expectRows(page, raids.length);
  await expect(chart(page)).toBeFocused();
  await expect(card(page)).toContainText(`${raids.length} attacks`);
  await expect(figure(page, 'Attacks')).toContainText(String(attacks.length));
  expect(key(page, 'from')).toBeNull();
  await expect(page.locator('[data-selected] rect').first()).toBeVisible();
  expect(await violationsInBoth(page, '[data-selection]')).toEqual([]);
  await card(page).getByRole('link', { name: 'Zoom here' }).click();
  await expect
    .poll(() => [key(page, 'from'), key(page, 'to'), key(page, 'select')])
    .toEqual(['2023', '2023', null]);
  await page.goBack();
  await expect.poll(() => key(page, 'select')).toBe('2023,only:cross-border-raid');
  await card(page).getByRole('link', { name: 'Only this group' }).click();
  await expect.poll(() => key(page, 'type')).toBe('cross-border-raid');
  await page.goBack();
  await expect.poll(() => key(page, 'select')).toBe('2023,only:cross-border-raid');
  await expect(card(page)).toHaveCount(1);

  // By keyboard: the first year, then one more, and out again.
  await page.keyboard.press('Escape');
  await expect.poll(() => key(page, 'select')).toBeNull();
  await expect(card(page)).toHaveCount(0);
  await expect(async () => {
    await chart(page).focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowRight');
    await expect(page.locator('[data-card]').first()).toContainText('2018', { timeout: 1000 });
  }).toPass({ timeout: 8000 });
  await page.keyboard.press('Enter');
  await expect.poll(() => key(page, 'select')).toBe('2018');
  await expectRows(page, inYear('2018').length);
  const spoken = { hasText: /^Selected: 2018, .*The table shows them/ };
  await expect(page.locator('[aria-live="polite"]', spoken)).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(card(page)).toHaveCount(0);
  await expectRows(page, attacks.length);
  await page.keyboard.press('Home');
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Enter');
  await expect.poll(() => [key(page, 'from'), key(page, 'to')]).toEqual([null, '2018']);
  await page.goBack();
  await expect.poll(() => key(page, 'to')).toBeNull();
  await expect(bar).toHaveCount(1);

  // By touch: the first tap shows what it is, the second selects it.
  // The page may still scroll under the finger.
  await expect(async () => {
    const first = await middleOf(bar);
    await page.touchscreen.tap(first.x, first.y);
    await expect(page.locator('[data-card]').first()).toContainText('2023', { timeout: 1000 });
  }).toPass({ timeout: 8000 });
  await page.locator('[data-card]').getByRole('button', { name: 'Copy as a sentence' }).tap();
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toContain(`${raids.length} attacks`);
  expect(key(page, 'select')).toBeNull();
  const there = await middleOf(bar);
  await page.touchscreen.tap(there.x, there.y);
  await expect.poll(() => key(page, 'select')).toBe('2023,only:cross-border-raid');
  await expect(chart(page)).toHaveCSS('touch-action', 'pan-y pinch-zoom');
});

test('a lane is selected by its name, a drag on a chart zooms, and a bar without scripts is a link', async ({
  page,
  browser,
}) => {
  await open(page, '/russia-militancy');
  const lane = page.getByRole('link', { name: /^Select Islamic State with its parts: / });
  await lane.focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => key(page, 'select')).toBe('*,islamic-state');
  await expectRows(page, attacks.filter(({ id }) => tiedToIs(id)).length);
  for (const area of [
    chart(page),
    page
      .getByRole('group', { name: /^Timeline of/ })
      .locator('svg')
      .last(),
  ]) {
    await area.evaluate((element) => element.scrollIntoView({ block: 'center' }));
    const box = await area.boundingBox();
    if (!box) throw new Error('the chart is not drawn');
    const y = box.y + Math.min(60, box.height / 2);
    await page.mouse.move(box.x + box.width * 0.4, y);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.7, y, { steps: 4 });
    await expect(page.locator('[data-draft]')).toContainText('Zoom to');
    await page.mouse.up();
    await expect.poll(() => key(page, 'from')).not.toBeNull();
    expect(key(page, 'select')).toBeNull();
    await page.goBack();
    await expect.poll(() => key(page, 'from')).toBeNull();
  }
  const plain = await browser.newPage({ javaScriptEnabled: false, baseURL: new URL(page.url()).origin });
  await plain.goto('/russia-militancy?bin=year&split=none');
  await plain.getByRole('link', { name: /^2018: / }).click();
  await expect(plain).toHaveURL(/select=2018#incidents$/);
  await expectRows(plain, inYear('2018').length);
  await expect(plain.getByRole('region', { name: 'Selected' })).toBeVisible();
  await plain.close();
});
