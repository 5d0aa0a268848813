import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fail, ROOT, run, say } from './child.mjs';

const STAMP = join(ROOT, 'node_modules', '.annals-install');

/** Ends with a message where Node is older than the dependencies allow. */
export function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  fail(`Node 20.19 or newer is needed; this is ${process.versions.node}.`);
}

function lockHash() {
  const lock = readFileSync(join(ROOT, 'package-lock.json'));
  return createHash('sha256').update(lock).update(process.version).digest('hex');
}

/** Whether what is installed is what the lock says, as npm itself noted it down. */
function matchesLock() {
  try {
    const wanted = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')).packages;
    const held = JSON.parse(readFileSync(join(ROOT, 'node_modules/.package-lock.json'), 'utf8')).packages;
    return Object.entries(wanted).every(
      ([path, { version, optional }]) => path === '' || optional || held[path]?.version === version,
    );
  } catch {
    return false;
  }
}

/** Installs the locked packages where they are not installed yet. */
export async function installIfNeeded() {
  const hash = lockHash();
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === hash) return;
  if (!matchesLock()) {
    say('installing packages (npm ci) …');
    if ((await run('npm', ['ci', '--include=dev', '--no-audit', '--no-fund'])) !== 0)
      fail('the packages could not be installed.');
  }
  writeFileSync(STAMP, hash);
}
