import { expect, type Page } from '@playwright/test';
import { test } from './kept-page';
import { byRecharts, marks, open } from './reader';

/** A mark as it is drawn: what it is called, and where it stands. */
interface Mark {
  readonly label: string;
  readonly top: number;
  readonly height: number;
}

const CLAIMED = 'actor=islamic-state&relation=claimed';
const VIEWS = [
  `${CLAIMED}&bin=year`,
  `${CLAIMED}&bin=year&measure=fatalities`,
  'split=type&bin=quarter&from=2022',
  `${CLAIMED}&bin=year&mode=panels`,
  'bin=year&mode=lines&split=region&measure=injured',
  `${CLAIMED}&bin=year&mode=lines`,
  `${CLAIMED}&bin=year&mode=cumulative`,
  'bin=quarter&mode=cumulative&split=none&measure=fatalities',
];

/** The marks of the chart on the screen: links with a name and a shape. */
async function onScreen(page: Page, query: string): Promise<Mark[]> {
  await open(page, `/russia-militancy?${query}`);
  await byRecharts(page);
  return page.locator('a[data-bin]').evaluateAll((links) =>
    links.map((link) => {
      const { top, height } = (link.lastElementChild ?? link).getBoundingClientRect();
      return { label: link.getAttribute('aria-label') ?? '', top, height };
    }),
  );
}

/** The marks of the picture: groups with a title `series, period: figure` and a shape. */
async function inPicture(page: Page, query: string): Promise<Mark[]> {
  const svg = await (await page.request.get(`/russia-militancy/activity.svg?${query}&width=1000`)).text();
  await page.setContent(`<body style="margin:0">${svg}`);
  return page.locator('g:has(> title):not(:has(> text)):not(:has(> line))').evaluateAll((groups) =>
    groups.flatMap((group) => {
      const shapes = [...group.children].filter(({ tagName }) => /^(rect|circle|path)$/.test(tagName));
      const shape = shapes.at(-1);
      const label = group.querySelector(':scope > title')?.textContent ?? '';
      if (!shape || !/: /.test(label)) return [];
      const { top, height } = shape.getBoundingClientRect();
      return [{ label, top, height }];
    }),
  );
}

/** The best figure that a label ends with: `ISCP itself, 2018: 6 (4–6) incidents` says 6. */
function figureOf({ label }: Mark): number {
  return Number(/: ([\d.,]+)/.exec(label)?.[1]?.replaceAll(',', ''));
}

/** How far the middle or the top of a mark lies from where its figure on one common scale would put it. */
function expectOneScale(all: readonly Mark[], length: (mark: Mark) => number): void {
  const largest = all.reduce((most, mark) => (figureOf(mark) > figureOf(most) ? mark : most));
  const unit = length(largest) / figureOf(largest);
  for (const mark of all) {
    expect(Math.abs(length(mark) - figureOf(mark) * unit), mark.label).toBeLessThan(1.2);
  }
}

for (const query of VIEWS) {
  test(`picture and screen show the same values of ?${query}`, async ({ page }) => {
    const screen = await onScreen(page, query);
    const picture = await inPicture(page, query);
    expect(screen.length).toBeGreaterThan(3);
    const labels = (all: readonly Mark[]) => all.map(({ label }) => label).sort();
    expect(labels(picture)).toEqual(labels(screen));
    const counted = (all: readonly Mark[]) => all.filter((mark) => figureOf(mark) > 0);
    const lined = /mode=(lines|cumulative)/.test(query);
    for (const all of [screen, picture].map(counted)) {
      if (!lined) expectOneScale(all, ({ height }) => height);
      else {
        // The middle of a point above the zero line, found from two points of different figures.
        const sorted = all.toSorted((a, b) => figureOf(a) - figureOf(b));
        const [low, high] = [sorted[0] as Mark, sorted.at(-1) as Mark];
        const middle = ({ top, height }: Mark) => top + height / 2;
        const unit = (middle(low) - middle(high)) / (figureOf(high) - figureOf(low));
        const zero = middle(low) + figureOf(low) * unit;
        expectOneScale(all, (mark) => zero - middle(mark));
      }
    }
  });
}

test('the picture has the marks of the timeline, each with the same words', async ({ page }) => {
  await open(page, `/russia-militancy?${CLAIMED}`);
  const names = (all: string[]) => all.map((name) => name.replace(/\s+/g, ' ').trim()).sort();
  const screen = await marks(page).evaluateAll((all) =>
    all.map((one) => one.getAttribute('aria-label') ?? ''),
  );
  const svg = await (await page.request.get(`/russia-militancy/timeline.svg?${CLAIMED}`)).text();
  await page.setContent(svg);
  const picture = await page
    .locator('g[aria-label]')
    .evaluateAll((all) => all.map((one) => one.getAttribute('aria-label') ?? ''));
  expect(screen.length).toBe(24);
  expect(names(picture.filter((label) => screen.includes(label)))).toEqual(names(screen));
});
