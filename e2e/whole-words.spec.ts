import { expect, test as fresh, type Page } from '@playwright/test';
import { type Browser, findFirefox, startFirefox } from './browsers/firefox';
import { test } from './kept-page';
import { ready } from './reader';

/** The pages and widths of screens on which nothing may be broken; paper is A4 without its margins. */
const PAGES = [
  '/russia-militancy',
  '/russia-militancy?actor=islamic-state&relation=claimed&sort=-fatalities',
  '/russia-militancy?region=dagestan&from=2021&to=2023',
  '/russia-militancy/incidents/2024-crocus-city-hall',
  '/russia-militancy/about',
  '/methods',
  '/',
];
const WIDTHS = [320, 360, 390, 768, 1280, 1920];
const PAPER = 703;
/** Two phones, a desktop and paper: what is between them Chromium alone is asked, for Firefox takes seconds for each. */
const FIREFOX_WIDTHS = [320, 390, 1280, PAPER];

/**
 * The numbers, years and words of the page that stand on more than one line; runs in the page. Lines may end at blanks
 * and behind hyphens and slashes. Addresses and the letters of drawings are no words.
 */
function brokenWords(): string[] {
  const broken = new Set<string>();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (node.parentElement?.closest('svg, script, style, noscript, option, .visually-hidden')) continue;
    const text = node.textContent ?? '';
    for (const word of text.matchAll(/[\p{L}\p{N}\p{M}]+(?:[.,’'][\p{L}\p{N}\p{M}]+)*/gu)) {
      range.setStart(node, word.index);
      range.setEnd(node, word.index + word[0].length);
      const boxes = [...range.getClientRects()].filter(({ width }) => width > 0);
      if (new Set(boxes.map(({ top }) => Math.round(top))).size > 1) broken.add(word[0]);
    }
  }
  return [...broken];
}

/**
 * The figures in cells of the table of incidents, each with the number of lines it stands on, where that is more than
 * one; runs in the page. A range may stand beneath its figure.
 */
function brokenFigures(): string[] {
  const cells = document.querySelectorAll('td[data-numeric="true"]');
  const range = document.createRange();
  return [...cells].flatMap((cell) => {
    const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
    const broken: string[] = [];
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      for (const figure of (node.textContent ?? '').matchAll(/[\d.,–()]+/g)) {
        range.setStart(node, figure.index);
        range.setEnd(node, figure.index + figure[0].length);
        const tops = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
        if (tops.size !== 1) broken.push(`${figure[0]}: ${tops.size} lines`);
      }
    }
    return broken;
  });
}

/** The dates and figures in cells of the table that are cut, and cells that run into the next one; runs in the page. */
function cutCells(): string[] {
  const whole = document.querySelectorAll<HTMLElement>('td[data-numeric="true"], td[data-column="date"]');
  const cut = [...whole].filter((cell) => cell.scrollWidth > cell.clientWidth + 1);
  const cells = [...document.querySelectorAll<HTMLElement>('td[data-column]')];
  const over = cells.filter((cell) => {
    const next = cell.nextElementSibling?.getBoundingClientRect();
    const { right, top } = cell.getBoundingClientRect();
    return next !== undefined && next.top === top && next.left < right - 1;
  });
  return [...cut, ...over].map(({ textContent }) => textContent ?? '');
}

/** What sticks out of the page to the right, so that it is cut on paper; runs in the page. */
function cutOff(): string[] {
  const width = document.documentElement.clientWidth;
  return [...document.querySelectorAll('main td, main th')]
    .filter((cell) => cell.getBoundingClientRect().right > width + 1)
    .map((cell) => cell.textContent ?? '');
}

/** Waits until what was drawn anew in a frame has been drawn itself; runs in the page. */
function nextFrames(): Promise<void> {
  return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())));
}

/** Lets the styles of paper hold on the screen, where a browser cannot be asked to; runs in the page. */
function asOnPaper(): void {
  for (const sheet of document.styleSheets) {
    const rules = [...sheet.cssRules];
    while (rules.length > 0) {
      const rule = rules.pop();
      if (rule instanceof CSSMediaRule) {
        const medium = rule.media.mediaText;
        if (medium === 'print') rule.media.mediaText = 'all';
        if (medium === 'screen') rule.media.mediaText = 'not all';
      }
      if (rule instanceof CSSGroupingRule) rules.push(...rule.cssRules);
    }
  }
}

/** Looks at the page at each width, and then on paper. A panel that measures itself takes its new width with the next frame. */
async function expectWhole(page: Page): Promise<void> {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    await page.evaluate(nextFrames);
    expect(await page.evaluate(brokenWords), `${width} pixels wide`).toEqual([]);
    expect(await page.evaluate(brokenFigures), `${width} pixels wide`).toEqual([]);
    expect(await page.evaluate(cutCells), `${width} pixels wide`).toEqual([]);
  }
  await page.setViewportSize({ width: PAPER, height: 1000 });
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(nextFrames);
  expect(await page.evaluate(brokenWords), 'on paper').toEqual([]);
  expect(await page.evaluate(brokenFigures), 'on paper').toEqual([]);
  expect(await page.evaluate(cutOff), 'on paper').toEqual([]);
  await page.emulateMedia({ media: 'screen' });
}

test.describe('no number, year or word is broken inside in Chromium', () => {
  for (const address of PAGES) {
    // Scripts that are kept must not come: a new context has none.
    fresh(`${address}, as the server sends it`, async ({ page }) => {
      await page.route('**/*.js', (route) => route.abort());
      await page.goto(address);
      await expectWhole(page);
    });

    test(`${address}, once scripts have taken over`, async ({ page }) => {
      await page.goto(address);
      if ((await page.locator('section#incidents').count()) > 0) await ready(page);
      await expectWhole(page);
    });
  }
});

test.describe('no number, year or word is broken inside in Firefox', () => {
  const path = findFirefox();
  let firefox: Browser;
  test.skip(path === null, 'no Firefox is installed; FIREFOX_PATH names one');
  test.describe.configure({ mode: 'serial', timeout: 240_000 });

  test.beforeAll(async () => {
    if (path !== null) firefox = await startFirefox(path);
  });
  test.afterAll(async () => {
    await firefox?.close();
  });

  for (const address of PAGES) {
    test(address, async ({ baseURL }) => {
      for (const width of FIREFOX_WIDTHS) {
        await firefox.open(`${baseURL}${address}`, width);
        if (width === PAPER) await firefox.evaluate(`(${asOnPaper})()`);
        expect(await firefox.evaluate('return innerWidth')).toBe(width);
        expect(await firefox.evaluate(`return (${brokenWords})()`), `${width} pixels wide`).toEqual([]);
        expect(await firefox.evaluate(`return (${brokenFigures})()`), `${width} pixels wide`).toEqual([]);
      }
    });
  }
});
