import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const COMPONENTS = join(__dirname, '..');
/** The folders of the panels that `panels.ts` loads after the page. */
const LATE = ['charts', 'compare', 'incident', 'map', 'table', 'timeline'];
/** One that the page draws with, too: in the sheet of a narrow screen. */
const IN_PAGE = ['filters'];
/** What of `ui` only such panels use, and has a style sheet. */
const SHARED = ['@/components/ui/actor-dot.module.css'];

test('the page names every style sheet of the panels whose scripts come later', () => {
  const sheets = LATE.flatMap((folder) =>
    readdirSync(join(COMPONENTS, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.module.css'))
      .map((name) => `@/components/${folder}/${name}`),
  );
  const named = readFileSync(join(__dirname, 'panel-styles.ts'), 'utf8').match(/@\/components\/[^']+/g);
  expect(named?.toSorted()).toEqual([...sheets, ...SHARED].toSorted());
});

test('the late panels come from those folders, from one that the page uses itself, and no other', () => {
  const late = readFileSync(join(__dirname, 'panels.ts'), 'utf8').matchAll(
    /import\('@\/components\/([^/]+)\//g,
  );
  expect([...new Set([...late].map(([, folder]) => folder))].toSorted()).toEqual(
    [...LATE, ...IN_PAGE].toSorted(),
  );
});

test('no element has a style for what the root has: with each change of the page a browser would look at all of them', () => {
  const rules = readdirSync(COMPONENTS, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.css'))
    .flatMap((name) => readFileSync(join(COMPONENTS, name), 'utf8').match(/(html|:root):has\([^{]*/g) ?? []);
  expect(rules.length).toBeGreaterThan(3);
  expect(rules.filter((rule) => /^(html|:root):has\(.*\)\s+[.[a-z*]/m.test(rule.trim()))).toEqual([]);
});
