/** `npm test`: installs what is missing and runs every check, each of which has a script of its own. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from './browser.mjs';
import { fail, run } from './child.mjs';
import { checkNode, installIfNeeded } from './install.mjs';

const reports = mkdtempSync(join(tmpdir(), 'annals-test-'));
const reportOf = (name) => join(reports, `${name}.json`);

/** In the order of what is printed. Steps of one lane run one after the other, and `last` when all the others are over. */
const STEPS = [
  { name: 'types', lane: 'checks' },
  { name: 'lint', lane: 'checks' },
  { name: 'imports', lane: 'checks' },
  { name: 'check-data', lane: 'checks' },
  { name: 'build', lane: 'checks' },
  {
    ...{ name: 'unit', lane: 'unit' },
    args: ['--reporter=default', '--reporter=./testing/reports/unit-reporter.ts'],
  },
  {
    ...{ name: 'e2e', lane: 'last', needs: 'build' },
    args: ['--reporter=list,./testing/reports/browser-reporter.ts'],
  },
];

/** Prints what runs at once as if each had begun when the one before it was over; what is at its turn is printed as it comes. */
class Turns {
  #waiting = new Map(STEPS.map(({ name }) => [name, []]));
  #ended = new Set();

  print(name, chunk) {
    this.#waiting.get(name).push(chunk);
    this.#flush();
  }

  end(name) {
    this.#ended.add(name);
    this.#flush();
  }

  #flush() {
    for (const [name, chunks] of this.#waiting) {
      for (const chunk of chunks.splice(0)) process.stdout.write(chunk);
      if (!this.#ended.has(name)) return;
      this.#waiting.delete(name);
    }
  }
}

/** What the runner of a step reported of its tests (`testing/reports/report.ts`); nothing for a step without tests. */
function read(name) {
  try {
    return JSON.parse(readFileSync(reportOf(name), 'utf8'));
  } catch {
    return { skipped: 0, reasons: [], failures: [] };
  }
}

/** Whether a signal to end has come. */
let stopped = false;

/** Why a step is left out; null where it is run. */
function leftOut({ needs }, results) {
  if (stopped) return 'for the run was stopped';
  return results.get(needs)?.passed === false ? `for ${needs} has failed` : null;
}

/** The results of the steps in their order: checks and the build beside the unit tests, which leave a core idle at times. */
async function runSteps(env) {
  const turns = new Turns();
  const results = new Map();
  const runStep = async (step) => {
    const { name, args = [] } = step;
    const begun = Date.now();
    const why = leftOut(step, results);
    turns.print(name, `annals: ${why === null ? `${name} …` : `${name} is left out, ${why}`}\n`);
    const code =
      why !== null
        ? 1
        : await run('npm', ['run', '--silent', name, '--', ...args], {
            env: { ...env, ANNALS_TEST_REPORT: reportOf(name) },
            print: (chunk) => turns.print(name, chunk),
          });
    results.set(name, { name, passed: code === 0, seconds: (Date.now() - begun) / 1000 });
    turns.end(name);
  };
  const runLane = async (lane) => {
    for (const step of STEPS.filter((one) => one.lane === lane)) await runStep(step);
  };
  await Promise.all([runLane('checks'), runLane('unit')]);
  await runLane('last');
  return STEPS.map(({ name }) => results.get(name));
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
// What runs is told by `run`; what has not begun is left out.
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    stopped = true;
  });
}
checkNode();
await installIfNeeded();
const browser = await findBrowser();
if (!browser) fail('no Chromium was found; name one: CHROMIUM_PATH=/path/to/chromium npm test');
const results = await runSteps({ CHROMIUM_PATH: browser });
console.log(summary(results));
process.exit(results.every(({ passed }) => passed) ? 0 : 1);
