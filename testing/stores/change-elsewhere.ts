import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { build } from 'esbuild';

const ROOT = join(import.meta.dirname, '../..');
const SCRIPT = join(import.meta.dirname, 'change-process.ts');

/** How a process of its own ended. */
export interface Ended {
  readonly signal: string | null;
  readonly output: string;
  readonly complaint: string;
}

/** The script as one file, so that dozens of processes need not translate some hundred modules each; packages are found from where it lies. */
async function inOneFile(): Promise<string> {
  const outfile = join(ROOT, 'node_modules/.cache/annals', `change-process-${process.pid}.mjs`);
  await build({
    ...{ entryPoints: [SCRIPT], outfile, logLevel: 'error' },
    ...{ bundle: true, platform: 'node', format: 'esm', packages: 'external' },
  });
  return outfile;
}

let made: Promise<string> | null = null;

/** Does a work of `change-process` in a process of its own, which kills itself at `lethal`. */
export async function changeElsewhere(
  work: string,
  store: string,
  subject: string,
  lethal = '',
): Promise<Ended> {
  made ??= inOneFile();
  const child = spawn(process.execPath, [await made, work, store, subject, lethal]);
  let [output, complaint] = ['', ''];
  child.stdout.on('data', (data) => (output += data));
  child.stderr.on('data', (data) => (complaint += data));
  return new Promise((resolve) => {
    child.on('close', (_, signal) => resolve({ signal, output, complaint }));
  });
}
