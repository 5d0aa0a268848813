/** Where a text holds no more than ASCII, folding is lower case alone, which is many times as fast. */
const BEYOND_ASCII = /[\u0080-\uffff]/;

/** Folds text for search: NFKD, combining accents off, lower case. Applied to the text on import and to the words asked for. */
export function fold(text: string): string {
  if (!BEYOND_ASCII.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase();
}

/**
 * Text as it can be shown: without the marks that override the direction of what follows, with U+FFFD for halves of
 * characters, which have no place in UTF-8 nor in an address. Letters written from right to left keep their direction.
 */
export function showable(text: string): string {
  return text.replace(/[\u202a-\u202e\u2066-\u2069]/g, '').replace(/\p{Surrogate}/gu, '\ufffd');
}

/** Controls other than tabs and line breaks. */
const CONTROLS = /(?![\t\n\r])\p{Cc}/gu;
const DOUBTFUL = /(?![\t\n\r])\p{Cc}|[\u202a-\u202e\u2066-\u2069]|\p{Surrogate}/u;

/** Of these alone most texts are made, and none of them is doubtful: that is told many times as fast. */
const PLAIN = /^[\t\n\r\x20-\x7e]*$/;

/** Text as a page shows it: {@link showable}, with U+FFFD for control characters, which HTML has no place for. */
export function pageText(text: string): string {
  if (PLAIN.test(text)) return text;
  return DOUBTFUL.test(text) ? showable(text).replace(CONTROLS, '\ufffd') : text;
}
