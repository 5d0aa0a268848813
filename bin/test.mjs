/** `npm test`: installs what is missing and runs every check, each of which has a script of its own. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from './browser.mjs';
import { fail, run, say } from './child.mjs';
import { checkNode, installIfNeeded } from './install.mjs';

const reports = mkdtempSync(join(tmpdir(), 'annals-test-'));
const unitReport = join(reports, 'unit.json');
const browserReport = join(reports, 'e2e.json');

const STEPS = [
  { name: 'types' },
  { name: 'lint' },
  { name: 'imports' },
  { name: 'unit', args: ['--reporter=default', '--reporter=json', `--outputFile.json=${unitReport}`] },
  { name: 'check-data' },
  { name: 'build' },
  { name: 'e2e', args: ['--reporter=list,json'], needs: 'build' },
];

function read(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}

/** How many tests were not run, by the reports of the two runners. */
function skipped() {
  const unit = read(unitReport);
  const browser = read(browserReport);
  return (unit?.numPendingTests ?? 0) + (unit?.numTodoTests ?? 0) + (browser?.stats?.skipped ?? 0);
}

/** The annotations of all tests beneath a suite of the browser report. */
function annotationsOf({ specs = [], suites = [] }) {
  const own = specs.flatMap(({ tests }) => tests.flatMap(({ annotations }) => annotations));
  return [...own, ...suites.flatMap(annotationsOf)];
}

/** Why browser tests were not run, each reason once. */
function reasons() {
  const skips = (read(browserReport)?.suites ?? [])
    .flatMap(annotationsOf)
    .filter(({ type }) => type === 'skip');
  return [...new Set(skips.map(({ description }) => description ?? 'no reason given'))];
}

async function runSteps(env) {
  const results = [];
  for (const { name, args = [], needs } of STEPS) {
    const begun = Date.now();
    const blocked = results.some((result) => result.name === needs && !result.passed);
    say(blocked ? `${name} is left out, for ${needs} has failed` : `${name} …`);
    const code = blocked ? 1 : await run('npm', ['run', '--silent', name, '--', ...args], { env });
    results.push({ name, passed: code === 0, seconds: (Date.now() - begun) / 1000 });
  }
  return results;
}

function summary(results) {
  const lines = results.map(
    ({ name, passed, seconds }) =>
      `  ${passed ? 'passed' : 'FAILED'}  ${name.padEnd(11)}${seconds.toFixed(1).padStart(7)} s`,
  );
  const count = skipped();
  const why = reasons().map((reason) => `: ${reason}`);
  return [
    '',
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
const results = await runSteps({ CHROMIUM_PATH: browser, PLAYWRIGHT_JSON_OUTPUT_NAME: browserReport });
console.log(summary(results));
process.exit(results.every(({ passed }) => passed) ? 0 : 1);
