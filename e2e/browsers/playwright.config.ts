import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import base from '../../playwright.config';

const server = base.webServer;
if (server === undefined || Array.isArray(server)) throw new Error('The tests know one server.');

/** `npm run e2e:browsers`: the jobs of a reader in the browsers of the system, by hand; no part of `npm test`. */
export default defineConfig({
  ...base,
  testDir: '.',
  testMatch: 'jobs.ts',
  outputDir: '../../test-results',
  globalTeardown: '../remove-store.ts',
  projects: [{ name: 'browsers' }],
  workers: 1,
  webServer: { ...server, cwd: join(import.meta.dirname, '..', '..') },
});
