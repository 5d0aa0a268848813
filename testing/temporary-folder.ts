import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Gives a run of the tests a folder of its own for temporary files, and removes it at the end with all that tests
 * left there. Workers are started later and get it from the environment.
 */
export default function useTemporaryFolder(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'annals-unit-'));
  Object.assign(process.env, { TMPDIR: folder, TMP: folder, TEMP: folder });
  return () => rmSync(folder, { recursive: true, force: true });
}
