import { ADVANCES } from './advances';

/** The table of advances by code point, in ems. Pure pictures cannot measure text. */
const KNOWN: ReadonlyMap<number, number> = new Map(
  ADVANCES.flatMap(([first, coded]) =>
    Array.from(
      { length: coded.length / 2 },
      (_, at) => [first + at, Number.parseInt(coded.slice(2 * at, 2 * at + 2), 36) / 100] as const,
    ),
  ),
);

const MARK = /\p{Mn}|\p{Cf}/u;
/** Scripts of which most letters are narrower than they are high. */
const LETTERS = /[\u0530-\u10ff\u1200-\u1dff\ufb50-\ufdff\ufe70-\ufeff]/;

/** Letters that the table lacks are as wide as they are high, or nearly: those of Chinese, Japanese and Korean are. */
function emsOf(character: string): number {
  const known = KNOWN.get(character.codePointAt(0) ?? 0);
  if (known !== undefined) return known;
  if (MARK.test(character)) return 0;
  return LETTERS.test(character) ? 0.9 : 1;
}

/** The same for ASCII, of which most texts are: a page measures some hundreds. */
const ASCII = Float64Array.from({ length: 128 }, (_, code) => emsOf(String.fromCharCode(code)));

/** About how wide a text is in pixels at a font size; never much too little, whatever its script. */
export function textWidth(text: string, size: number): number {
  let ems = 0;
  for (let at = 0; at < text.length; at++) {
    const known = ASCII[text.charCodeAt(at)];
    if (known !== undefined) {
      ems += known;
      continue;
    }
    const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
    ems += emsOf(character);
    at += character.length - 1;
  }
  return ems * size;
}

/** The text, or its beginning with an ellipsis where it is wider than `room` pixels; '' where nothing fits. */
export function fitText(text: string, size: number, room: number): string {
  if (text.length <= MOST_CHARACTERS && textWidth(text, size) <= room) return text;
  const characters = [...text.slice(0, MOST_CHARACTERS)];
  const cutAt = (length: number) => `${characters.slice(0, length).join('').trimEnd()}…`;
  let [fits, most] = [1, characters.length - 1];
  while (fits < most) {
    const length = Math.ceil((fits + most) / 2);
    if (textWidth(cutAt(length), size) <= room) fits = length;
    else most = length - 1;
  }
  return fits > 1 ? cutAt(fits) : '';
}

/** Where a line may end: after spaces, and after what joins words. */
const BREAKS = /[ \-–/]+/g;

/**
 * A text in two lines, broken between words or after a hyphen or a slash, the first as long as it can be in `room` pixels; the second
 * is '' where one is enough, and holds all that is left. Where not even the first word fits, it is cut.
 */
export function inTwoLines(text: string, size: number, room: number): readonly [string, string] {
  if (text.length <= MOST_CHARACTERS && textWidth(text, size) <= room) return [text, ''];
  const ends = [...text.slice(0, MOST_CHARACTERS).matchAll(BREAKS)].map(
    (found) => found.index + found[0].length,
  );
  for (const end of ends.reverse()) {
    const [first, rest] = [text.slice(0, end).trimEnd(), text.slice(end)];
    if (first !== '' && rest !== '' && textWidth(first, size) <= room) return [first, rest];
  }
  return [fitText(text, size, room), ''];
}

/** Longer texts are cut before they are measured: no picture has room for more. */
const MOST_CHARACTERS = 1000;
