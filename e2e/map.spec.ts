import { expect } from '@playwright/test';
import { claimedByIs } from './independent';
import { test } from './kept-page';
import { CLAIMED, expectRows, key, open } from './reader';

/** Incidents by the point and the precision that their rows give. */
const places = new Map<string, number>();
for (const { lat = '', lon = '', geo_precision } of claimedByIs) {
  if (lat === '') continue;
  const place = `${geo_precision} ${lat} ${lon}`;
  places.set(place, (places.get(place) ?? 0) + 1);
}
const most = Math.max(...places.values());

test('the map has a mark for each place, filters by a click and by a drag, and never traps the page', async ({
  page,
}) => {
  await open(page, CLAIMED);
  const map = page.getByRole('region', { name: /^Map of/ });
  await map.scrollIntoViewIfNeeded();
  await expect(map.getByText(new RegExp(`^${places.size} places, a mark each`))).toBeVisible();
  await expect(map).toContainText('Outlines: Natural Earth');

  // The list beside it, the largest first, is a way to each mark.
  const largest = map
    .getByRole('list')
    .getByRole('link', { name: new RegExp(`: ${most} attacks?$`) })
    .first();
  await largest.click();
  await expect.poll(() => key(page, 'place')).not.toBeNull();
  await expectRows(page, most);
  await largest.click();
  await expect.poll(() => key(page, 'place')).toBeNull();
  await expectRows(page, claimedByIs.length);

  // By keyboard: arrows go from mark to mark, plus zooms, and the map comes back whole.
  const drawing = map.getByRole('group', { name: /^Map of/ });
  await drawing.getByRole('link').focus();
  const first = await drawing.getByRole('link').getAttribute('data-place');
  await page.keyboard.press('End');
  await expect(drawing.getByRole('link')).not.toHaveAttribute('data-place', first ?? '');
  await page.keyboard.press('+');
  await expect(map.getByText(/outside of the part shown/)).toBeVisible();
  await map.getByRole('button', { name: 'Show all places on the map' }).click();
  await expect(map.getByText(/outside of the part shown/)).toHaveCount(0);

  // A plain turn of the wheel scrolls the page.
  const svg = drawing.locator('svg');
  const box = await svg.boundingBox();
  if (!box) throw new Error('The map is not drawn.');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  const before = await page.evaluate(() => window.scrollY);
  await page.mouse.wheel(0, -120);
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBeLessThan(before);

  // A drag marks a part of the world: all of the map is all of its points.
  await svg.evaluate((one) => one.scrollIntoView({ block: 'end' }));
  const now = await svg.boundingBox();
  if (!now) throw new Error('The map is not drawn.');
  await page.mouse.move(now.x + 2, now.y + 2);
  await page.mouse.down();
  await page.mouse.move(now.x + now.width - 2, now.y + now.height - 2, { steps: 4 });
  await page.mouse.up();
  await expect.poll(() => key(page, 'box')).toMatch(/^-?[\d.]+,-?[\d.]+,-?[\d.]+,-?[\d.]+$/);
  await expectRows(
    page,
    [...places.values()].reduce((sum, count) => sum + count, 0),
  );
});

test('on a phone a finger scrolls the page, two enlarge the map, and a tap looks before it filters', async ({
  browser,
}) => {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  const page = await context.newPage();
  await open(page, CLAIMED);
  const map = page.getByRole('region', { name: /^Map of/ });
  const svg = map.getByRole('group', { name: /^Map of/ }).locator('svg');
  await svg.scrollIntoViewIfNeeded();
  const box = await svg.boundingBox();
  if (!box) throw new Error('The map is not drawn.');
  const [x, y] = [Math.round(box.x + box.width / 2), Math.round(box.y + box.height / 2)];
  const client = await context.newCDPSession(page);
  const scrolled = () => page.evaluate(() => window.scrollY);

  const before = await scrolled();
  await client.send('Input.synthesizePinchGesture', { x, y, scaleFactor: 2, gestureSourceType: 'touch' });
  await expect(map.getByRole('button', { name: 'Only this part' })).toBeVisible();
  expect(await scrolled()).toBe(before);
  expect(await page.evaluate(() => window.visualViewport?.scale)).toBe(1);
  await map.getByRole('button', { name: 'Show all places on the map' }).click();

  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', at: readonly number[]) =>
    client.send('Input.dispatchTouchEvent', { type, touchPoints: at.map((down) => ({ x, y: y + down })) });
  await touch('touchStart', [0]);
  for (let down = 15; down <= 150; down += 15) await touch('touchMove', [down]);
  await touch('touchEnd', []);
  await expect.poll(scrolled).toBeLessThan(before - 50);

  await expect(map.getByRole('button', { name: 'Only this part' })).toBeHidden();
  await expect(map).toHaveAttribute('aria-busy', 'false');
  // The largest place is the one that the map stops at first.
  await svg.scrollIntoViewIfNeeded();
  const mark = await svg.locator('[data-place] circle').boundingBox();
  if (!mark) throw new Error('No mark is drawn.');
  const tap = () => page.touchscreen.tap(mark.x + mark.width / 2, mark.y + mark.height / 2);
  await tap();
  await expect(map.locator('[class*="cardTitle"]')).toBeVisible();
  expect(key(page, 'place')).toBeNull();
  await tap();
  await expect.poll(() => key(page, 'place')).not.toBeNull();
  await context.close();
});
