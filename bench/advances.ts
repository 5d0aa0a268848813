/**
 * Writes lib/render/scene/advances.ts from the bundled fonts: `tsx bench/advances.ts`. To be run again where a font of
 * pictures is another.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import opentype, { type Font } from 'opentype.js';

const GOOGLE = 'node_modules/@expo-google-fonts';
const FILES = [
  `${GOOGLE}/inter/400Regular/Inter_400Regular.ttf`,
  `${GOOGLE}/inter/600SemiBold/Inter_600SemiBold.ttf`,
  `${GOOGLE}/noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf`,
  `${GOOGLE}/noto-sans-hebrew/400Regular/NotoSansHebrew_400Regular.ttf`,
  `${GOOGLE}/noto-sans/400Regular/NotoSans_400Regular.ttf`,
];
/** First and last of the stretches that are measured one by one. */
const RANGES = [
  [0x20, 0x7e],
  [0xa0, 0x52f],
  [0x5d0, 0x5f4],
  [0x60c, 0x6ff],
  [0x1e00, 0x1eff],
  [0x2010, 0x2044],
  [0x20a0, 0x20bf],
  [0x2103, 0x2122],
  [0x2190, 0x2199],
] as const;

const fonts = FILES.map((file): Font => {
  const { buffer, byteOffset, byteLength } = readFileSync(file);
  return opentype.parse(buffer.slice(byteOffset, byteOffset + byteLength));
});

/** Hundredths of an em, rounded up: the wider of Inter's two weights, else of the first font that has the letter. */
function advanceOf(code: number): number {
  const character = String.fromCodePoint(code);
  if (/\p{Mn}|\p{Cf}/u.test(character)) return 0;
  const em = (font: Font) => (font.charToGlyph(character).advanceWidth ?? 0) / font.unitsPerEm;
  const known = fonts.filter((font) => font.charToGlyphIndex(character) > 0);
  const [first] = known;
  if (!first) return 100;
  const [regular, semibold] = fonts;
  const measured = first === regular && semibold ? [regular, semibold] : [first];
  // Digits are as wide as the tabular ones; those of pages have that feature switched on.
  const least = /[0-9]/.test(character) ? 0.65 : 0;
  return Math.ceil(100 * Math.max(least, ...measured.map(em)) - 1e-6);
}

function coded(from: number, to: number): string {
  const advances = Array.from({ length: to - from + 1 }, (_, at) => advanceOf(from + at));
  return advances.map((advance) => Math.min(1295, advance).toString(36).padStart(2, '0')).join('');
}

const lines = RANGES.map(([from, to]) => `  [0x${from.toString(16)}, '${coded(from, to)}'],`);
writeFileSync(
  'lib/render/scene/advances.ts',
  `/**
 * How wide letters are in the fonts of pictures, in hundredths of an em, two digits to base 36 for each from the code
 * point that stands first. Written by bench/advances.ts.
 */
export const ADVANCES: readonly (readonly [first: number, coded: string])[] = [
${lines.join('\n')}
];
`,
);
