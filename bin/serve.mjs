import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { basePath, environment, fail, ROOT } from './child.mjs';
import { LIMITS } from './serving/http-server.mjs';

/** HOST and PORT of the environment, or 127.0.0.1 and 3000. */
export function place() {
  const { HOST: host = '127.0.0.1', PORT: port = '3000' } = process.env;
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) fail(`PORT=${port} is no port.`);
  return { host, port: Number(port) };
}

/** Ends with a message where another program listens already. */
export async function checkFree({ host, port }) {
  const error = await new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', resolve);
    probe.listen(port, host, () => probe.close(() => resolve(null)));
  });
  if (error?.code === 'EADDRINUSE') {
    fail(`port ${port} of ${host} is in use. Stop the other program, or choose another port: PORT=3001`);
  }
  if (error) fail(`cannot listen on ${host}:${port}: ${error.message}`);
}

/** The address a reader types; 0.0.0.0 and :: are no addresses to type. */
export function addressOf({ host, port }) {
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return `http://${name}:${port}${basePath()}`;
}

/** Starts `next dev`. It ends when we are told to end, and we end when it does. */
export function serveSources({ host, port }) {
  const args = [join(ROOT, 'node_modules/next/dist/bin/next'), 'dev', '-H', host, '-p', String(port)];
  const options = [process.env.NODE_OPTIONS, `--max-http-header-size=${LIMITS.headerBytes}`]
    .filter(Boolean)
    .join(' ');
  const env = environment({ NODE_OPTIONS: options });
  const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'inherit', 'inherit'], env });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  process.on('exit', () => child.kill());
  child.on('exit', (code, signal) => process.exit(signal ? 0 : (code ?? 1)));
}

/** Waits until the server has imported its series and answers. Gives up after ten minutes. */
export async function answering(place) {
  const url = `${addressOf(place)}/api/v1/datasets`;
  const end = Date.now() + 600_000;
  while (Date.now() < end) {
    const response = await fetch(url).catch(() => null);
    if (response?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  fail('the server does not answer.');
}

/**
 * How to publish over HTTP, in words. The token itself is shown on a screen only: what goes to a file or a service's log is
 * read by others.
 */
export function publishingWords(at) {
  if (process.env.ANNALS_TOKEN) return 'to publish over HTTP, send ANNALS_TOKEN';
  const file = join(resolve(process.env.ANNALS_STORE || '.annals'), 'token');
  try {
    const token = readFileSync(file, 'utf8').trim();
    if (process.stdout.isTTY) return `to publish from a browser: ${addressOf(at)}/open#token=${token}`;
    return `to publish over HTTP, send the token that stands in ${file}`;
  } catch {
    return `nobody may publish over HTTP: ${file} cannot be written`;
  }
}
