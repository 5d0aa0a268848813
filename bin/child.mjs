import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The folder of the project. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** The environment of every program started here: nothing reports home. */
export function environment(more = {}) {
  return { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...more };
}

/** Runs a program to its end with its output shown, or given to `print` as it comes; gives its exit code. Signals to us reach it too. */
export function run(command, args, { env, print } = {}) {
  return new Promise((resolve, reject) => {
    const stdio = print ? ['inherit', 'pipe', 'pipe'] : 'inherit';
    const child = spawn(command, args, { cwd: ROOT, stdio, env: environment(env) });
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', print);
    const pass = (signal) => child.kill(signal);
    process.on('SIGINT', pass).on('SIGTERM', pass);
    child.on('error', reject);
    child.on('close', (code, signal) => {
      process.off('SIGINT', pass).off('SIGTERM', pass);
      resolve(signal ? 1 : (code ?? 1));
    });
  });
}

/** Ends this program with a sentence. */
export function fail(message) {
  console.error(`annals: ${message}`);
  process.exit(1);
}

/** Says what goes on. */
export function say(message) {
  console.log(`annals: ${message}`);
}

/** The path that everything lies below: `ANNALS_BASE_PATH`, `/annals`, or nothing. Ends the program where it is no such path. */
export function basePath() {
  const { ANNALS_BASE_PATH: path = '' } = process.env;
  if (!/^(\/[a-z0-9][a-z0-9._-]*)*$/i.test(path)) {
    fail(`ANNALS_BASE_PATH=${path} is no path such as /annals, without a slash at its end.`);
  }
  return path;
}
