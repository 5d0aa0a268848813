import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const ROOT = resolve(import.meta.dirname, '..');
let dir: string;

/** A project of small files under the same rules. */
function write(path: string, text: string): void {
  mkdirSync(dirname(join(dir, path)), { recursive: true });
  writeFileSync(join(dir, path), text);
}

const VIOLATIONS = [
  ['lib/view/x.ts', "import { one } from '../query/query';", 'lib-view-imports-only-what-it-may'],
  ['lib/view/x.ts', "import type { One } from '../query/query';", 'lib-view-imports-only-what-it-may'],
  ['lib/view/x.ts', "export { one } from '../query/query';", 'lib-view-imports-only-what-it-may'],
  [
    'lib/view/x.ts',
    "export const late = () => import('../query/query');",
    'lib-view-imports-only-what-it-may',
  ],
  ['lib/render/x.ts', "import { one } from '../export/csv';", 'lib-render-imports-only-what-it-may'],
  ['components/ui/x.tsx', "import { one } from '@/lib/server/root';", 'components-imports-only-what-it-may'],
  ['components/timeline/x.tsx', "import { Bar } from 'recharts';", 'recharts-stays-in-its-place'],
  ['components/ui/x.tsx', "import { useTable } from '@tanstack/react-table';", 'tanstack-stays-in-its-place'],
  ['lib/query/x.ts', "import { z } from 'zod';", 'zod-stays-in-its-place'],
  ['lib/query/x.ts', "import { join } from 'node:path';", 'lib-is-free-of-node'],
  ['lib/cli/x.ts', "import { one } from '../../testing/series/made';", 'tests-keep-their-tools'],
  ['lib/server/x.ts', "import { one } from '../query/meaning/evaluate';", 'meaning-answers-no-reader'],
  ['lib/query/x.ts', "import { one } from './missing';", 'every-import-is-found'],
  ['lib/utils/x.ts', "import { one } from '../time/day';", 'every-folder-of-lib-has-a-layer'],
] as const;

/** Where a violation is planted: each in a file of its own, so that one run finds all and tells them apart. */
const planted = (path: string, at: number): string => path.replace('x.ts', `x${at}.ts`);

/** The names of the rules that each file breaks. */
let found: ReadonlyMap<string, ReadonlySet<string>>;

beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'annals-imports-'));
  mkdirSync(join(dir, 'bin'));
  copyFileSync(join(ROOT, '.dependency-cruiser.cjs'), join(dir, '.dependency-cruiser.cjs'));
  copyFileSync(join(ROOT, 'bin/import-aliases.cjs'), join(dir, 'bin/import-aliases.cjs'));
  symlinkSync(join(ROOT, 'node_modules'), join(dir, 'node_modules'));
  for (const path of ['view/view', 'query/query', 'server/root', 'time/day', 'render/scene', 'export/csv']) {
    write(`lib/${path}.ts`, 'export const one = 1;\nexport type One = 1;\n');
  }
  for (const path of ['lib/query/meaning/evaluate', 'testing/series/made'])
    write(`${path}.ts`, 'export const one = 1;\n');
  write('lib/query/plan.ts', "import { one } from '../view/view';\nexport const two = one;\n");
  write(
    'components/ui/a.tsx',
    "import { one } from '@/lib/query/query';\nexport const A = () => <p id={String(one)} />;\n",
  );
  write(
    'app/page.tsx',
    "import { one } from '@/lib/server/root';\nimport { A } from '@/components/ui/a';\nexport default () => <A {...{ one }} />;\n",
  );
  for (const [at, [path, line]] of VIOLATIONS.entries()) write(planted(path, at), `${line}\n`);
  write('lib/time/a.ts', "import { b } from './b';\nexport const a = b;\n");
  write('lib/time/b.ts', "import { a } from './a';\nexport const b = a;\n");
  found = broken();
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

function broken(): ReadonlyMap<string, ReadonlySet<string>> {
  const tool = join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const patch = join(ROOT, 'bin/parse-tsx.mjs');
  const args = ['--import', patch, tool, '--config', '.dependency-cruiser.cjs', '-T', 'json'];
  const report = JSON.parse(runAnyway([...args, 'lib', 'components', 'app'])) as {
    summary: { violations: { from: string; rule: { name: string } }[] };
  };
  const rules = new Map<string, Set<string>>();
  for (const { from, rule } of report.summary.violations) {
    rules.set(from, (rules.get(from) ?? new Set()).add(rule.name));
  }
  return rules;
}

/** The output of a program that ends with the number of errors it found. */
function runAnyway(args: readonly string[]): string {
  try {
    return execFileSync(process.execPath, args, {
      cwd: dir,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  } catch (error) {
    return String((error as { stdout?: string }).stdout);
  }
}

describe('the import rule', () => {
  test('is content with imports that point down', () => {
    const bad = [...VIOLATIONS.map(([path], at) => planted(path, at)), 'lib/time/a.ts', 'lib/time/b.ts'];
    expect([...found.keys()].filter((path) => !bad.includes(path))).toEqual([]);
  });

  test.each(VIOLATIONS.map((one, at) => [...one, at] as const))(
    'finds a violation planted in %s: %s',
    (path, _, rule, at) => {
      expect([...(found.get(planted(path, at)) ?? [])]).toEqual([rule]);
    },
  );

  test('finds a circle', () => {
    const circle = ['lib/time/a.ts', 'lib/time/b.ts'].flatMap((path) => [...(found.get(path) ?? [])]);
    expect(new Set(circle)).toEqual(new Set(['no-cycles']));
  });
});
