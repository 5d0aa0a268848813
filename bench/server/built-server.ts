import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');

/** A built server on this machine, for measuring. */
export interface BuiltServer {
  readonly at: string;
  /** Milliseconds from the start of the process to its first answer. */
  readonly startedIn: number;
  /** What the process takes, in bytes, as it says itself. */
  memory(): Promise<number>;
  /** What it has said so far. */
  said(): string;
  stop(): Promise<void>;
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

async function answering(at: string, child: ChildProcess): Promise<void> {
  for (const end = Date.now() + 300_000; Date.now() < end; ) {
    if (child.exitCode !== null) throw new Error('The server has ended. Is there a build? (npm run build)');
    const response = await fetch(`${at}/healthz?ready`).catch(() => null);
    if (response?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('The server does not answer.');
}

/** Starts the build that is there on a free port of loopback, with a store and packages of its own. */
export async function startBuilt(store: string, data: string): Promise<BuiltServer> {
  const port = await freePort();
  const at = `http://127.0.0.1:${port}`;
  const program = `const { serveBuilt } = await import(${JSON.stringify(join(ROOT, 'bin/serving/serve-built.mjs'))});
    await serveBuilt({ host: '127.0.0.1', port: ${port} }, ${JSON.stringify(ROOT)});`;
  const begun = performance.now();
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], {
    cwd: ROOT,
    env: { ...process.env, ANNALS_STORE: store, ANNALS_DATA: data, ANNALS_METRICS: '1', ANNALS_LOG: 'text' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
  }
  process.once('exit', () => child.kill('SIGKILL'));
  await answering(at, child);
  return {
    ...{ at, startedIn: performance.now() - begun, said: () => said },
    async memory() {
      const text = await (await fetch(`${at}/metrics`)).text();
      return Number(/^process_resident_memory_bytes (\S+)/m.exec(text)?.[1]);
    },
    async stop() {
      if (child.exitCode !== null) return;
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}
