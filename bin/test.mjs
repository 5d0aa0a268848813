/** `npm test`: installs what is missing and runs every check, each of which has a script of its own. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from './browser.mjs';
import { fail, run, say } from './child.mjs';
import { checkNode, installIfNeeded } from './install.mjs';

const reports = mkdtempSync(join(tmpdir(), 'annals-test-'));
const reportOf = (name) => join(reports, `${name}.json`);

const STEPS = [
  { name: 'types' },
  { name: 'lint' },
  { name: 'imports' },
  { name: 'unit', args: ['--reporter=default', '--reporter=./testing/reports/unit-reporter.ts'] },
  { name: 'check-data' },
  { name: 'build' },
  { name: 'e2e', args: ['--reporter=list,./testing/reports/browser-reporter.ts'], needs: 'build' },
];

/** What the runner of a step reported of its tests (`testing/reports/report.ts`); nothing for a step without tests. */
function read(name) {
  try {
    return JSON.parse(readFileSync(reportOf(name), 'utf8'));
  } catch {
    return { skipped: 0, reasons: [], failures: [] };
  }
}

async function runSteps(env) {
  const results = [];
  for (const { name, args = [], needs } of STEPS) {
    const begun = Date.now();
    const blocked = results.some((result) => result.name === needs && !result.passed);
    say(blocked ? `${name} is left out, for ${needs} has failed` : `${name} …`);
    const code = blocked
      ? 1
      : await run('npm', ['run', '--silent', name, '--', ...args], {
          env: { ...env, ANNALS_TEST_REPORT: reportOf(name) },
        });
    results.push({ name, passed: code === 0, seconds: (Date.now() - begun) / 1000 });
  }
  return results;
}

/** What passed, what failed and how, and what was not run: the last that is printed, for whoever sees the end of it alone. */
function summary(results) {
  const lines = results.map(
    ({ name, passed, seconds }) =>
      `  ${passed ? 'passed' : 'FAILED'}  ${name.padEnd(11)}${seconds.toFixed(1).padStart(7)} s`,
  );
  const told = results.map(({ name }) => read(name));
  const failures = told.flatMap((report) => report.failures);
  const count = told.reduce((sum, { skipped }) => sum + skipped, 0);
  const why = [...new Set(told.flatMap(({ reasons }) => reasons))].map((reason) => `: ${reason}`);
  return [
    '',
    ...failures.slice(0, 20).flatMap(({ name, why }) => [`  ${name}`, `    ${why}`]),
    ...(failures.length > 20 ? [`  and ${failures.length - 20} more`] : []),
    ...(failures.length > 0 ? [''] : []),
    ...lines,
    `  ${count} ${count === 1 ? 'test was' : 'tests were'} skipped${why.join('')}`,
    '',
  ].join('\n');
}

process.on('exit', () => rmSync(reports, { recursive: true, force: true }));
checkNode();
await installIfNeeded();
const browser = await findBrowser();
if (!browser) fail('no Chromium was found; name one: CHROMIUM_PATH=/path/to/chromium npm test');
const results = await runSteps({ CHROMIUM_PATH: browser });
console.log(summary(results));
process.exit(results.every(({ passed }) => passed) ? 0 : 1);
