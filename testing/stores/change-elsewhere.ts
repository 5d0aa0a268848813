import { spawn } from 'node:child_process';
import { testProgram } from '../test-program';

/** How a process of its own ended. */
export interface Ended {
  readonly signal: string | null;
  readonly output: string;
  readonly complaint: string;
}

/** Does a work of `change-process` in a process of its own, which kills itself at `lethal`. */
export function changeElsewhere(work: string, store: string, subject: string, lethal = ''): Promise<Ended> {
  const child = spawn(process.execPath, [testProgram('change-process'), work, store, subject, lethal]);
  let [output, complaint] = ['', ''];
  child.stdout.on('data', (data) => (output += data));
  child.stderr.on('data', (data) => (complaint += data));
  return new Promise((resolve) => {
    child.on('close', (_, signal) => resolve({ signal, output, complaint }));
  });
}
