import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fontsFor } from './picture-fonts';

const INTER = '@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf';
const HAN = '@embedpdf/fonts-sc/fonts/NotoSansHans-Regular.otf';
let root: string;

/** Annals as npm installs it: beneath a folder that has its packages. */
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'annals-fonts-'));
  const home = join(root, 'node_modules', 'annals');
  mkdirSync(home, { recursive: true });
  vi.stubEnv('ANNALS_HOME', home);
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  rmSync(root, { recursive: true, force: true });
});

function put(file: string, folder = root): string {
  const path = join(folder, 'node_modules', file);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, '');
  return path;
}

describe('the fonts of a text', () => {
  it('are found beside Annals and in the folders above it', () => {
    vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const [above, inside] = [put(INTER), put(HAN, join(root, 'node_modules', 'annals'))];
    expect(fontsFor('a \u4e2d')).toEqual([above, inside]);
  });

  it('that are not installed are left out, and named once', () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    put(INTER);
    const hangul = '\ud55c';
    for (let asked = 0; asked < 3; asked++)
      expect(fontsFor(hangul)).toEqual([join(root, 'node_modules', INTER)]);
    const named = warn.mock.calls
      .map(([line]) => String(line))
      .filter((line) => line.includes('@embedpdf/fonts-kr'));
    expect(named).toEqual(['annals: pictures lack letters, for @embedpdf/fonts-kr is not installed']);
  });
});
