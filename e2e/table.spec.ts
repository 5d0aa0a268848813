import { expect } from '@playwright/test';
import { attacks, claimedByIs } from './independent';
import { test } from './kept-page';
import { CLAIMED, key, open } from './reader';

test('a column sorts by a click, a second by shift-click, and the address says so; the CSV of the view has its rows', async ({
  page,
  request,
}) => {
  await open(page, CLAIMED);
  const href = await page.getByRole('link', { name: 'incidents.csv' }).getAttribute('href');
  const text = await (await request.get(href ?? '')).text();
  for (const { id } of claimedByIs) expect(text).toContain(id ?? '?');
  expect(text.trim().split('\r\n')[0]).toContain('title');

  const header = (name: string) => page.getByRole('columnheader', { name }).getByRole('link').first();
  await header('Killed').click();
  await expect(page.getByRole('columnheader', { name: 'Killed' })).toHaveAttribute('aria-sort', /ending/);
  if (key(page, 'sort') === 'fatalities') await header('Killed').click();
  await expect.poll(() => key(page, 'sort')).toBe('-fatalities');
  await expect(page.getByRole('row').nth(1)).toContainText('Crocus City Hall');
  await header('Date').click({ modifiers: ['Shift'] });
  await expect.poll(() => key(page, 'sort')).toMatch(/^-fatalities,-?date$/);
});

test('incidents that report no figure come last both ways and are not called zero', async ({ page }) => {
  const unreported = claimedByIs.filter(({ killed_best }) => killed_best === '');
  for (const sort of ['fatalities', '-fatalities']) {
    await open(page, `${CLAIMED}&sort=${sort}`);
    const table = page.getByRole('table');
    await table.getByRole('row').last().scrollIntoViewIfNeeded();
    await expect(table).toHaveAttribute('aria-rowcount', String(claimedByIs.length + 1));
    await expect(async () => {
      await page.locator('[aria-rowindex]').last().scrollIntoViewIfNeeded();
      await expect(page.locator(`[aria-rowindex="${claimedByIs.length + 1}"]`)).toContainText('not reported');
    }).toPass();
  }
  expect(unreported.length).toBe(1);
});

test('who and how stand in one cell, in two where the relation has a column', async ({ page }) => {
  await open(page, '/russia-militancy?from=2024-03-22&to=2024-03-22');
  const row = page.getByRole('row').filter({ hasText: 'Crocus City Hall' });
  await expect(row.getByRole('cell').nth(2)).toHaveText('ISKP (claimed)');
  await expect(page.getByRole('columnheader', { name: 'Relation' })).toHaveCount(0);
  await open(page, '/russia-militancy?from=2024-03-22&to=2024-03-22&columns=title,actor,relation');
  await expect(row.getByRole('cell')).toHaveText([/Crocus/, 'ISKP', 'claimed']);
});

test('the table of the whole series: lines, its head, the way past it, and the search', async ({ page }) => {
  await open(page, '/russia-militancy');
  for (const width of [1920, 1280]) {
    await test.step(`a row is one line, and the table as high as its rows, ${width} px wide`, async () => {
      await page.setViewportSize({ width, height: 900 });
      const frame = page.getByRole('region', { name: 'Table of attacks' });
      const sizes = () =>
        frame.evaluate((section) => {
          const heights = [...section.querySelectorAll('tbody tr[data-index]')].map(
            (row) => row.clientHeight,
          );
          return {
            rows: heights.length > 0,
            lines: Math.min(...heights) >= 36 && Math.max(...heights) <= 44,
            inner: section.scrollHeight - section.clientHeight,
            beyond: section.scrollWidth - section.clientWidth,
          };
        });
      // Rows are placed anew with the width within a frame or two.
      await expect.poll(sizes).toEqual({ rows: true, lines: true, inner: 0, beyond: 0 });
    });
  }

  await page.setViewportSize({ width: 1280, height: 800 });
  await test.step('the head stays beneath the window while the page scrolls, and hides nothing that has the focus', async () => {
    await page.locator('[data-index="40"], [data-index="8"]').last().scrollIntoViewIfNeeded();
    await page.mouse.wheel(0, 1200);
    const header = page.getByRole('columnheader', { name: 'Killed' });
    const strip = page.getByRole('region', { name: 'When' });
    await expect
      .poll(async () => {
        const [head, when] = [await header.boundingBox(), await strip.boundingBox()];
        return Math.abs((head?.y ?? 0) - ((when?.y ?? 0) + (when?.height ?? 0)));
      })
      .toBeLessThanOrEqual(1);
    const drawn = await page
      .locator('td [data-incident]')
      .evaluateAll((links) => links.map((link) => (link as HTMLElement).dataset.incident));
    expect(drawn.length).toBeGreaterThan(2);
    for (const incident of [drawn.at(-1), drawn[Math.floor(drawn.length / 2)], drawn[0]]) {
      const title = page.locator(`td [data-incident="${incident}"]`);
      await title.focus();
      const [link, head] = [await title.boundingBox(), await header.boundingBox()];
      expect((link?.y ?? 0) - ((head?.y ?? 0) + (head?.height ?? 0))).toBeGreaterThanOrEqual(-1);
    }
  });

  await test.step('a link before the table leads past it', async () => {
    const skip = page.getByRole('link', { name: 'Skip the table' });
    await skip.focus();
    await expect(skip).toBeInViewport();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await expect(page.getByRole('link', { name: /attacks as CSV/ })).toBeFocused();
  });

  await test.step('search finds words without regard to accents and case, and marks them', async () => {
    await page
      .getByRole('searchbox', { name: 'Filter the page by words in title, place and notes' })
      .fill('KIZLYAR');
    await expect.poll(() => key(page, 'q')).toBe('KIZLYAR');
    const found = attacks.filter((row) =>
      `${row.title} ${row.place} ${row.notes}`.toLowerCase().includes('kizlyar'),
    );
    await expect(page.getByRole('table')).toHaveAttribute('aria-rowcount', String(found.length + 1));
    await expect(page.getByRole('table').locator('mark').first()).toHaveText(/kizlyar/i);
  });
});
