import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { programFolder } from '../../../store/program-folder';

/** A font and the letters it is there for. */
interface ScriptFont {
  readonly letters: RegExp;
  readonly file: string;
}

const GOOGLE = '@expo-google-fonts';

/** Always there: Latin, Greek, Cyrillic. */
const BASE = [
  `${GOOGLE}/inter/400Regular/Inter_400Regular.ttf`,
  `${GOOGLE}/inter/600SemiBold/Inter_600SemiBold.ttf`,
];

const SCRIPTS: readonly ScriptFont[] = [
  {
    letters: /\p{Script=Arabic}/u,
    file: `${GOOGLE}/noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf`,
  },
  {
    letters: /\p{Script=Hebrew}/u,
    file: `${GOOGLE}/noto-sans-hebrew/400Regular/NotoSansHebrew_400Regular.ttf`,
  },
  {
    letters: /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|[\u3000-\u303f\uff00-\uffef]/u,
    file: '@embedpdf/fonts-sc/fonts/NotoSansHans-Regular.otf',
  },
  { letters: /\p{Script=Hangul}/u, file: '@embedpdf/fonts-kr/fonts/NotoSansKR-Regular.otf' },
  // Letters of many other scripts; what no font has is drawn as an empty box.
  {
    letters: /[^\t\n\r -\u04ff\u2000-\u2bff]/u,
    file: `${GOOGLE}/noto-sans/400Regular/NotoSans_400Regular.ttf`,
  },
];

/** Fonts that are not installed and were said to be missing. */
const missing = new Set<string>();

/** Where a font lies: npm may install what a package needs beside it or in any folder above. Null where it is not installed. */
function findFont(file: string): string | null {
  for (let folder = programFolder(); ; folder = dirname(folder)) {
    const path = join(/* turbopackIgnore: true */ folder, 'node_modules', file);
    if (existsSync(path)) return path;
    if (folder === dirname(folder)) break;
  }
  if (!missing.has(file))
    console.warn(`annals: pictures lack letters, for ${packageOf(file)} is not installed`);
  missing.add(file);
  return null;
}

function packageOf(file: string): string {
  return file.split('/').slice(0, 2).join('/');
}

/**
 * The font files that a text needs, by absolute path. Fonts of large scripts are opened only where they occur; letters of those
 * that are not installed are drawn as empty boxes, and the log says so once.
 */
export function fontsFor(text: string): string[] {
  const needed = SCRIPTS.filter(({ letters }) => letters.test(text)).map(({ file }) => file);
  return [...BASE, ...needed].flatMap((file) => findFont(file) ?? []);
}
