import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { configDefaults, defineConfig } from 'vitest/config';

const FOLDERS = ['lib', 'components', 'app', 'bin', 'bench', 'docs', 'testing'];

/** Whether a test has a document. */
const isPage = (text: string) => /^\/\/ @vitest-environment jsdom/.test(text);

/** Whether a test puts something else in the place of a module, or of the clock or the document that others of the same page hold. */
function isApart(text: string): boolean {
  if (/\bvi\.(mock|doMock|resetModules)\(/.test(text)) return true;
  return isPage(text) && /\bvi\.useFakeTimers\(|\bdocumentElement\.innerHTML = /.test(text);
}

const TESTS = FOLDERS.flatMap((folder) =>
  readdirSync(join(import.meta.dirname, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.test\.tsx?$/.test(name))
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`),
);
const testsThat = (are: (text: string) => boolean) =>
  TESTS.filter((path) => are(readFileSync(join(import.meta.dirname, path), 'utf8')));

/** Tests of which something would stay in what others have loaded, and theirs after them. */
const apart = testsThat(isApart);
const pages = testsThat((text) => isPage(text) && !isApart(text));

export default defineConfig({
  plugins: [react()],
  resolve: {
    alias: {
      '@': fileURLToPath(new URL('.', import.meta.url)),
      'next/navigation': fileURLToPath(new URL('testing/pages/test-navigation.ts', import.meta.url)),
    },
  },
  test: {
    environment: 'node',
    globalSetup: ['testing/temporary-folder.ts', 'testing/programs.mjs'],
    setupFiles: 'testing/patience.ts',
    // Patience costs nothing where a machine is quick. Pictures are drawn at low priority, and wait while others work.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    expect: { poll: { timeout: 20_000 } },
    // Vitest leaves one processor to itself, which of two is half; it hardly needs it.
    maxWorkers: '100%',
    projects: [
      { extends: true, test: { name: 'apart', include: apart } },
      // All others share what they load: to load it anew for each file takes as long as to run them. Those with a document stand by
      // themselves, for Vitest ends a process, and all that it has loaded, where the next file has another environment.
      { extends: true, test: { name: 'pages', isolate: false, include: pages } },
      {
        extends: true,
        test: {
          name: 'together',
          isolate: false,
          include: FOLDERS.map((folder) => `${folder}/**/*.test.{ts,tsx}`),
          exclude: [...configDefaults.exclude, ...apart, ...pages],
        },
      },
    ],
  },
});
