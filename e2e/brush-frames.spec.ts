import { expect, test } from '@playwright/test';
import { key, open } from './reader';

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
    const drawn = words('[class*="timeline"] p[id$="-summary"]');
    const undated = Number(/(\d+) more (?:is|are) in the table/.exec(drawn)?.[1] ?? 0);
    const counts = [
      // The greatest number is that of all that may count.
      Math.max(...numbers(words('[aria-label="Headline figures"] dd a'))),
      (numbers(drawn)[0] ?? 0) + undated,
      Math.max(...numbers(words('#incidents [role="status"]'))),
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
  const drawn = () => page.evaluate(() => (window as unknown as { seen: Seen }).seen.states.length);
  // A machine that is busy draws seldom: the hand goes on, to and fro, until it has seen some states.
  for (let step = 1; step <= 40 || (step <= 2000 && (await drawn()) <= 2); step++) {
    await page.mouse.move(x + (200 + 200 * Math.sin(step / 15)), y);
    await page.waitForTimeout(16);
  }
  expect(page.url()).toBe(address);
  const seen = await page.evaluate(() => {
    const { seen: all } = window as unknown as { seen: Seen };
    return { ...all, kept: all.kept.map(({ isConnected }) => isConnected) };
  });
  await page.mouse.up();
  expect(seen.states.length).toBeGreaterThan(2);
  expect(seen.mixed).toEqual([]);
  expect(seen.kept).not.toContain(false);
  expect(asked).toEqual([]);
  await expect.poll(() => key(page, 'from')).not.toBeNull();
});
