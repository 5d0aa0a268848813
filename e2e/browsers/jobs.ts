import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { claimedByIs } from '../independent';
import { CLAIMED } from '../reader';
import { type Browser, type Firefox, findFirefox, startFirefox } from './firefox';
import { KEYS } from './key-actions';
import { findWebKit, startWebKit } from './webkit';

/**
 * The jobs of a reader in browsers that Playwright does not drive as systems install them. Run by hand: `npm run e2e:browsers`.
 * One that is not installed is skipped by its name.
 */
const BROWSERS = [
  { name: 'Firefox', find: findFirefox, start: (found: unknown) => startFirefox(found as string) },
  {
    name: 'WebKitGTK',
    find: findWebKit,
    start: (found: unknown) => startWebKit(found as NonNullable<ReturnType<typeof findWebKit>>),
  },
] as const;

const heading = 'return document.querySelector("h1").textContent';
const address = 'return location.search + location.hash';
const focused = 'return document.activeElement.textContent';
const figure = 'return document.querySelector("dl dd").textContent.trim()';
const dialogs = 'return document.querySelectorAll("dialog[open]").length';
const WAKE =
  'for (const panel of document.querySelectorAll("[data-waits]")) panel.dispatchEvent(new Event("pointerover", { bubbles: true }))';
const link = (name: string) => `//a[starts-with(normalize-space(), "${name}")]`;
const button = (name: string) => `//button[starts-with(normalize-space(), "${name}")]`;

for (const { name, find, start } of BROWSERS) {
  test.describe(name, () => {
    const found = find();
    let browser: Browser;
    test.skip(found === null, `no ${name} is installed`);
    test.describe.configure({ mode: 'serial', timeout: 240_000 });
    test.beforeAll(async () => {
      browser = await start(found);
    });
    test.afterAll(async () => {
      await browser?.close();
    });

    const holds = (script: string) => expect.poll(() => browser.evaluate(script), { timeout: 20_000 });
    const ready = () => holds('return document.documentElement.hasAttribute("data-ready")').toBe(true);
    const show = async (origin: string | undefined, path: string, width = 1280) => {
      await browser.open(`${origin}${path}`, width);
      await ready();
      // A panel out of sight answers once a hand comes to it; before, its links lead where they say.
      await browser.evaluate(WAKE);
      await holds('return document.querySelectorAll("[data-waits]").length').toBe(0);
    };

    test('prints the chart on the first page, all rows, and nothing beyond', async ({ baseURL }) => {
      test.skip(!('print' in browser), `${name} is not asked to print`);
      await show(baseURL, CLAIMED);
      const folder = await mkdtemp(join(tmpdir(), 'annals-print-'));
      const file = join(folder, 'page.pdf');
      await writeFile(file, await (browser as Firefox).print());
      const pages = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' })
        .split('\f')
        .filter((text) => text !== '');
      await rm(folder, { recursive: true });
      // Words of the chart itself and of its caption; figures and bold words have no text in its PDF.
      expect(pages[0]).toMatch(/Full.scale.invasion.of.Ukraine/);
      expect(pages[0]).toContain('A hollow bar:');
      const rows = pages.join('\n').match(/claimed\b/g)?.length;
      expect(rows).toBeGreaterThanOrEqual(claimedByIs.length);
      expect(pages.every((text) => text.trim() !== '')).toBe(true);
    });

    test('filters in place, and goes back', async ({ baseURL }) => {
      await show(baseURL, CLAIMED);
      await holds(figure).toBe(`23 (16–${claimedByIs.length})`);
      const stabbings = claimedByIs.filter(({ type }) => type === 'stabbing').length;
      await browser.click(`//aside${link('Stabbing')}`);
      await holds(address).toContain('type=stabbing');
      await holds(figure).toMatch(new RegExp(`\\b${stabbings}\\b`));
      await browser.evaluate('history.back()');
      await holds(figure).toBe(`23 (16–${claimedByIs.length})`);
    });

    test('selects by keyboard, and Escape ends it', async ({ baseURL }) => {
      await show(baseURL, CLAIMED);
      await browser.evaluate('document.querySelector("[role=application]").focus()');
      await browser.press(KEYS.right + KEYS.enter);
      await holds(address).toContain('select=2017');
      await holds('return document.querySelectorAll("[data-selection]").length').toBe(1);
      await browser.press(KEYS.escape);
      await holds(address).not.toContain('select');
    });

    test('draws the other modes, the comparison and the incident', async ({ baseURL }) => {
      await show(baseURL, CLAIMED);
      await browser.click(link('Lines'));
      await holds(address).toContain('mode=lines');
      await show(baseURL, '/russia-militancy?compare=actor:iscp,iskp');
      await holds('return document.querySelectorAll("table tbody th[scope=row]").length > 1').toBe(true);
      await browser.click('//td//a[@data-incident]');
      await holds(address).toContain('incident=');
      await browser.press(KEYS.escape);
      await holds(address).not.toContain('incident=');
    });

    test('opens filters over a phone, and gives the focus back', async ({ baseURL }) => {
      await show(baseURL, CLAIMED, 500);
      await browser.click(link('Filters'));
      await holds(dialogs).toBe(1);
      await browser.press(KEYS.escape);
      await holds(dialogs).toBe(0);
      await holds(focused).toMatch(/^Filters/);
    });

    test('shares a view', async ({ baseURL }) => {
      await show(baseURL, CLAIMED);
      await browser.click(link('Share'));
      await holds(dialogs).toBe(1);
      const fields = '[...document.querySelectorAll("dialog input, dialog textarea")]';
      await holds(`return ${fields}.map(({ value }) => value).join(' ')`).toContain('actor=islamic-state');
    });

    test('reads a file, and keeps it over a reload when told to', async ({ baseURL }) => {
      await browser.open(`${baseURL}/open`, 1280);
      await holds('return document.querySelectorAll("textarea").length').toBe(1);
      await browser.click('//textarea');
      await browser.press('id,date,actor,killed');
      await browser.press(`${KEYS.enter}a,2021-03-04,North,3${KEYS.enter}b,2021-04-05,South,1`);
      await browser.click(button('Read the pasted text'));
      await ready();
      await holds(figure).toBe('2');
      await browser.click(button('Keep in this browser'));
      await holds(`return document.body.textContent.includes('Kept in this browser')`).toBe(true);
      await browser.evaluate('location.reload()');
      await ready();
      await holds(heading).toContain('2021');
    });

    test('shows an embed in colours that can be told apart', async ({ baseURL }) => {
      await browser.open(`${baseURL}/embed/russia-militancy/activity`, 900);
      const colours = 'const c = getComputedStyle(document.body); return [c.color, c.backgroundColor]';
      const [ink, page] = (await browser.evaluate(colours)) as [string, string];
      expect(ink).not.toBe(page);
      await holds('return document.querySelectorAll("svg").length > 0').toBe(true);
    });
  });
}
