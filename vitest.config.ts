import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [react()],
  resolve: { alias: { '@': fileURLToPath(new URL('.', import.meta.url)) } },
  test: {
    include: ['{lib,components,app,bin,bench,docs,testing}/**/*.test.{ts,tsx}'],
    environment: 'node',
    globalSetup: 'testing/temporary-folder.ts',
    testTimeout: 60_000,
    // Vitest leaves one processor to itself, which of two is half; it hardly needs it.
    maxWorkers: '100%',
  },
});
