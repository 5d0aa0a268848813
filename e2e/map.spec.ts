import { expect, test } from '@playwright/test';
import { claimedByIs } from './independent';
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
