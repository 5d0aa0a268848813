import { join } from 'node:path';
import { startServer } from './served';

const ROOT = join(import.meta.dirname, '../..');

/** The server as it was built, on a store that is kept. What it says of errors goes where ours go. */
export interface BuiltServer {
  readonly at: string;
  /** What the process takes, in bytes, as it says itself. */
  memory(): Promise<number>;
  /** Seconds for which processors have worked for it: what else the machine does is not in them. */
  cpu(): Promise<number>;
  stop(): Promise<unknown>;
}

/** Starts the build that is there on a free port of loopback, with a store and packages of its own. */
export async function startBuilt(
  store: string,
  data: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<BuiltServer> {
  const env = {
    ANNALS_METRICS: '1',
    ANNALS_LOG: 'text',
    UV_THREADPOOL_SIZE: '16',
    ...settings,
    ANNALS_STORE: store,
    ANNALS_DATA: data,
  };
  const { origin: at, stop } = await startServer(ROOT, [join(import.meta.dirname, 'serve.mjs')], env);
  const metric = async (name: string) => {
    const text = await (await fetch(`${at}/metrics`)).text();
    return Number(new RegExp(`^${name} (\\S+)`, 'm').exec(text)?.[1]);
  };
  const memory = () => metric('process_resident_memory_bytes');
  const cpu = () => metric('process_cpu_seconds_total');
  return { at, memory, cpu, stop };
}
