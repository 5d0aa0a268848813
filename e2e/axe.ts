import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** The rules about colours that run unless they are turned off: axe gives them the tag `cat.color`. */
const OF_COLOURS = { runOnly: { type: 'rule' as const, values: ['color-contrast', 'link-in-text-block'] } };

async function find(page: Page, within: string | undefined, rules: object): Promise<readonly string[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode(true);
  axe.options({ resultTypes: ['violations'], selectors: false, ...rules });
  if (within !== undefined) axe.include(within);
  const { violations } = await axe.analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

/**
 * What axe finds wrong with a page or with the element of a selector: the rule and the markup of each. All rules run on
 * everything, in the page itself: there are no frames to gather from, and only what is wrong is written out. On a
 * page of some thousand elements that takes a quarter of the time.
 */
export function violationsOf(page: Page, within?: string): Promise<readonly string[]> {
  return find(page, within, {});
}

/**
 * The same in light, and in dark by the rules about colours alone: the two differ in what `light-dark()` says and in
 * nothing else, which follows the switch on a page that stands. The page is left in dark.
 */
export async function violationsInBoth(page: Page, within?: string): Promise<readonly string[]> {
  await page.emulateMedia({ colorScheme: 'light' });
  const light = await violationsOf(page, within);
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await find(page, within, OF_COLOURS);
  return [...light, ...dark.map((text) => `in dark: ${text}`)];
}
