import { join } from 'node:path';

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

/** The font files that a text needs, by absolute path. Fonts of large scripts are opened only where they occur. */
export function fontsFor(text: string): string[] {
  const needed = SCRIPTS.filter(({ letters }) => letters.test(text)).map(({ file }) => file);
  return [...BASE, ...needed].map((file) =>
    join(/* turbopackIgnore: true */ process.cwd(), 'node_modules', file),
  );
}
