import { expect, test } from '@playwright/test';
import { CLAIMED, key, open } from './reader';

const strip = 'Overview of the whole coverage, with the window';

test('dragging on the strip sets the window, and one step back undoes the drag', async ({ page }) => {
  await open(page, `${CLAIMED}&from=2018&to=2020`);
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

test('the handles are sliders that say their day and move by keys', async ({ page }) => {
  await open(page, CLAIMED);
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
});

test('dates can be written at any precision, and a wrong one is said in words', async ({ page }) => {
  await open(page, CLAIMED);
  await page.getByRole('textbox', { name: 'From', exact: true }).fill('2018-03');
  await page.getByRole('textbox', { name: 'To', exact: true }).fill('2019');
  await page.getByRole('button', { name: 'Set window' }).click();
  await expect.poll(() => `${key(page, 'from')} ${key(page, 'to')}`).toBe('2018-03 2019');
  await page.getByRole('textbox', { name: 'From', exact: true }).fill('2018-02-30');
  await page.getByRole('button', { name: 'Set window' }).click();
  await expect(page.getByText(/2018-02-30/).first()).toBeVisible();
  await expect.poll(() => key(page, 'from')).toBe('2018-03');
});

/** What was seen of a page in each frame of a drag. */
interface Seen {
  frames: number;
  /** Counts that stood on the page together, each once. */
  states: string[];
  /** Frames in which parts of the page were of different views. */
  mixed: string[];
  long: number;
  /** Controls and charts that were on the page before. */
  kept: Element[];
}

/** Reads at each frame how many incidents the headline, the timeline and the table say there are. */
function watchFrames(): void {
  const kept = [...document.querySelectorAll('thead th, [data-recharts], [aria-roledescription="timeline"]')];
  const seen: Seen = { frames: 0, states: [], mixed: [], long: 0, kept };
  Object.assign(window, { seen });
  new PerformanceObserver((list) => {
    seen.long += list.getEntries().length;
  }).observe({ type: 'longtask' });
  const words = (part: string) => document.querySelector(part)?.textContent ?? '';
  const numbers = (text: string) =>
    (text.match(/[\d,]*\d/g) ?? []).map((one) => Number(one.replaceAll(',', '')));
  requestAnimationFrame(function frame() {
    const drawn = words('[class*="timeline"] > p');
    const undated = Number(/(\d+) more (?:is|are) in the table/.exec(drawn)?.[1] ?? 0);
    const counts = [
      // The greatest number is that of all that may count.
      Math.max(...numbers(words('[aria-label="Headline figures"] dd a'))),
      (numbers(drawn)[0] ?? 0) + undated,
      numbers(words('#incidents [role="status"]'))[0] ?? 0,
    ];
    const state = counts.join(' ');
    seen.frames += 1;
    if (!seen.states.includes(state)) seen.states.push(state);
    if (new Set(counts).size > 1) seen.mixed.push(state);
    requestAnimationFrame(frame);
  });
}

test('while the brush moves all of the page follows as one, asks no server, and makes nothing anew', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 4000 });
  await open(page, '/russia-militancy');
  await expect(page.locator('[data-columns="here"]')).toHaveCount(1);
  const asked: string[] = [];
  page.on('request', (request) => request.url().endsWith('/query') && asked.push(request.url()));
  const box = await page.getByRole('slider', { name: 'First day of the window' }).boundingBox();
  if (!box) throw new Error('The strip has no box.');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const address = page.url();
  await page.evaluate(watchFrames);
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (let step = 1; step <= 40; step++) {
    await page.mouse.move(x + step * 10, y);
    await page.waitForTimeout(16);
  }
  expect(page.url()).toBe(address);
  const seen = await page.evaluate(() => {
    const { seen: all } = window as unknown as { seen: Seen };
    return { ...all, kept: all.kept.map(({ isConnected }) => isConnected) };
  });
  await page.mouse.up();
  expect(seen.states.length).toBeGreaterThan(5);
  expect(seen.mixed).toEqual([]);
  expect(seen.kept).not.toContain(false);
  expect(asked).toEqual([]);
  await expect.poll(() => key(page, 'from')).not.toBeNull();
});
