import { expect } from '@playwright/test';
import { DAYS } from './days';
import { claimedByIs } from './independent';
import { test } from './kept-page';
import { CLAIMED, key, marks, open } from './reader';

test('each incident has one mark at its date, right above its bar; keys and the wheel walk and zoom, and a mark opens its incident', {
  tag: DAYS,
}, async ({ page }) => {
  await open(page, CLAIMED);
  const crocus = page.getByRole('link', { name: /^22 Mar 2024: Gun and arson attack/ });
  const naurskaya = page.getByRole('link', { name: /^24 Mar 2017: Gunmen try to storm/ });

  await test.step('each incident has one mark at its date, and no two marks touch', async () => {
    await expect(marks(page)).toHaveCount(claimedByIs.length);
    await expect(crocus).toHaveCount(1);
    const [left, right] = [await naurskaya.boundingBox(), await crocus.boundingBox()];
    expect(left?.x ?? 0).toBeLessThan(right?.x ?? 0);
  });

  await test.step('a mark stands right above its bar', async () => {
    const centre = async (name: RegExp) => {
      const box = await page.getByRole('link', { name }).first().boundingBox();
      if (!box) throw new Error(`${name} is not drawn.`);
      return box.x + box.width / 2;
    };
    // The chart is drawn anew once, when Recharts comes.
    await expect(async () => {
      const [mark, bar] = [
        await centre(/^28 Dec 2020: Two brothers/),
        await centre(/^ISCP itself, Dec 2020/),
      ];
      expect(Math.abs(mark - bar)).toBeLessThan(6);
    }).toPass({ timeout: 10_000 });
  });

  await test.step('arrow keys walk the marks; plus and zero zoom the window', async () => {
    await naurskaya.focus();
    await page.keyboard.press('ArrowRight');
    await expect(page.getByRole('link', { name: /^12 May 2017: Traffic police checkpoint/ })).toBeFocused();
    await page.keyboard.press('+');
    await expect.poll(() => key(page, 'from')).not.toBeNull();
    await page.keyboard.press('0');
    await expect.poll(() => key(page, 'from')).toBeNull();
  });

  await test.step('the wheel zooms with the control key', async () => {
    await page.getByRole('group', { name: /^Timeline of/ }).hover();
    await page.keyboard.down('Control');
    await page.mouse.wheel(0, -300);
    await page.keyboard.up('Control');
    await expect.poll(() => key(page, 'from')).not.toBeNull();
    await page.goBack();
    await expect.poll(() => key(page, 'from')).toBeNull();
  });

  await test.step('hover and focus give a card, Enter selects the mark, and its card opens the incident', async () => {
    await marks(page).filter({ hasText: '' }).first().hover();
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
    await expect(page.getByRole('dialog')).toContainText('22 Mar 2024');
  });
});
