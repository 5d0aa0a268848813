import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/**
 * What axe finds wrong with a page or with the element of a selector: the rule and the markup of each. All rules run on
 * everything, in the page itself: there are no frames to gather from, and only what is wrong is written out. On a
 * page of some thousand elements that takes a quarter of the time.
 */
export async function violationsOf(page: Page, within?: string): Promise<readonly string[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode(true);
  axe.options({ resultTypes: ['violations'], selectors: false });
  if (within !== undefined) axe.include(within);
  const { violations } = await axe.analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}
