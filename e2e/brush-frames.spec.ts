import { expect, type Page, test } from '@playwright/test';
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

/** What a page asked its worker, each query by its kind and what it counts, and how many frames it drew with older parts on the screen. */
interface Followed {
  asked: string[];
  frames: number;
  stale: string[];
}

/** Hears what workers are asked. */
function hearWorkers(): void {
  const followed: Followed = { asked: [], frames: 0, stale: [] };
  Object.assign(window, { followed });
  const post = Worker.prototype.postMessage;
  Worker.prototype.postMessage = function postMessage(this: Worker, ...args: unknown[]) {
    const { queries = [] } = args[0] as { queries?: { kind: string; facet?: string; offset?: number }[] };
    // Further rows, for paper, are asked for at leisure, which on a busy machine is late.
    const panels = queries.filter(({ offset = 0 }) => offset === 0);
    followed.asked.push(...panels.map(({ kind, facet }) => (facet === undefined ? kind : `facet ${facet}`)));
    return Reflect.apply(post, this, args);
  };
}

/** Tells of each frame the counts of the panels that are on the screen, where they are not the same. */
function watchScreen(): void {
  const { followed } = window as unknown as { followed: Followed };
  const onScreen = (element: Element | null) => {
    const { top = 0, bottom = 0 } = element?.getBoundingClientRect() ?? {};
    return bottom > 0 && top < innerHeight;
  };
  const numbers = (text: string) =>
    (text.match(/[\d,]*\d/g) ?? []).map((one) => Number(one.replaceAll(',', '')));
  requestAnimationFrame(function frame() {
    const [headline, timeline, table] = [
      '[aria-label="Headline figures"]',
      '[class*="timeline"]',
      '#incidents',
    ].map((part) => document.querySelector(part));
    const drawn = timeline?.querySelector('p[id$="-summary"]')?.textContent ?? '';
    const undated = Number(/(\d+) more (?:is|are) in the table/.exec(drawn)?.[1] ?? 0);
    const counts = [
      [headline, Math.max(...numbers(headline?.querySelector('dd a')?.textContent ?? ''))],
      [timeline, (numbers(drawn)[0] ?? 0) + undated],
      [table, Math.max(...numbers(table?.querySelector('[role="status"]')?.textContent ?? ''))],
    ] as const;
    const seen = counts.filter(([panel]) => onScreen(panel ?? null)).map(([, count]) => count);
    // A filter that is of an earlier view says so; the map, which asks by itself, waits until the hand lets go.
    const waits = [...document.querySelectorAll('aside [aria-busy]')].filter(onScreen);
    followed.frames += 1;
    if (new Set(seen).size > 1 || waits.length > 0) followed.stale.push(`${seen} ${waits.length}`);
    requestAnimationFrame(frame);
  });
}

const followedBy = (page: Page) =>
  page.evaluate(() => {
    const { followed } = window as unknown as { followed: Followed };
    return { ...followed, asked: [...new Set(followed.asked)] };
  });

/** Waits until the page has asked for what it makes ready beside its reader, once the columns are here: that is of whole plans. */
async function madeReady(page: Page): Promise<void> {
  let before = 0;
  const rests = async () => {
    const { length } = await page.evaluate(
      () => (window as unknown as { followed: Followed }).followed.asked,
    );
    const isSame = length > 0 && length === before;
    before = length;
    return isSame;
  };
  await expect.poll(rests, { intervals: [1_000], timeout: 60_000 }).toBe(true);
}

test('what is out of sight while the brush moves is not asked for, follows before it is on the screen, and is right when the hand lets go', async ({
  page,
}) => {
  await page.addInitScript(hearWorkers);
  await page.setViewportSize({ width: 1280, height: 800 });
  await open(page, '/russia-militancy');
  await expect(page.locator('[data-columns="here"]')).toHaveCount(1);
  await madeReady(page);
  const box = await page.getByRole('slider', { name: 'First day of the window' }).boundingBox();
  if (!box) throw new Error('The strip has no box.');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const figure = page.getByRole('region', { name: 'Headline figures' }).locator('dd a').first();
  const first = await figure.textContent();
  await page.mouse.move(x, y);
  await page.mouse.down();
  const steps = async (from: number, to: number) => {
    for (let step = from; step < to; step++) {
      await page.mouse.move(x + 5 * step, y);
      await page.waitForTimeout(16);
    }
  };
  await steps(1, 10);
  await expect(figure).not.toHaveText(first ?? '');
  // By now it is known which panels are in sight.
  await page.evaluate(() => {
    (window as unknown as { followed: Followed }).followed.asked.length = 0;
  });
  await steps(10, 20);
  await expect.poll(async () => (await followedBy(page)).asked).toContain('total');
  const above = await followedBy(page);
  expect(above.asked).toContain('facet actor');
  expect(above.asked).not.toContain('rows');
  expect(above.asked).not.toContain('facet scope');
  // The hand goes on while the page is scrolled to its end, in steps of which several lie within the margin.
  await page.evaluate(watchScreen);
  const end = await page.evaluate(() => document.documentElement.scrollHeight - innerHeight);
  for (let [top, step] = [0, 20]; top < end; top += 60, step++) {
    await page.evaluate((to) => scrollTo({ top: to, behavior: 'instant' }), top);
    await steps(step, step + 1);
    await page.waitForTimeout(60);
  }
  const below = await followedBy(page);
  expect(below.frames).toBeGreaterThan(20);
  expect(below.asked).toContain('rows');
  expect(below.stale).toEqual([]);
  // Where the hand rests, what a jump brings to the screen is drawn for it.
  await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
  await expect(page.locator('aside [aria-busy]').first()).not.toBeInViewport();
  await steps(60, 63);
  await page.mouse.up();
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
  await expect.poll(() => key(page, 'from')).not.toBeNull();
  // Filters keep their rows while a page stands, so that it has more of them than one that is opened.
  const values = async () => {
    const texts = await page.locator('aside li a').allInnerTexts();
    return texts.flatMap((text) => {
      const [label = '', ...counts] = text.split(/\n+/);
      return label === '' || counts.length === 0 ? [] : [[label, counts.join(' ')] as const];
    });
  };
  const counts = new Map(await values());
  const counted = await page.locator('#incidents [role="status"]').textContent();
  await open(page, page.url());
  const fresh = (await values()).filter(([label]) => counts.has(label));
  expect(fresh.length).toBeGreaterThan(15);
  expect(fresh.map(([label]) => [label, counts.get(label)])).toEqual(fresh);
  expect(await page.locator('#incidents [role="status"]').textContent()).toBe(counted);
});
