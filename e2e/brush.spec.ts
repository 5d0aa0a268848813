import { expect } from '@playwright/test';
import { DAYS } from './days';
import { test } from './kept-page';
import { CLAIMED, key, open } from './reader';

const strip = 'Overview of the whole coverage, with the window';

test('the window is set by keys on the handles, by dates that are written, and by a drag on the strip, which one step back undoes', {
  tag: DAYS,
}, async ({ page }) => {
  await open(page, CLAIMED);

  await test.step('the handles are sliders that say their day and move by keys', async () => {
    const first = page
      .getByRole('group', { name: strip })
      .getByRole('slider', { name: 'First day of the window' });
    await first.focus();
    await expect(first).toHaveAttribute('aria-valuetext', /1 Jan 2017/);
    await page.keyboard.press('PageUp');
    await expect.poll(() => key(page, 'from')).not.toBeNull();
    expect(key(page, 'from')! > '2017-01-01').toBe(true);
    await page.keyboard.press('Home');
    await expect(first).toHaveAttribute('aria-valuetext', /1 Jan 2017/);
    await expect.poll(() => key(page, 'from')).toBeNull();
  });

  await test.step('dates can be written at any precision, and a wrong one is said in words', async () => {
    await page.getByRole('textbox', { name: 'From', exact: true }).fill('2018-03');
    await page.getByRole('textbox', { name: 'To', exact: true }).fill('2020');
    await page.getByRole('button', { name: 'Set window' }).click();
    await expect.poll(() => `${key(page, 'from')} ${key(page, 'to')}`).toBe('2018-03 2020');
    // The fields are drawn anew with the window.
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Mar 2018');
    await page.getByRole('textbox', { name: 'From', exact: true }).fill('2018-02-30');
    await page.getByRole('button', { name: 'Set window' }).click();
    await expect(page.getByText(/2018-02-30/).first()).toBeVisible();
    await expect.poll(() => key(page, 'from')).toBe('2018-03');
  });

  await test.step('dragging on the strip sets the window, and one step back undoes the drag', async () => {
    const last = page.getByRole('slider', { name: 'Last day of the window' });
    await last.scrollIntoViewIfNeeded();
    const box = await last.boundingBox();
    if (!box) throw new Error('The strip has no box.');
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x - 60, box.y + box.height / 2, { steps: 6 });
    await page.mouse.move(box.x - 120, box.y + box.height / 2, { steps: 6 });
    await page.mouse.up();
    await expect.poll(() => key(page, 'to')).not.toBe('2020');
    expect(key(page, 'to')! < '2020-12-31').toBe(true);
    await page.goBack();
    await expect.poll(() => key(page, 'to')).toBe('2020');
  });
});
