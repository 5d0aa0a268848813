import { readFileSync } from 'node:fs';
import { type Font, parse } from 'opentype.js';
import { beforeAll, describe, expect, it } from 'vitest';
import { wrapText } from '../picture/wrap-text';
import { inTwoLines, textWidth } from './text-width';

const FILES = {
  regular: '@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf',
  semibold: '@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf',
  arabic: '@expo-google-fonts/noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf',
  hebrew: '@expo-google-fonts/noto-sans-hebrew/400Regular/NotoSansHebrew_400Regular.ttf',
  chinese: '@embedpdf/fonts-sc/fonts/NotoSansHans-Regular.otf',
  korean: '@embedpdf/fonts-kr/fonts/NotoSansKR-Regular.otf',
  many: '@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf',
} as const;
type FontName = keyof typeof FILES;

const fonts = new Map<FontName, Font>();
beforeAll(() => {
  for (const [name, file] of Object.entries(FILES)) {
    const bytes = readFileSync(new URL(`../../../node_modules/${file}`, import.meta.url));
    fonts.set(
      name as FontName,
      parse(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength)),
    );
  }
});

/** The advances of a text as the font states them, glyph by glyph: at least what shaping makes of it. */
function widthIn(name: FontName, text: string, size: number): number {
  const base = name === 'semibold' ? name : 'regular';
  const all = ([base, name, 'many'] as const).flatMap((one) => fonts.get(one) ?? []);
  let ems = 0;
  for (const character of text) {
    const font = all.find((one) => one.charToGlyphIndex(character) > 0);
    if (!font) throw new Error(`no font has ${character}`);
    const mark = /\p{Mn}|\p{Cf}/u.test(character);
    ems += mark ? 0 : (font.charToGlyph(character).advanceWidth ?? 0) / font.unitsPerEm;
  }
  return ems * size;
}

const TEXTS: readonly (readonly [FontName, string])[] = [
  ['regular', 'Attacks claimed by the Islamic State, 2017 – March 2024: 23 (18–24); killed 1,169.5'],
  ['semibold', 'Attacks claimed by the Islamic State, 2017 – March 2024: 23 (18–24); killed 1,169.5'],
  ['regular', 'WWWW MMMM @@@@ ŒŒŒŒ ÆÆÆÆ ‰‰‰ —— … “quoted” ½ € № ™ →'],
  ['semibold', 'WWWW MMMM @@@@ ŒŒŒŒ ÆÆÆÆ ‰‰‰ —— … “quoted” ½ € № ™ →'],
  ['regular', 'Ångström, Çağ, Łódź, Žižek, Ñandú, Đuro, Ħal, Œuvre, ﬁ'],
  ['semibold', 'Нападения на полицейские посты в Дагестане и Чечне; Щёлково, Юмья, Ыгыатта'],
  ['regular', 'ЩЩЩЩ ЮЮЮЮ ЖЖЖЖ ШШШШ ФФФФ ЫЫЫЫ МММММ'],
  ['semibold', 'Επιθέσεις κατά της αστυνομίας, ΩΩΩΩ ΜΜΜΜ'],
  ['arabic', 'هجمات تنظيم الدولة الإسلامية على مراكز الشرطة في القوقاز'],
  ['arabic', 'سسسسسس صصصصصص ضضضضض ششششش'],
  ['hebrew', 'התקפות של המדינה האסלאמית על תחנות משטרה בקווקז'],
  ['chinese', '伊斯兰国在俄罗斯的袭击事件，二〇一七年至二〇二四年。'],
  ['chinese', 'イスラム国によるロシアでの攻撃「カタカナ」・ー'],
  ['korean', '이슬람 국가의 러시아 공격 사건 목록'],
  ['regular', 'e\u0301\u0302\u0303 a\u0308\u0323 o\u031b\u0309 combining \u0041\u030a'],
  ['many', 'हमले और घटनाएँ, आतंकवादी संगठन'],
];

describe('the width of a text', () => {
  it.each(TEXTS)('in %s is never more than is reckoned: %s', (font, text) => {
    for (const size of [11, 12, 13, 22]) {
      const real = widthIn(font, text, size);
      expect(real).toBeGreaterThan(0);
      expect(textWidth(text, size)).toBeGreaterThanOrEqual(real - 1e-6);
      // Nor so much less that lines would end half way.
      expect(textWidth(text, size)).toBeLessThan(real * 2);
    }
  });

  it.each(TEXTS)('wrapped in %s leaves no line wider than its box: %s', (font, text) => {
    for (const width of [90, 291, 912]) {
      for (const line of wrapText(`${text} ${text} ${text}`, 13, width, 12)) {
        expect(widthIn(font, line, 13)).toBeLessThanOrEqual(width);
      }
    }
  });

  it('counts an emoji, which no bundled font has, as a box as wide as it is high', () => {
    expect(textWidth('🔥💣', 10)).toBeGreaterThanOrEqual(20);
  });
});

describe('a text in two lines', () => {
  it.each([
    ['One line', 400, ['One line', '']],
    ['Int. Legion with its parts', 130, ['Int. Legion with its', 'parts']],
    ['Unbreakablenamethatgoeson and more', 60, ['Unbrea…', '']],
    ['Mecklenburg-Vorpommern', 142, ['Mecklenburg-', 'Vorpommern']],
    ['Police / Security forces', 70, ['Police /', 'Security forces']],
  ])('breaks between words: %s in %i pixels', (text, room, lines) => {
    expect(inTwoLines(text, 12.5, room)).toEqual(lines);
  });

  it('loses nothing where its first word fits', () => {
    for (let room = 60; room < 400; room += 7) {
      const lines = inTwoLines('National Front for Liberation, SNA', 12.5, room);
      expect(lines.join(' ').trimEnd()).toBe('National Front for Liberation, SNA');
      expect(textWidth(lines[0], 12.5)).toBeLessThanOrEqual(room);
    }
  });
});
