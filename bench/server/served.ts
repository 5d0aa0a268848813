import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A server that a bench has started, with an empty store of its own. */
export interface Served {
  readonly origin: string;
  readonly store: string;
  /** How long it took until it was ready, in seconds; with what `npm start` builds where it has changed. */
  readonly seconds: number;
  /** Tells it to stop, waits for that, and removes the store. Gives the code that it ended with. */
  readonly stop: () => Promise<number | null>;
}

const PATIENCE_MS = 900_000;

/** A port of this machine that is free now. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const at = probe.address();
  probe.close();
  if (at === null || typeof at === 'string') throw new Error('no port is free');
  return at.port;
}

/** Waits until an address answers. Throws where the server ends before that, or takes too long. */
async function answering(server: ChildProcess, address: string): Promise<void> {
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end; ) {
    if (server.exitCode !== null) throw new Error(`the server has ended with ${server.exitCode}`);
    const response = await fetch(address).catch(() => null);
    if (response?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('the server does not answer');
}

/** Starts a program of Node's that serves the app in `cwd`, and waits until it is ready. */
export async function startServer(
  cwd: string,
  program: readonly string[],
  more: Readonly<Record<string, string>> = {},
): Promise<Served> {
  const begun = performance.now();
  const store = mkdtempSync(join(tmpdir(), 'annals-served-'));
  const port = String(await freePort());
  const env = { ...process.env, HOST: '127.0.0.1', PORT: port, ANNALS_STORE: store, ...more };
  const server = spawn(process.execPath, program, { cwd, env, stdio: ['ignore', 'ignore', 'inherit'] });
  const ended = once(server, 'exit');
  const stop = async () => {
    if (server.exitCode === null && server.signalCode === null) server.kill('SIGTERM');
    const [code] = await ended;
    rmSync(store, { recursive: true, force: true });
    return code;
  };
  const origin = `http://127.0.0.1:${port}`;
  try {
    await answering(server, `${origin}${more.ANNALS_BASE_PATH ?? ''}/healthz?ready`);
  } catch (error) {
    await stop();
    throw error;
  }
  return { origin, store, seconds: (performance.now() - begun) / 1000, stop };
}
