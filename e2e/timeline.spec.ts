import { expect, test } from '@playwright/test';
import { DAYS } from './days';
import { claimedByIs } from './independent';
import { CLAIMED, key, marks, open } from './reader';

test('each incident has one mark at its date, and no two marks touch', { tag: DAYS }, async ({ page }) => {
  await open(page, CLAIMED);
  await expect(marks(page)).toHaveCount(claimedByIs.length);
  const crocus = page.getByRole('link', { name: /^22 Mar 2024: Gun and arson attack/ });
  await expect(crocus).toHaveCount(1);
  const naurskaya = page.getByRole('link', { name: /^24 Mar 2017: Gunmen try to storm/ });
  const [left, right] = [await naurskaya.boundingBox(), await crocus.boundingBox()];
  expect(left?.x ?? 0).toBeLessThan(right?.x ?? 0);
});

test('a mark stands right above its bar', { tag: DAYS }, async ({ page }) => {
  await open(page, CLAIMED);
  const centre = async (name: RegExp) => {
    const box = await page.getByRole('link', { name }).first().boundingBox();
    if (!box) throw new Error(`${name} is not drawn.`);
    return box.x + box.width / 2;
  };
  // The chart is drawn anew once, when Recharts comes.
  await expect(async () => {
    const [mark, bar] = [await centre(/^28 Dec 2020: Two brothers/), await centre(/^ISCP itself, Dec 2020/)];
    expect(Math.abs(mark - bar)).toBeLessThan(6);
  }).toPass({ timeout: 10_000 });
});

test('hover and focus give a card, Enter selects the mark, and its card opens the incident', {
  tag: DAYS,
}, async ({ page }) => {
  await open(page, CLAIMED);
  await marks(page).filter({ hasText: '' }).first().hover();
  const crocus = page.getByRole('link', { name: /^22 Mar 2024: Gun and arson attack/ });
  await crocus.hover();
  await expect(page.getByText('149 (143–149)').first()).toBeVisible();
  await crocus.focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => key(page, 'select')).toMatch(/^2024-03-22,/);
  const selected = page.getByRole('region', { name: 'Selected' });
  await expect(selected).toContainText('1 attack');
  await selected.getByRole('link', { name: /^Open “/ }).click();
  await expect.poll(() => key(page, 'incident')).toBe('2024-crocus-city-hall');
  await expect(page.getByRole('dialog')).toContainText('Crocus City Hall');
});

test('arrow keys walk the marks; plus and zero zoom the window', { tag: DAYS }, async ({ page }) => {
  await open(page, CLAIMED);
  await page.getByRole('link', { name: /^24 Mar 2017: Gunmen try to storm/ }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('link', { name: /^12 May 2017: Traffic police checkpoint/ })).toBeFocused();
  await page.keyboard.press('+');
  await expect.poll(() => key(page, 'from')).not.toBeNull();
  await page.keyboard.press('0');
  await expect.poll(() => key(page, 'from')).toBeNull();
});

test('the wheel zooms with the control key and leaves the page alone without it', async ({ page }) => {
  await open(page, CLAIMED);
  const timeline = page.getByRole('group', { name: /^Timeline of/ });
  await timeline.hover();
  await page.keyboard.down('Control');
  await page.mouse.wheel(0, -300);
  await page.keyboard.up('Control');
  await expect.poll(() => key(page, 'from')).not.toBeNull();
});
