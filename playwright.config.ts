import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig, devices } from '@playwright/test';
import { DAYS } from './e2e/days';

/** A port that is free now. Workers read this file again, so it is kept in the environment. */
function freePort(): string {
  const script =
    'const s=require("net").createServer().listen(0,"127.0.0.1",()=>{console.log(s.address().port);s.close()})';
  return execFileSync(process.execPath, ['-e', script], { encoding: 'utf8' }).trim();
}

process.env.ANNALS_E2E_PORT ??= freePort();
process.env.ANNALS_E2E_STORE ??= mkdtempSync(join(tmpdir(), 'annals-e2e-'));
const { ANNALS_E2E_PORT: port, ANNALS_E2E_STORE: store, CHROMIUM_PATH: executablePath } = process.env;
const baseURL = `http://127.0.0.1:${port}`;

/** The same tests in time zones 25 hours apart: no day may move. */
const ZONES = { utc: 'UTC', 'pago-pago': 'Pacific/Pago_Pago', kiritimati: 'Pacific/Kiritimati' };
export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  globalTeardown: './e2e/remove-store.ts',
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  workers: 2,
  reporter: 'list',
  // Patience costs nothing where a machine is quick; a slow one must not decide what passes.
  timeout: 90_000,
  expect: { timeout: 15_000 },
  use: {
    ...devices['Desktop Chrome'],
    baseURL,
    viewport: { width: 1280, height: 800 },
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: [
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-default-apps',
        '--no-first-run',
      ],
    },
  },
  projects: Object.entries(ZONES).map(([name, timezoneId]) => ({
    name,
    use: { timezoneId },
    // The others run once.
    ...(name === 'utc' ? {} : { grep: new RegExp(`${DAYS}$`) }),
  })),
  webServer: {
    command: 'node bin/start.mjs',
    url: `${baseURL}/api/v1/datasets`,
    timeout: 600_000,
    stdout: 'pipe',
    gracefulShutdown: { signal: 'SIGTERM', timeout: 5_000 },
    // A time zone with a change of clocks at midnight: the server must not care.
    env: {
      HOST: '127.0.0.1',
      PORT: port ?? '',
      ANNALS_STORE: store ?? '',
      ANNALS_LOG: 'text',
      TZ: 'America/Asuncion',
    },
  },
});
