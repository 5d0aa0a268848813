/**
 * Advances of the printable characters of ASCII in hundredths of an em, from space on: the wider of Inter Regular and
 * Inter SemiBold. Digits have the width of tabular figures. Pure pictures cannot measure text.
 */
const ASCII = [
  28, 31, 51, 65, 65, 98, 66, 32, 38, 38, 54, 67, 31, 47, 31, 38, 65, 65, 65, 65, 65, 65, 65, 65, 65, 65, 31,
  32, 67, 67, 67, 54, 98, 72, 66, 74, 73, 61, 60, 76, 75, 28, 58, 70, 58, 91, 76, 77, 65, 77, 65, 65, 66, 75,
  72, 100, 72, 71, 65, 38, 38, 38, 48, 47, 35, 57, 62, 58, 62, 59, 39, 62, 61, 27, 27, 57, 27, 89, 61, 61, 62,
  62, 40, 55, 36, 61, 59, 83, 57, 59, 56, 46, 36, 46, 67,
] as const;

/** Scripts whose letters are as wide as they are high, and those that are wider than Latin. */
const SQUARE =
  /[\u1100-\u11ff\u2e80-\u303f\u3040-\u30ff\u3130-\u318f\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uff60]|\p{Extended_Pictographic}|[\u{20000}-\u{3ffff}]/u;
/** Letters of these are wider than Latin ones on the whole. */
const WIDE = /[\u0400-\u058f\u0600-\u08ff\u0900-\u0dff\ufb50-\ufdff\ufe70-\ufeff]/;
const MARK = /\p{Mn}|\p{Cf}/u;

function emsOf(character: string): number {
  const ascii = ASCII[character.charCodeAt(0) - 32];
  if (ascii !== undefined) return ascii / 100;
  if (MARK.test(character)) return 0;
  if (SQUARE.test(character)) return 1;
  return WIDE.test(character) ? 0.78 : 0.66;
}

/** About how wide a text is in pixels at a font size; never much too little, whatever its script. */
export function textWidth(text: string, size: number): number {
  let ems = 0;
  for (const character of text) ems += emsOf(character);
  return ems * size;
}

/** The text, or its beginning with an ellipsis where it is wider than `room` pixels; '' where nothing fits. */
export function fitText(text: string, size: number, room: number): string {
  if (text.length <= MOST_CHARACTERS && textWidth(text, size) <= room) return text;
  const characters = [...text.slice(0, MOST_CHARACTERS)];
  for (let length = characters.length - 1; length > 1; length--) {
    const cut = `${characters.slice(0, length).join('').trimEnd()}…`;
    if (textWidth(cut, size) <= room) return cut;
  }
  return '';
}

/** Longer texts are cut before they are measured: no picture has room for more. */
const MOST_CHARACTERS = 1000;
