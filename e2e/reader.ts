import { expect, type Locator, type Page } from '@playwright/test';

/** The address of the view the case began with. */
export const CLAIMED = '/russia-militancy?actor=islamic-state&relation=claimed';

/** Opens an address and waits until scripts have taken over, so that a click is answered in place. */
export async function open(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await ready(page);
}

/** Waits until scripts have taken over, and has a pointer come over each panel: those that are out of sight wait for it. */
export async function ready(page: Page): Promise<void> {
  await expect(page.locator('html[data-ready]')).toHaveCount(1);
  await page.locator('[data-waits]').evaluateAll((panels) => {
    for (const panel of panels) panel.dispatchEvent(new Event('pointerover', { bubbles: true }));
  });
  await expect(page.locator('[data-waits]')).toHaveCount(0);
}

/** Brings the chart to where a reader looks at it, and waits until Recharts draws it. */
export async function byRecharts(page: Page): Promise<void> {
  await page.getByRole('application').first().scrollIntoViewIfNeeded();
  await page.locator('.recharts-surface').first().waitFor();
}

/** The definition beside a term of the headline. */
export function figure(page: Page, term: string): Locator {
  const headline = page.getByRole('region', { name: 'Headline figures' });
  return headline
    .locator('div', { has: page.locator('dt', { hasText: term }) })
    .getByRole('link')
    .first();
}

/** The value of a key in the address bar; null where it is not there. */
export function key(page: Page, name: string): string | null {
  return new URL(page.url()).searchParams.get(name);
}

/** The marks of the timeline. */
export function marks(page: Page): Locator {
  return page.getByRole('group', { name: /^Timeline of/ }).locator('a[data-key]');
}

/** A number and its range as the page writes them: `23 (18–24)`, or `7` where the three are equal. */
export function written(low: number, best: number, high: number): string {
  const text = (n: number) => n.toLocaleString('en');
  return low === best && best === high ? text(best) : `${text(best)} (${text(low)}–${text(high)})`;
}

/** The table of incidents, as any series of the tests calls them; not the one that says a chart. */
const TABLE = /^(Incidents|Attacks|Operations)$/;

/** Waits until the table counts this many incidents: those of the view in high. */
export async function expectRows(page: Page, count: number): Promise<void> {
  await expect(page.getByRole('table', { name: TABLE }).first()).toHaveAttribute(
    'aria-rowcount',
    String(count + 1),
  );
}
