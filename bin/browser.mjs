import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run, say } from './child.mjs';

const NAMES = [
  'chromium',
  'chromium-browser',
  'chromium-headless-shell',
  'google-chrome',
  'google-chrome-stable',
];

function executable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function onPath() {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const found = NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find(executable);
  return found ?? ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'].find(executable) ?? null;
}

async function ofPlaywright() {
  const { chromium } = await import('@playwright/test');
  const path = chromium.executablePath();
  return path && existsSync(path) ? path : null;
}

function hasApt() {
  try {
    execFileSync('apt-get', ['--version'], { stdio: 'ignore' });
    return process.getuid?.() === 0;
  } catch {
    return false;
  }
}

async function installed() {
  if (hasApt()) {
    say('installing a browser (apt-get install chromium-headless-shell) …');
    const get = ['install', '-y', '--no-install-recommends', 'chromium-headless-shell'];
    if ((await run('apt-get', get)) === 0) return onPath();
    if ((await run('apt-get', ['update'])) === 0 && (await run('apt-get', get)) === 0) return onPath();
  }
  say('installing a browser (playwright install) …');
  const failed = await run('npx', ['playwright', 'install', '--only-shell', 'chromium']);
  return failed ? null : ofPlaywright();
}

/** The path of a Chromium: the one named, one of the system, Playwright's own, or one installed now; or null. */
export async function findBrowser() {
  const { CHROMIUM_PATH: named } = process.env;
  if (named) return executable(named) ? named : null;
  return onPath() ?? (await ofPlaywright()) ?? (await installed());
}
